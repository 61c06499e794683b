"""What a document must be like to be found, as Elasticsearch says it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from cop_search.engines.base import KIND, STATE, Alternatives, Question
from cop_search.engines.elasticsearch.mapping import microseconds

Condition = dict[str, Any]


def every(conditions: Iterable[Condition]) -> Condition:
    return {"bool": {"filter": list(conditions)}}


def either(conditions: Iterable[Condition]) -> Condition:
    """Of nothing nothing is true; to the server an empty ``bool`` is true of everything."""
    if some := list(conditions):
        return {"bool": {"should": some, "minimum_should_match": 1}}
    return {"match_none": {}}


def neither(*conditions: Condition) -> Condition:
    return {"bool": {"must_not": list(conditions)}}


def has(field: str) -> Condition:
    return {"exists": {"field": field}}


def one_of(field: str, values: Iterable[Any]) -> Condition:
    return {"terms": {field: sorted(values)}}


def before(field: str, moment: datetime, within: str = "") -> Condition:
    return {"range": {within + field: {"lt": microseconds(moment)}}}


def after(field: str, moment: datetime) -> Condition:
    return {"range": {field: {"gt": microseconds(moment)}}}


def alive(
    locale: str, site_id: int | None, moment: datetime, excluded: Iterable[int]
) -> list[Condition]:
    """What anybody may find. Language and site are asked for although the alias says them: a wrong
    alias then finds nothing, in place of what is another's."""
    conditions = [
        {"term": {"locale": locale}},
        either([neither(has("expires")), after("expires", moment)]),
    ]
    if site_id is not None:
        conditions.append({"term": {"site_id": site_id}})
    if pages := set(excluded):
        conditions.append(neither(one_of("page_id", pages)))
    return conditions


def has_words(words: Iterable[Alternatives], field: str = "words") -> list[Condition]:
    """All words, and of each word all tokens of one alternative."""
    return [
        either(
            every({"term": {field: token}} for token in dict.fromkeys(tokens))
            for tokens in alternatives
        )
        for alternatives in words
    ]


def carries(dimension: str, values: Iterable[str], moment: datetime) -> Condition:
    if dimension == STATE:
        known = states(moment)
        return either(known[value] for value in sorted(values) if value in known)
    return one_of(field_of(dimension), values)


def field_of(dimension: str) -> str:
    return "kind" if dimension == KIND else f"terms.{dimension}"


def states(moment: datetime) -> dict[str, Condition]:
    stateful: Condition = {"term": {"has_state": True}}
    is_closed = either([{"term": {"closed": True}}, before("closes", moment)])
    is_soon = after("opens", moment)
    return {
        "soon": every([stateful, neither(is_closed), is_soon]),
        "open": every([stateful, neither(is_closed, is_soon)]),
        "closed": every([stateful, is_closed]),
    }


def period(question: Question) -> list[Condition]:
    conditions = []
    if question.since is not None:
        conditions.append(_reaches("closes", {"gte": microseconds(question.since)}))
    if question.until is not None:
        conditions.append(_reaches("opens", {"lt": microseconds(question.until)}))
    return conditions


def _reaches(end: str, bounds: dict[str, int]) -> Condition:
    """What has a state reaches as far as its dates say, without one for ever; all else is of its
    one date."""
    stateful: Condition = {"term": {"has_state": True}}
    lasting = either([neither(has(end)), {"range": {end: bounds}}])
    return either(
        [
            every([stateful, lasting]),
            every([neither(stateful), {"range": {"sort_date": bounds}}]),
        ]
    )
