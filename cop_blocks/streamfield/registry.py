"""Live blocks that the features add to every body, in the order of registration."""

from wagtail.blocks import Block

_live_blocks: dict[str, Block] = {}


def register_live_block(name: str, block: Block) -> None:
    """Offer ``block`` in every :class:`BodyField`. Call it in ``AppConfig.ready()``."""
    _live_blocks[name] = block


def live_blocks() -> tuple[Block, ...]:
    return tuple(_live_blocks.values())


def live_block_names() -> tuple[str, ...]:
    """The names of the live blocks, as bodies hold them."""
    return tuple(_live_blocks)


def body_block_types() -> list[tuple[str, Block]]:
    """All blocks of a body: the building blocks first, then what features have registered."""
    from cop_blocks.streamfield.blocks import BUILDING_BLOCKS

    return [*BUILDING_BLOCKS, *_live_blocks.items()]
