"""From the path of a segment to the field or block that it is of."""

from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from wagtail import blocks
from wagtail.fields import StreamField


def field_of(model: Any, field_path: str) -> Any | None:
    """The column, or the block, that ``TranslationContext.field_path`` names; ``None`` where the
    model has it no more. A path in quotes, as of a link in a rich text, ends at its field."""
    name, _dot, rest = field_path.partition(".")
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    if isinstance(field, models.ManyToOneRel):
        return field_of(field.related_model, rest)
    if isinstance(field, StreamField) and rest:
        return _block_of(field.stream_block, rest.split("."))
    return field


def chosen_model(field: Any) -> Any | None:
    """What is chosen there; ``None`` where nothing is."""
    if isinstance(field, models.ForeignKey):
        return field.related_model
    return field.target_model if isinstance(field, blocks.ChooserBlock) else None


def _block_of(block: Any, names: list[str]) -> Any | None:
    for name in names:
        if isinstance(block, blocks.ListBlock):
            block = block.child_block
        elif isinstance(block, blocks.StructBlock | blocks.StreamBlock):
            block = block.child_blocks.get(name)
    return block
