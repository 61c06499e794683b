"""What long words are made of: the cheapest row of known words with link letters between."""

from collections.abc import Callable
from dataclasses import dataclass

#: Parts are words of at least so many letters, but for the short ones that are named.
MIN_PART = 4
#: Longer words are not split.
MAX_COMPOUND = 60

#: Cost, and the parts.
_Row = tuple[int, tuple[str, ...]]


@dataclass(frozen=True)
class Compounding:
    """How one language puts words together."""

    #: Letters between two parts.
    links: tuple[str, ...]
    #: Words that are never a part, or not the first or the last one.
    never: frozenset[str] = frozenset()
    never_first: frozenset[str] = frozenset()
    never_last: frozenset[str] = frozenset()
    #: Words that only look like compounds.
    whole: frozenset[str] = frozenset()
    #: Parts with fewer letters that may come first, or last.
    short_first: frozenset[str] = frozenset()
    short_last: frozenset[str] = frozenset()

    def split(self, word: str, is_known: Callable[[str], bool]) -> tuple[str, ...]:
        """The parts as they stand in the word, without link letters; none where it is no compound.

        Few parts are better than many, and a long last part than a short one.
        """
        size = len(word)
        if not MIN_PART + 3 <= size <= MAX_COMPOUND or word in self.whole or not word.isalpha():
            return ()
        starts: dict[int, _Row] = {0: (0, ())}
        for end in range(3, size + 1):
            rows = [
                (cost + price, (*parts, word[start:end]))
                for start, (cost, parts) in starts.items()
                if (price := self._price(word, start, end, is_known))
            ]
            if not rows:
                continue
            best = min(rows, key=lambda row: (row[0], -len(row[1][-1])))
            if end == size:
                return best[1]
            _keep_cheapest(starts, end, best)
            for link in self.links:
                if word.startswith(link, end):
                    _keep_cheapest(starts, end + len(link), (best[0] + 1, best[1]))
        return ()

    def _price(self, word: str, start: int, end: int, is_known: Callable[[str], bool]) -> int:
        """What a part costs; 0 where this is none."""
        part = word[start:end]
        is_first, is_last = start == 0, end == len(word)
        if is_first and is_last:
            return 0
        if len(part) < MIN_PART:
            short = self.short_first if is_first else self.short_last if is_last else ()
            return 12 if part in short else 0
        barred = self.never_first if is_first else self.never_last if is_last else frozenset()
        if part in self.never or part in barred or not is_known(part):
            return 0
        return 10


def _keep_cheapest(starts: dict[int, _Row], at: int, row: _Row) -> None:
    if at not in starts or row[0] < starts[at][0]:
        starts[at] = row
