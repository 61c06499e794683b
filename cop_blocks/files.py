"""What a reader is told of a file or another site before following a link to it."""

from typing import Any
from urllib.parse import urlsplit

from django.template.defaultfilters import filesizeformat


def description(document: Any) -> str:
    """Type and size of a document in the active language; the size where it is known."""
    kind = document.file_extension.upper()
    size = _size(document)
    return ", ".join(part for part in (kind, filesizeformat(size) if size else "") if part)


def _size(document: Any) -> int | None:
    """What Wagtail has noted, or else what the file says; its own method would write it down."""
    if document.file_size is not None:
        noted: int = document.file_size
        return noted
    try:
        found: int = document.file.size
    except (OSError, ValueError):  # the file is gone
        return None
    return found


def host(url: str) -> str:
    """The name of the site that ``url`` leads to, without "www."; empty for no address."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
