"""In which order hits come: sorts, and a score in which words decide last.

There is one number to sort by, so it has storeys: above all others one for what is not closed, or
has the very title; below it a storey for each step that a document is nearer, in it one for the
page of the very title, and in that what the words are worth, which is less than a storey whatever
they are.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from cop_search.engines.base import Question
from cop_search.engines.elasticsearch.conditions import (
    Condition,
    before,
    either,
    every,
    neither,
    one_of,
    states,
)
from cop_search.engines.elasticsearch.mapping import WEIGHTS, keyword

#: Of the searched words by weight, as SQLite weighs them.
BOOSTS = dict(zip(WEIGHTS, (10.0, 5.0, 3.0, 1.0, 0.5), strict=True))
#: More than one word is ever worth in a field: the logarithm of as many documents as a shard can
#: hold (2 ** 31), times how often it stands there (2.2 at most).
_MOST_OF_A_WORD = 50

Sort = list[dict[str, Any]]

_BY_TITLE: Sort = [{"title_key": "asc"}, {"page_id": "asc"}]


def sort(question: Question) -> Sort:
    """The title comes last, and the page, so that no two are equal."""
    match question.sort:
        case "date":
            return [*_by_date(question.moment), *_BY_TITLE]
        case "newest":
            return [{"first_published": {"order": "desc", "missing": "_last"}}, *_BY_TITLE]
        case "relevance":
            return [{"_score": {"order": "desc"}}, *_BY_TITLE]
        case _:
            return _BY_TITLE


def _by_date(moment: datetime) -> Sort:
    """What is still to come; what is past; then what has no date, with what is closed at the end.
    Each is a sort in which all others are equal."""
    stateful: Condition = {"term": {"when.has_state": True}}
    is_closed = either([{"term": {"when.closed": True}}, before("closes", moment, "when.")])
    is_over = neither(stateful), before("sort_date", moment, "when.")
    is_past = either([every([stateful, is_closed]), every(is_over)])

    def of(field: str, only: Condition, order: str, missing: str) -> dict[str, Any]:
        nested = {"path": "when", "filter": only}
        return {f"when.{field}": {"order": order, "missing": missing, "nested": nested}}

    return [
        of("sort_date", neither(is_past), "asc", "_last"),
        of("sort_date", is_past, "desc", "_last"),
        of("has_state", is_past, "asc", "_first"),
    ]


def scores(question: Question) -> list[Condition]:
    """What adds to the score, and lets nothing through or out."""
    if question.sort != "relevance":
        return []
    tokens = dict.fromkeys(
        token for alternatives in question.words for tokens in alternatives for token in tokens
    )
    storey = _storey(len(tokens))
    found = [_storeys(near, 2 * storey) for near in _nearer(question)]
    lasting = [neither(states(question.moment)["closed"])]
    above_all = 2 * storey * (len(found) + 1)
    # A keyword that is longer is refused with the whole question, and is no page's title.
    if question.title and keyword(question.title) == question.title:
        very_title: Condition = {"term": {"title_key": question.title}}
        found.append(_storeys(very_title, storey))
        lasting.append(very_title)
    found.append(_storeys(either(lasting), above_all))
    found += [
        {"term": {field: {"value": token, "boost": boost}}}
        for token in tokens
        for field, boost in BOOSTS.items()
    ]
    return found


def _storey(number: int) -> float:
    """The next power of two, which a float holds exactly."""
    most = number * _MOST_OF_A_WORD * sum(BOOSTS.values())
    return float(2 ** int(most).bit_length())


def _storeys(condition: Condition, height: float) -> Condition:
    return {"constant_score": {"filter": condition, "boost": height}}


def _nearer(question: Question) -> Iterator[Condition]:
    """Of each dimension that is filtered: within no step, within one, ... A document fulfils one
    more for each step that its nearest value is nearer."""
    for dimension, steps in question.steps.items():
        by_steps: dict[int, set[str]] = defaultdict(set)
        for value in question.filters.get(dimension, ()):
            by_steps[steps.get(value, 0)].add(value)
        # One far step says no more than a near one where nothing lies in between, but sums do.
        within: set[str] = set()
        for step in range(max(by_steps, default=0)):
            within |= by_steps.get(step, set())
            yield one_of(f"terms.{dimension}", within)
