"""The words of a page's fields, as plain text: what is searched of it.

StreamFields are read as they are stored, block by block. What is only chosen in a text (a document,
a snippet) is named there by its key; for many pages at once it is looked up in a query a model.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any, NamedTuple

from django.core.exceptions import FieldDoesNotExist
from django.utils import translation
from wagtail.blocks import (
    ChooserBlock,
    ListBlock,
    RawHTMLBlock,
    RichTextBlock,
    StreamBlock,
    StreamValue,
    StructBlock,
)
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.search import index
from wagtail.snippets.models import get_snippet_models

#: What is never words; then tags that may stand within a word; then all others.
_NO_WORDS = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_INLINE = re.compile(r"</?(?:a|abbr|b|code|em|i|mark|s|small|span|strong|sub|sup|u)\b[^>]*>", re.I)
_TAG = re.compile(r"<[^>]*>")
_DOCUMENT_LINK = re.compile(r"<a\b(?=[^>]*\blinktype=\"document\")[^>]*\bid=\"(\d+)\"")


class Chosen(NamedTuple):
    """Something that stands in a text by its key alone."""

    model: Any
    key: Any


def text_of(page: Any, *names: str) -> str:
    """The words of these fields: plain text, rich text and blocks alike."""
    ahead: Mapping[str, str] = page.__dict__.get("_cop_texts", {})
    missing = {name: list(_pieces(page, name)) for name in names if name not in ahead}
    said = _said(piece for pieces in missing.values() for piece in pieces)
    texts = (ahead[name] if name in ahead else _joined(missing[name], said) for name in names)
    return "\n".join(text for text in texts if text)


def text_fields(page: Any) -> list[str]:
    """The StreamFields and rich text fields of a specific page."""
    fields = page._meta.get_fields()
    return [field.name for field in fields if isinstance(field, StreamField | RichTextField)]


def read_ahead(pages: Iterable[Any]) -> None:
    """Find the texts of many specific pages, which ``text_of`` then gives without a query. The
    locale of each has to be there."""
    found: list[tuple[Any, dict[str, list[str | Chosen]]]] = []
    for page in pages:
        # What is chosen from a list is named in the language of the page.
        with translation.override(page.locale.language_code):
            pieces = {name: list(_pieces(page, name)) for name in text_fields(page)}
        found.append((page, pieces))
    said = _said(piece for _, texts in found for pieces in texts.values() for piece in pieces)
    for page, texts in found:
        page._cop_texts = {name: _joined(pieces, said) for name, pieces in texts.items()}


def plain(html: str) -> str:
    """The words of a piece of HTML."""
    return unescape(_TAG.sub(" ", _INLINE.sub("", _NO_WORDS.sub(" ", html))))


def _pieces(page: Any, name: str) -> Iterator[str | Chosen]:
    value = getattr(page, name)
    try:
        field = page._meta.get_field(name)
    except FieldDoesNotExist:
        field = None
    if isinstance(value, StreamValue):
        yield from _of_block(value.stream_block, value.raw_data)
    elif isinstance(field, RichTextField):
        yield from _of_html(value)
    elif value:
        yield str(value)


def _of_block(block: Any, raw: Any) -> Iterator[str | Chosen]:
    """What a block says, from its value as it is stored."""
    if raw in (None, "") or not getattr(block, "search_index", True):
        return
    if isinstance(block, RichTextBlock | RawHTMLBlock):
        yield from _of_html(raw)
    elif isinstance(block, ChooserBlock):
        if _is_named(block.model_class):
            yield Chosen(block.model_class, raw)
    elif isinstance(block, ImageBlock):
        if isinstance(raw, Mapping) and not raw.get("decorative"):
            yield str(raw.get("alt_text") or "")
    elif isinstance(block, TypedTableBlock):
        yield from _of_table(block, raw)
    elif _is_as_wagtail_has_it(block):
        for child, value in _children(block, raw):
            yield from _of_block(child, value)
    else:
        yield from map(str, block.get_searchable_content(block.to_python(raw)))


def _children(block: Any, raw: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield child, raw.get(name) if isinstance(raw, Mapping) else None
    elif isinstance(block, ListBlock):
        for item in raw:
            # Lists that were stored before Wagtail 2.16 hold bare values.
            is_item = isinstance(item, Mapping) and "type" in item and "value" in item
            yield block.child_block, item["value"] if is_item else item
    else:
        for item in raw:
            if child := block.child_blocks.get(item["type"]):
                yield child, item["value"]


def _is_as_wagtail_has_it(block: Any) -> bool:
    """A host's block that says itself what is searched of it is asked."""
    return any(
        isinstance(block, kind)
        and type(block).get_searchable_content is kind.get_searchable_content
        for kind in (StructBlock, ListBlock, StreamBlock)
    )


def _of_table(block: Any, raw: Mapping[str, Any]) -> Iterator[str | Chosen]:
    columns = raw.get("columns") or []
    yield str(raw.get("caption") or "")
    yield from (str(column.get("heading") or "") for column in columns)
    for row in raw.get("rows") or []:
        for column, cell in zip(columns, row["values"], strict=False):
            if child := block.child_blocks.get(column["type"]):
                yield from _of_block(child, cell)


def _of_html(html: str) -> Iterator[str | Chosen]:
    if html:
        yield plain(html)
        if "linktype" in html:
            yield from (Chosen(get_document_model(), key) for key in _DOCUMENT_LINK.findall(html))


def _is_named(model: Any) -> bool:
    """Documents and snippets are shown with their name. A page may be private, and what a picture
    is called stands nowhere."""
    return model is get_document_model() or model in get_snippet_models()


def _said(pieces: Iterable[str | Chosen]) -> dict[Chosen, str]:
    """What is chosen, in words. A query a model."""
    keys: dict[Any, set[str]] = defaultdict(set)
    for piece in pieces:
        if isinstance(piece, Chosen):
            keys[piece.model].add(str(piece.key))
    return {
        Chosen(model, str(found.pk)): _named(found)
        for model, wanted in keys.items()
        for found in model._default_manager.filter(pk__in=wanted)
    }


def _named(found: Any) -> str:
    """The name, and of a snippet what it lets be searched; nothing of a draft."""
    if not getattr(found, "live", True):
        return ""
    said = [str(found)]
    if isinstance(found, index.Indexed):
        values = [field.get_value(found) for field in found.get_searchable_search_fields()]
        said += [plain(value) for value in values if isinstance(value, str)]
    return "\n".join(dict.fromkeys(said))


def _joined(pieces: Iterable[str | Chosen], said: Mapping[Chosen, str]) -> str:
    texts = (
        said.get(Chosen(piece.model, str(piece.key)), "") if isinstance(piece, Chosen) else piece
        for piece in pieces
    )
    lines = (" ".join(line.split()) for text in texts for line in text.splitlines())
    return "\n".join(line for line in lines if line)
