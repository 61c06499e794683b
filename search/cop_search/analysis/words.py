"""Words as they are written: lower case, without accents, letters and digits only."""

import re
import unicodedata
from collections.abc import Iterator

#: Longer words are cut: no index and no query ever holds a word of 10,000 letters.
MAX_TOKEN = 60

_WORD = re.compile(r"[^\W_]+")


def tokens(text: str) -> Iterator[str]:
    """The words of ``text`` in their order: lower case, without accents."""
    for found in _WORD.finditer(fold(text)):
        yield found.group()[:MAX_TOKEN]


def fold(text: str) -> str:
    """``text`` in lower case and without accents: "Één Café" is "een cafe"."""
    lowered = unicodedata.normalize("NFKC", text).lower()
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(char for char in decomposed if unicodedata.category(char) != "Mn")
