"""The body of a page: our blocks, and a StreamField whose migrations do not hold them."""

from cop_blocks.streamfield.field import BodyField, CopStreamField
from cop_blocks.streamfield.registry import body_block_types, register_live_block

__all__ = ["BodyField", "CopStreamField", "body_block_types", "register_live_block"]
