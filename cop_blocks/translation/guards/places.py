"""Where a person finds a target, and a segment of it, in the editor."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.staticfiles import versioned_static

from cop_blocks.translation.completeness import Unfinished

#: A script of ours goes from here to the segment (its id follows) in the editor.
ANCHOR = "#cop-segment-"


def edit_url(target: Any, absolute: bool = False) -> str:
    """Empty for what has no editor."""
    found = AdminURLFinder().get_edit_url(target) or ""
    base = getattr(settings, "WAGTAILADMIN_BASE_URL", "") if absolute and found else ""
    return f"{base}{found}"


def segment_url(target: Any, each: Unfinished) -> str:
    """A script of ours goes to the segment; without it the editor opens where it begins."""
    found = edit_url(target)
    return f"{found}{ANCHOR}{each.segment}" if found and each.segment else found


def script() -> str:
    """For the editor: it reads the anchor of :func:`segment_url`."""
    return format_html(
        '<script defer src="{}"></script>', versioned_static("cop_translation/jump.js")
    )


def unfinished_url(translation: int | None, revision: int | None) -> str:
    """The page that says what is missing, and where it may be published anyway."""
    if revision is not None:
        return reverse("cop_translation_guards:revision", args=[revision])
    return reverse("cop_translation_guards:translation", args=[translation])
