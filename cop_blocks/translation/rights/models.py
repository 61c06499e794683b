"""What somebody may do with the objects of a model, by Django's permissions."""

from typing import Any

from django.contrib.auth import get_permission_codename

LOOK = ("view", "add", "change", "delete", "publish")


def has(user: Any, action: str, model: Any) -> bool:
    options = model._meta
    return bool(user.has_perm(f"{options.app_label}.{get_permission_codename(action, options)}"))


def may_look(user: Any, model: Any) -> bool:
    """Whoever may do anything with them sees them."""
    return any(has(user, action, model) for action in LOOK)
