"""Pages of results: ours, and Wagtail's own on the same words."""

import random
from collections.abc import Iterator
from functools import partial

from django.db import connection

from benchmarks.corpus import plain, whole
from benchmarks.corpus.asking import query, statements, usual_and_widest
from benchmarks.corpus.timing import median, once, p95
from cop_search.facade import SearchQuery, search

#: Of a slow plain search one word is enough.
_SLOW = 2000


class Ours:
    """``usual``: the median of a page of results for a usual word, nothing chosen."""

    def __init__(self, rounds: int) -> None:
        self.rounds = rounds
        self.usual = 0.0

    def measure(self) -> Iterator[tuple[str, str]]:
        words, widest = usual_and_widest()
        chance = random.Random(1)  # noqa: S311
        sorts: dict[str, list[SearchQuery]] = {
            "usual word": [query(words[n % len(words)]) for n in range(self.rounds)],
            "usual word, options chosen": [
                query(words[n % len(words)], chance) for n in range(self.rounds)
            ],
            "widest word": [query(widest) for _ in range(self.rounds // 2)],
            "widest word, options chosen": [query(widest, chance) for _ in range(self.rounds)],
            "no word": [query("") for _ in range(self.rounds // 2)],
            "no word, options chosen": [query("", chance) for _ in range(self.rounds)],
        }
        for what, queries in sorts.items():
            if search(queries[0]).degraded:
                raise RuntimeError("the search server does not answer")
            spent = [once(partial(search, each)) for each in queries]
            found = median([search(each).total for each in queries[:9]])
            if what == "usual word":
                self.usual = median(spent)
            yield (
                f"{what} (finds {found:.0f}), median / p95",
                f"{median(spent):.1f} / {p95(spent):.1f} ms",
            )
        yield "statements of the facade, all facets with options", str(statements(words[0]))
        yield from whole.measure(words, self.rounds)


def beside_plain(rounds: int) -> Iterator[tuple[str, str]]:
    """As shipped, then with what we add to it; ours is asked in between, of the same word."""
    is_postgresql = connection.vendor == "postgresql"
    helped = "with the GIN index" if is_postgresql else "after ANALYZE"
    words, _widest = usual_and_widest()
    locale = plain.locale("nl")
    for what, prepare in (("as shipped", plain.as_shipped), (helped, plain.as_helped)):
        prepare()
        theirs: list[float] = []
        ours: list[float] = []
        for word in words[: max(1, rounds // 10)]:
            theirs.append(once(partial(plain.results_page, word, locale)))
            ours.extend(once(partial(search, query(word))) for _ in range(3))
            if theirs[-1] > _SLOW:
                break
        yield f"Wagtail's own search {what}, median", f"{median(theirs):.0f} ms"
        yield f"ratio to ours {what}", f"{median(theirs) / median(ours):.1f}"
