"""Which initiatives a list of the newest shows: those that one can turn to now or soon. One that is
closed says nothing to who looks for support today; the list of all initiatives has them too."""

from dataclasses import replace

from cop_search.facade import SearchPage, SearchQuery, Sort, State

_CURRENT = (State.SOON, State.OPEN)


def current(query: SearchQuery) -> SearchQuery:
    """``query`` for the newest initiatives, open and upcoming ones alone."""
    return replace(
        query, kinds=("initiative",), states=_CURRENT, facets=("state",), sort=Sort.NEWEST
    )


def closed(query: SearchQuery) -> SearchQuery:
    """The others, with which a short list is filled up."""
    return replace(
        query, kinds=("initiative",), states=(State.CLOSED,), facets=(), sort=Sort.NEWEST
    )


def filled_up(found: SearchPage, others: SearchPage) -> SearchPage:
    """What :func:`current` found first, then what :func:`closed` found; the total is of both."""
    hits = (*found.hits, *others.hits)[: found.page_size]
    return replace(found, hits=hits, total=total(found))


def total(found: SearchPage) -> int:
    """How many initiatives there are in all, whatever their state."""
    return sum(found.facets.get("state", {}).values())
