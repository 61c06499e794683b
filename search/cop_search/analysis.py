"""Words as they are searched: the same function for pages and for what visitors type.

Every engine gets the tokens made here, so the same pages match on every database. Tokens hold
letters and digits only; no engine ever splits or folds them again.
"""

import re
import unicodedata
from collections.abc import Iterator

#: Stored with each document; raise it whenever ``tokens`` answers differently.
ANALYZER_VERSION = 1

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


def query_words(text: str, limit: int = 32) -> tuple[str, ...]:
    """The different words of a query, the first ``limit`` of them."""
    words: dict[str, None] = {}
    for token in tokens(text):
        words.setdefault(token)
        if len(words) == limit:
            break
    return tuple(words)
