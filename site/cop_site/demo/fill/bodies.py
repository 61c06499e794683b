"""Bodies as their field stores them."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

Block = Mapping[str, Any]


def body(*blocks: Block) -> str:
    return json.dumps(list(blocks))


def text(html: str) -> Block:
    return {"type": "text", "value": html}


def picture(image: Any, description: str) -> Block:
    value = {"image": image.pk, "alt_text": description, "decorative": False}
    return {"type": "image", "value": {"image": value, "caption": ""}}


def quote(words: str, who: str) -> Block:
    return {"type": "quote", "value": {"quote": words, "attribution": who}}


def figures(items: Sequence[tuple[str, str]]) -> Block:
    """Each a figure, and what it says."""
    rows = [
        {
            "type": "item",
            "id": str(uuid4()),
            "value": {"number": number, "text": says, "source": ""},
        }
        for number, says in items
    ]
    return {"type": "figures", "value": {"items": rows}}


def live(name: str, **values: Any) -> Block:
    """A live block that a feature has registered."""
    return {"type": name, "value": values}
