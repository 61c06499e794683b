"""Features add live blocks by registration; a host's page types offer them all."""

from collections.abc import Iterator
from typing import Any

import pytest
from wagtail.blocks import CharBlock, StructBlock

from cop_blocks.streamfield import BodyField, body_block_types, register_live_block, registry
from cop_blocks.streamfield.blocks import BUILDING_BLOCKS


class NewestBlock(StructBlock):
    title = CharBlock()

    class Meta:
        label = "Newest"


@pytest.fixture
def newest(monkeypatch: pytest.MonkeyPatch) -> Iterator[NewestBlock]:
    monkeypatch.setattr(registry, "_live_blocks", dict(registry._live_blocks))
    block = NewestBlock()
    register_live_block("newest", block)
    yield block


def names(blocks: list[tuple[str, Any]]) -> list[str]:
    return [name for name, _block in blocks]


def test_registered_blocks_come_after_the_building_blocks(newest: NewestBlock) -> None:
    offered = names(body_block_types())
    assert offered[: len(BUILDING_BLOCKS)] == names(BUILDING_BLOCKS)
    assert offered[-1] == "newest"


def test_a_body_offers_and_shows_a_registered_block(newest: NewestBlock) -> None:
    """As on a page type of the host, whose field was made before the feature registered."""
    field = BodyField("tekst")
    body = field.to_python([{"type": "newest", "value": {"title": "Vers"}, "id": "a"}])
    assert [block.value["title"] for block in body] == ["Vers"]


def test_a_body_is_made_before_its_blocks_are_registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_live_blocks", {})
    field = BodyField("tekst")
    register_live_block("newest", NewestBlock())
    assert "newest" in field.stream_block.child_blocks


def test_registering_the_same_name_again_replaces_it(newest: NewestBlock) -> None:
    again = NewestBlock()
    register_live_block("newest", again)
    assert dict(body_block_types())["newest"] is again
    assert names(body_block_types()).count("newest") == 1
