"""What is typed, and whether a name has it: as words are indexed, the last one as a beginning."""

from collections.abc import Sequence
from functools import lru_cache

from cop_search.analysis import tokens

#: Of a longer query no more is looked at: nobody types that.
MAX_LETTERS, MAX_WORDS = 100, 8


def typed_words(q: str) -> tuple[str, ...]:
    return tuple(tokens(q[:MAX_LETTERS]))[:MAX_WORDS]


def nearness(name: str, typed: Sequence[str]) -> int | None:
    """0 for a name that begins with the words typed, 1 for one that has them elsewhere, or
    ``None``."""
    words = _words(name)
    *whole, beginning = typed
    if not all(word in words for word in whole):
        return None
    if not any(word.startswith(beginning) for word in words):
        return None
    return 0 if " ".join(words).startswith(" ".join(typed)) else 1


@lru_cache(maxsize=20_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(tokens(name))
