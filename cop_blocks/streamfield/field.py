"""StreamFields that keep block definitions out of migrations and lose no data there."""

import json
from typing import Any

from django.utils.functional import cached_property
from wagtail.blocks import StreamBlock, StreamValue
from wagtail.fields import StreamField

from cop_blocks.streamfield.registry import body_block_types


class CopStreamField(StreamField):
    """A StreamField whose block definitions stay out of migrations.

    A historical model therefore has the field without any blocks. Wagtail would read every stream
    as empty there, and write that back: without blocks this field hands out the raw data, a list of
    dictionaries, and writes back what it is given.
    """

    def deconstruct(self) -> Any:
        name, _path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, "cop_blocks.streamfield.field.CopStreamField", [[]], kwargs

    def clone(self) -> "CopStreamField":
        _name, _path, _args, kwargs = self.deconstruct()
        return CopStreamField(self.block_types_arg, **kwargs)

    def to_python(self, value: Any) -> Any:
        if self.stream_block.child_blocks or isinstance(value, StreamValue):
            return super().to_python(value)
        return _raw(value)

    def get_default(self) -> Any:
        if self.stream_block.child_blocks:
            return super().get_default()
        return _raw(self.default() if callable(self.default) else self.default)


class BodyField(CopStreamField):
    """A :class:`CopStreamField` of all building blocks and registered live blocks."""

    def __init__(self, verbose_name: Any = None, **kwargs: Any) -> None:
        super().__init__((), verbose_name=verbose_name, **kwargs)

    def clone(self) -> "BodyField":
        _name, _path, _args, kwargs = self.deconstruct()
        return BodyField(**kwargs)

    @cached_property
    def stream_block(self) -> StreamBlock:
        # Asked late: features register their blocks in ready(), after this field was made.
        block = StreamBlock(body_block_types(), template="cop_blocks/blocks/body.html")
        block.set_meta_options(self.block_opts)
        return block


def _raw(value: Any) -> Any:
    """A list, or text that is no JSON as it stands (a text field that became a StreamField)."""
    if isinstance(value, str) and value:
        try:
            value = json.loads(value)
        except ValueError:
            return value
    return value if isinstance(value, list) else []
