"""Where a segment stands, in the words of the edit form."""

from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.text import capfirst
from wagtail.fields import StreamField


def label(model: Any, field_path: str) -> str:
    """``Body › Quote › Text`` for ``body.quote.text``; a part that is not known any more is left
    as it is written."""
    return " › ".join(_names(model, field_path.split(".")))


def _names(model: Any, path: list[str]) -> list[str]:
    name, rest = path[0], path[1:]
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return path
    if isinstance(field, StreamField):
        return [str(capfirst(field.verbose_name)), *_of_blocks(field.stream_block, rest)]
    if isinstance(field, models.ManyToOneRel):
        row = field.related_model
        return [str(capfirst(row._meta.verbose_name)), *(_names(row, rest) if rest else [])]
    return [str(capfirst(getattr(field, "verbose_name", name)))]


def _of_blocks(block: Any, path: list[str]) -> list[str]:
    if not path:
        return []
    name, rest = path[0], path[1:]
    if name == "item" and hasattr(block, "child_block"):
        return _of_blocks(block.child_block, rest)
    child = getattr(block, "child_blocks", {}).get(name)
    return [name] if child is None else [str(child.label or name), *_of_blocks(child, rest)]
