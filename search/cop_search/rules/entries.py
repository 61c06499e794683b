"""How editors write several words in one field."""

import re

_BETWEEN = re.compile(r"[,;\n]")


def split(text: str) -> list[str]:
    """The entries of a text with commas, semicolons or line breaks between them."""
    return _clean(_BETWEEN.split(text))


def lines(text: str) -> list[str]:
    """The entries of a text with one a line."""
    return _clean(text.splitlines())


def _clean(entries: list[str]) -> list[str]:
    return list(filter(None, (" ".join(entry.split()) for entry in entries)))
