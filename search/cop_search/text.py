"""The words of a page of which no app says how it is found."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from wagtail.fields import RichTextField, StreamField

from cop_blocks.pages import CopPageMixin

_TAG = re.compile(r"<[^>]*>")


def body_text(page: Any) -> str:
    """The plain text of all StreamFields and rich text fields of a specific page, and the
    introduction of a page type of ours."""
    introduction = getattr(page, "introduction", "") if isinstance(page, CopPageMixin) else ""
    return "\n".join([introduction, *_texts(page)])


def _texts(page: Any) -> Iterator[str]:
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            yield from map(
                str, field.stream_block.get_searchable_content(getattr(page, field.name))
            )
        elif isinstance(field, RichTextField):
            yield unescape(_TAG.sub(" ", getattr(page, field.name) or ""))
