"""One question of the oracle, put to the product."""

from typing import Any

from cop_search.facade import SearchQuery, Sort, State
from tests.search.oracle.truth import Asked


def query_of(asked: Asked, **others: Any) -> SearchQuery:
    return SearchQuery(
        locale=asked.locale,
        q=" ".join(asked.words),
        filters=asked.filters,
        kinds=asked.kinds,
        states=tuple(map(State, asked.states)),
        years=asked.years,
        dates=(asked.since, asked.until),
        site_id=asked.site,
        exclude_pages=asked.exclude,
        moment=asked.moment,
        only=frozenset(asked.only),
        sort=Sort(asked.sort),
        **others,
    )
