"""Which wording a reader gets where something is worded in several languages."""

from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar

from cop_blocks.languages import content_languages

K = TypeVar("K")
V = TypeVar("V")


def best_by_key(language: str, worded: Iterable[tuple[K, str, V]]) -> dict[K, V]:
    """Of each key's wordings, given as (key, language, wording), the one for ``language``."""
    order = tuple(content_languages())
    chosen: dict[K, tuple[tuple[int, str], V]] = {}
    for key, spoken, wording in worded:
        rank = _rank(language, spoken, order)
        if key not in chosen or rank < chosen[key][0]:
            chosen[key] = rank, wording
    return {key: wording for key, (_, wording) in chosen.items()}


def best(language: str, worded: Iterable[tuple[str, V]]) -> V | None:
    """Of some wordings, given as (language, wording), the one for ``language``."""
    return best_by_key(language, ((None, *pair) for pair in worded)).get(None)


@lru_cache(maxsize=1024)
def _rank(wanted: str, spoken: str, order: tuple[str, ...]) -> tuple[int, str]:
    """The language itself, then a variant of it (en for en-gb), then the site's own, in order."""
    if spoken == wanted:
        return -2, spoken
    if spoken.partition("-")[0] == wanted.partition("-")[0]:
        return -1, spoken
    return (order.index(spoken) if spoken in order else len(order)), spoken
