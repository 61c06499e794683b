"""The host's text as a body of ours. What we have no block for becomes plain paragraphs."""

from typing import Any

from django.utils.html import format_html, format_html_join
from wagtail.blocks import CharBlock, RichTextBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageChooserBlock
from wagtail.rich_text import RichText

Blocks = list[tuple[str, Any]]


def body_of(original: Any, name: str) -> tuple[Blocks, list[str]]:
    """Blocks for a body, and the names of the host's blocks that lost their form."""
    if not name:
        return [], []
    field = original._meta.get_field(name)
    value = getattr(original, name)
    if isinstance(field, StreamField):
        return _of_stream(value)
    if isinstance(field, RichTextField):
        return ([("text", RichText(value))] if value else []), []
    return _paragraphs(str(value or "").split("\n\n")), []


def _of_stream(stream: Any) -> tuple[Blocks, list[str]]:
    blocks: Blocks = []
    simplified = []
    for child in stream:
        block, value = child.block, child.value
        if isinstance(block, RichTextBlock):
            blocks.append(("text", value))
        elif isinstance(block, ImageChooserBlock) and value is not None:
            value.contextual_alt_text, value.decorative = value.default_alt_text, False
            blocks.append(("image", {"image": value, "caption": ""}))
        elif isinstance(block, CharBlock) and child.block_type in ("heading", "title"):
            blocks.append(("heading", {"text": value[:200], "level": "h2"}))
        else:
            blocks += _paragraphs(block.get_searchable_content(value))
            if not isinstance(block, CharBlock):
                simplified.append(child.block_type)
    return blocks, simplified


def _paragraphs(texts: Any) -> Blocks:
    texts = [text for text in (" ".join(str(text).split()) for text in texts) if text]
    if not texts:
        return []
    html = format_html_join("", "<p>{}</p>", ((text,) for text in texts))
    return [("text", RichText(format_html("{}", html)))]
