"""The answer that the rows of the one statement hold."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from cop_search.engines.base import KIND, STATE, Answer, Facet, Question

#: What a row is of, its dimension and values, a number, and its place.
Row = tuple[str, str, str | None, int, int]


def answer(rows: Iterable[Row], question: Question) -> Answer:
    hits: list[tuple[int, int]] = []
    total = 0
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for part, dimension, value, number, position in rows:
        if part == "hit":
            hits.append((position, number))
        elif part == "total":
            total = number
        elif value:
            found[dimension].append((value, number))
    pages = max(1, -(-total // question.page_size))
    ids = tuple(number for _, number in sorted(hits))
    counts = {facet.dimension: _count(facet, found[facet.dimension]) for facet in question.facets}
    return Answer(ids, total, min(question.page, pages), counts)


def _count(facet: Facet, found: Sequence[tuple[str, int]]) -> dict[str, int]:
    """Adds up one facet from the different lists of values that documents have: a document counts
    once for an option, however many of its values the option finds."""
    if facet.dimension in (KIND, STATE):
        return dict(found)
    counts: dict[str, int] = defaultdict(int)
    # There are as many lists as combinations; read at once they take a fifth of the time.
    lists = json.loads(f"[{','.join(values for values, _ in found)}]")
    found_by = None if facet.options is None else _found_by(facet.options)
    for values, (_, number) in zip(lists, found, strict=True):
        if found_by is not None:
            values = {option for value in values for option in found_by.get(value, ())}
        for option in values:
            counts[option] += number
    return dict(counts)


def _found_by(options: Mapping[str, frozenset[str]]) -> dict[str, list[str]]:
    """Value -> the options that find it."""
    found_by: dict[str, list[str]] = defaultdict(list)
    for option, values in options.items():
        for value in values:
            found_by[value].append(option)
    return found_by
