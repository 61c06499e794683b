"""Whether a page that editors chose may stand above what a visitor filtered."""

from cop_search.engines.base import KIND, STATE, Question
from cop_search.models import Document


def fits(document: Document, state: str, question: Question) -> bool:
    """Whether a document has everything that is asked for but the words. ``state`` is its own at
    the moment of the question, empty where it has none."""
    return (
        document.locale == question.locale
        and (document.expires is None or document.expires > question.moment)
        and question.site_id in (None, document.site_id)
        and document.page_id not in question.exclude_pages
        and _is_in_period(document, question)
        and all(
            not values.isdisjoint(_values(document, state, dimension))
            for dimension, values in question.filters.items()
        )
    )


def _values(document: Document, state: str, dimension: str) -> list[str]:
    if dimension == KIND:
        return [document.kind]
    if dimension == STATE:
        return [state]
    return list(document.terms.get(dimension, ()))


def _is_in_period(document: Document, question: Question) -> bool:
    first, last = document.sort_date, document.sort_date
    if document.has_state:
        first, last = document.opens, document.closes
    since, until = question.since, question.until
    is_open = document.has_state
    after = since is None or (last >= since if last else is_open)
    before = until is None or (first < until if first else is_open)
    return after and before
