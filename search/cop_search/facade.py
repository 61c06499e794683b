"""The one door to finding: views, lists, theme pages, feeds and blocks use only this."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any


class Sort(StrEnum):
    RELEVANCE = "relevance"
    NEWEST = "newest"
    #: What is still to come first, the nearest at the top; then what is past, the latest at the top.
    DATE = "date"
    TITLE = "title"


class State(StrEnum):
    """Follows from a page's dates at the moment of asking; never stored."""

    SOON = "soon"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What is asked. ``locale`` is a language code; ``filters`` maps a vocabulary's code to term
    codes: OR inside a vocabulary, AND between them. ``facets`` names the vocabularies to count;
    ``dates`` is a first and a last day, both inclusive, either may be ``None``."""

    locale: str
    q: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()
    states: tuple[State, ...] = ()
    dates: tuple[date | None, date | None] = (None, None)
    facets: tuple[str, ...] = ()
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    page_size: int = 20
    site_id: int | None = None
    exclude_pages: tuple[int, ...] = ()
    #: Defaults to now.
    moment: datetime | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One found page, with all that a card shows: results load no pages."""

    page_id: int
    kind: str
    title: str
    url: str
    summary: str
    state: State | None
    opens: datetime | None
    closes: datetime | None
    sort_date: datetime | None
    #: Vocabulary code -> term codes, in the page's order.
    terms: Mapping[str, tuple[str, ...]]
    card: Mapping[str, Any]
    card_template: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The answer: one page of hits, how many there are in all, and the counts of each facet
    (vocabulary code -> term code -> number of hits that the visitor would get)."""

    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[str, Mapping[str, int]]
    did_you_mean: str | None = None
    engine: str = ""
    degraded: bool = False


def search(query: SearchQuery) -> SearchPage:
    raise NotImplementedError
