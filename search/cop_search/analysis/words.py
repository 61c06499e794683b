"""Words as they are stored: lower case, without accents, letters and digits only."""

import re
import unicodedata
from collections.abc import Iterator

#: Longer words are cut: no index and no query ever holds a word of 10,000 letters.
MAX_TOKEN = 60

_WORD = re.compile(r"[^\W_]+")
#: Letters that are no letter with an accent, and yet are typed as others.
_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}


class Marks(dict[int, int | str | None]):
    """For ``str.translate``: drops combining marks, and remembers what it has looked at."""

    def __missing__(self, code: int) -> int | None:
        kept = None if unicodedata.category(chr(code)) == "Mn" else code
        self[code] = kept
        return kept


_FOLDING = Marks({ord(letter): typed for letter, typed in _LETTERS.items()})


def tokens(text: str) -> Iterator[str]:
    """The words of ``text`` in their order: lower case, without accents."""
    for found in _WORD.finditer(fold(text)):
        yield found.group()[:MAX_TOKEN]


def fold(text: str) -> str:
    """``text`` in lower case and without accents: "Één Café" is "een cafe"."""
    if text.isascii():
        return text.lower()
    lowered = unicodedata.normalize("NFKC", text).lower()
    return unicodedata.normalize("NFKD", lowered).translate(_FOLDING)


def token(word: str) -> str:
    """One word as it is stored; empty where it has neither letter nor digit."""
    if word.isascii() and word.isalnum():
        return word.lower()[:MAX_TOKEN]
    return "".join(_WORD.findall(fold(word)))[:MAX_TOKEN]
