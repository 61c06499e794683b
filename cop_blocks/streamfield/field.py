"""StreamFields that keep block definitions out of migrations and lose no data there."""

from typing import Any

from django.utils.functional import cached_property
from wagtail.blocks import StreamBlock
from wagtail.fields import StreamField

from cop_blocks.streamfield.registry import body_block_types


class CopStreamField(StreamField):
    """A StreamField whose block definitions stay out of migrations."""

    def deconstruct(self) -> Any:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs


class BodyField(CopStreamField):
    """A :class:`CopStreamField` of all building blocks and registered live blocks."""

    def __init__(self, verbose_name: Any = None, block_types: Any = (), **kwargs: Any) -> None:
        super().__init__(block_types, verbose_name=verbose_name, **kwargs)

    def deconstruct(self) -> Any:
        name, path, _args, kwargs = super().deconstruct()
        return name, path, [], kwargs

    @cached_property
    def stream_block(self) -> StreamBlock:
        # Asked late: features register their blocks in ready(), after this field was made.
        block = StreamBlock(body_block_types())
        block.set_meta_options(self.block_opts)
        return block
