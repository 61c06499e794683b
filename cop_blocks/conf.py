"""The settings that a host may set; each is read when called, never at import."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings


def base_template() -> str:
    """``COP_BASE_TEMPLATE``: the template that ours extend; it has a block named ``content``."""
    value: str = getattr(settings, "COP_BASE_TEMPLATE", "base.html")
    return value


def head_leaves_out() -> frozenset[str]:
    """``COP_HEAD_LEAVES_OUT``: what the host's own base template says in the head already; of
    ``description``, ``robots``, ``canonical``, ``hreflang``, ``og`` and ``feeds``."""
    return frozenset(getattr(settings, "COP_HEAD_LEAVES_OUT", ()))


def card_font() -> str:
    """``COP_CARD_FONT``: path of a TTF or OTF file for the pictures of shared links; Pillow's own
    font, for Latin letters, where there is none."""
    value: str = getattr(settings, "COP_CARD_FONT", "")
    return str(value)


def tasks_backend() -> str:
    """Of Django's ``TASKS``: the dotted path of the default backend; empty without one."""
    value: Mapping[str, Any] = getattr(settings, "TASKS", {})
    return str(value.get("default", {}).get("BACKEND", ""))
