"""What a reader sees of the texts of a page or snippet, saved or not."""

from collections import defaultdict
from typing import Any

from wagtail.models import Page
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.strings import StringValue

#: By path: what a reader sees of each string there, and the string itself.
Shown = dict[str, dict[str, str]]


def texts_of(target: Any) -> Shown:
    shown: Shown = defaultdict(dict)
    for segment in extract_segments(target):
        if isinstance(segment, StringSegmentValue):
            shown[segment.path][key_of(segment.string.data)] = segment.string.data
    return shown


def block_of(path: str) -> str:
    """The path of what is around it."""
    return path.rpartition(".")[0]


def key_of(html: str) -> str:
    """What a reader sees of a string: wagtail-localize moves spaces and tags when it takes text
    apart and puts it together."""
    return " ".join(StringValue(html).render_text().split())


def is_slug(target: Any, path: str) -> bool:
    return isinstance(target, Page) and path == "slug"
