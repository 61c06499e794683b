"""A question as one request: the words, what is filtered after counting, and a count a facet."""

from collections.abc import Iterable
from typing import Any

from cop_search.engines.base import KIND, STATE, Facet, Question, SuggestQuestion
from cop_search.engines.elasticsearch.conditions import (
    Condition,
    alive,
    carries,
    every,
    field_of,
    has_words,
    period,
    states,
)
from cop_search.engines.elasticsearch.ordering import scores, sort

Body = dict[str, Any]

#: Hits beyond these are not sorted by a cluster, unless its index says otherwise.
WINDOW = 10_000
#: Values of a facet that are counted; more than any vocabulary has.
_VALUES = 60_000
#: All that is to come back of a hit.
_ANSWER: Body = {"_source": False, "docvalue_fields": ["document_id", "page_id"]}


def body(question: Question, excluded: Iterable[int]) -> Body:
    """``excluded`` are pages, beside those that the question excludes itself."""
    pages = (*question.exclude_pages, *excluded)
    moment = question.moment
    filters = {
        dimension: carries(dimension, values, moment)
        for dimension, values in question.filters.items()
    }
    counted = {facet.dimension for facet in question.facets}
    # What is filtered and not counted narrows every number alike.
    before = [condition for name, condition in filters.items() if name not in counted]
    after = {name: condition for name, condition in filters.items() if name in counted}
    asked = [
        *alive(question.locale, question.site_id, moment, pages),
        *has_words(question.words),
        *period(question),
        *before,
    ]
    return {
        **_ANSWER,
        "query": {"bool": {"filter": asked, "should": scores(question)}},
        "post_filter": every(after.values()),
        "aggs": {facet.dimension: _count(facet, after, question) for facet in question.facets},
        "sort": sort(question),
        "from": (question.page - 1) * question.page_size,
        "size": question.page_size,
        "track_total_hits": True,
    }


def _count(facet: Facet, filters: dict[str, Condition], question: Question) -> Body:
    """Under all filters but its own."""
    others = [condition for name, condition in filters.items() if name != facet.dimension]
    return {"filter": every(others), "aggs": {"values": _values(facet, question)}}


def _values(facet: Facet, question: Question) -> Body:
    options = facet.options
    if facet.dimension == STATE:
        return {"filters": {"filters": states(question.moment)}}
    if options is None or facet.dimension == KIND:
        return {"terms": {"field": field_of(facet.dimension), "size": _VALUES}}
    found = {
        option: carries(facet.dimension, values, question.moment)
        for option, values in options.items()
    }
    return {"filters": {"filters": found}} if found else {"filter": {"match_none": {}}}


def titles(question: SuggestQuestion, excluded: Iterable[int]) -> Body:
    """Titles that begin with what was typed go first."""
    *whole, begun = question.words
    asked = [
        *alive(
            question.locale,
            question.site_id,
            question.moment,
            (*question.exclude_pages, *excluded),
        ),
        *({"term": {"title_words": word}} for word in dict.fromkeys(whole)),
        {"prefix": {"title_words": {"value": begun}}},
        *(carries(name, values, question.moment) for name, values in question.filters.items()),
    ]
    first: Condition = {"prefix": {"title_key": {"value": " ".join(question.words)}}}
    return {
        **_ANSWER,
        "query": {"bool": {"filter": asked, "should": [{"constant_score": {"filter": first}}]}},
        "sort": [{"_score": "desc"}, {"title_key": "asc"}, {"page_id": "asc"}],
        "size": question.limit,
        "track_total_hits": False,
    }
