"""Bodies as their field stores them."""

import json
from collections.abc import Mapping
from typing import Any

Block = Mapping[str, Any]


def body(*blocks: Block) -> str:
    return json.dumps(list(blocks))


def text(html: str) -> Block:
    return {"type": "text", "value": html}


def picture(image: Any, description: str) -> Block:
    value = {"image": image.pk, "alt_text": description, "decorative": False}
    return {"type": "image", "value": {"image": value, "caption": ""}}


def live(name: str, **values: Any) -> Block:
    """A live block that a feature has registered."""
    return {"type": name, "value": values}
