"""Where a segment stands: in words, and in the editor."""

from typing import Any
from uuid import UUID

from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail_localize.models import Translation

from cop_blocks.translation.labels import label
from cop_blocks.translation.rights.places import target_or_none


def place(model: Any, context: Any) -> str:
    """In the words of the edit form. wagtail-localize knows the path of the model only once its
    editor was open; before that, the path without the ids of rows and blocks has to do."""
    path = context.field_path or ".".join(_words(context.path))
    return label(model, path)


def editor_url(translation: Translation, user: Any = None) -> str:
    """Empty where there is no target, or ``user`` may not edit it."""
    target = target_or_none(translation)
    return (AdminURLFinder(user).get_edit_url(target) or "") if target else ""


def _words(path: str) -> list[str]:
    return [part for part in path.split(".") if not _is_id(part)]


def _is_id(part: str) -> bool:
    try:
        UUID(part)
    except ValueError:
        return False
    return True
