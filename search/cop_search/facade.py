"""The one door to finding: views, lists, theme pages, feeds and blocks use only this."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.utils.safestring import SafeString

if TYPE_CHECKING:
    from cop_blocks.terms.tree import TermTree
    from cop_search.rules.rules import Rules
    from cop_search.suggesting.found import Suggestions


class Sort(StrEnum):
    #: What is closed stands last, unless it has the very title that was typed. Where a vocabulary
    #: that matches by overlap is filtered, what lies within the chosen term goes first, then what
    #: its parent carries, and so on; then the best match of the words.
    RELEVANCE = "relevance"
    NEWEST = "newest"
    #: What is still to come first, the nearest at the top; then what is past, the latest first.
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
    codes: OR inside a vocabulary, AND between them. ``facets`` names the vocabularies to count,
    and ``"kind"``, ``"state"`` and ``"year"``; ``dates`` is a first and a last day, both inclusive,
    either may be ``None``; ``years`` are calendar years, of which a hit lies in one.

    ``only`` names vocabularies that match by overlap: of them a filter, and the number at an
    option, takes what lies within a term, not what it lies within ("only from this region").

    No codes for a vocabulary: no filter. Only codes that do not exist: no hits. A ``q`` without a
    single letter or digit asks for nothing and is left out.
    """

    locale: str
    q: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()
    states: tuple[State, ...] = ()
    years: tuple[str, ...] = ()
    dates: tuple[date | None, date | None] = (None, None)
    only: frozenset[str] = frozenset()
    facets: tuple[str, ...] = ()
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    page_size: int = 20
    site_id: int | None = None
    exclude_pages: tuple[int, ...] = ()
    #: Whether other words are sought where these find nothing; a statement more.
    corrects: bool = True
    #: Defaults to now.
    moment: datetime | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One found page, with all that a card shows: results load no pages."""

    page_id: int
    kind: str
    title: str
    #: Path on the page's own site.
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
    #: Vocabulary that matches by overlap and is filtered -> the term that this was found by, where
    #: that lies around the chosen one: a national page, found by a region.
    nearest: Mapping[str, str] = field(default_factory=dict)
    #: To be shown: escaped, with what was searched for in ``<mark>``.
    title_marked: SafeString = SafeString("")
    summary_marked: SafeString = SafeString("")
    #: A part of the text with the words that title and summary do not show; empty without any.
    excerpt: SafeString = SafeString("")


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The answer: one page of hits, how many there are in all, and the counts of each facet
    (vocabulary code -> term code -> number of hits that the visitor would get; a code that is not
    there has none). ``page`` is the page given: the last one where one beyond it was asked for.

    ``best_bets`` are what editors put first for these words: on the first page only, under the same
    filters, and also where nothing else was found. They are no part of ``total``; those that have
    the words stand among ``hits`` too."""

    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[str, Mapping[str, int]]
    page: int = 1
    page_size: int = 20
    #: Where nothing was found: the whole query in words of the site that do find something under
    #: the same filters.
    did_you_mean: str | None = None
    engine: str = ""
    degraded: bool = False
    best_bets: tuple[Hit, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages of hits there are; one where there are no hits."""
        return max(1, -(-self.total // self.page_size))


def search(
    query: SearchQuery, *, tree: "TermTree | None" = None, rules: "Rules | None" = None
) -> SearchPage:
    """Answers in four statements at most, whatever the number of facets: the tree (none with
    ``tree``), editors' rules where there are words, the search, and the documents found.

    ``rules`` are used in place of the saved ones: what an editor is about to save.
    """
    return search_all([query], tree=tree, rules=rules)[0]


def search_all(
    queries: Sequence[SearchQuery],
    *,
    tree: "TermTree | None" = None,
    rules: "Rules | None" = None,
) -> list[SearchPage]:
    """Several lists of one page: a statement each, one for all their hits, one for all rules, and
    the tree."""
    from cop_search.answers import answers

    return answers(queries, tree, rules)


def hits_of(page_ids: Iterable[int], locale: str, *, site_id: int | None = None) -> list[Hit]:
    """Chosen pages as hits, in the order given, each once: what nobody may find, or is in another
    language, is left out. One statement; none for no pages. A page of another site than
    ``site_id`` has a whole address."""
    from cop_search.answers import chosen

    return chosen(page_ids, locale, site_id)


def suggest(
    q: str,
    locale: str,
    site_id: int | None = None,
    limit: int = 5,
    *,
    kinds: Sequence[str] = (),
    preset: Mapping[str, Sequence[str]] | None = None,
    chosen: Mapping[str, Sequence[str]] | None = None,
    exclude_pages: Sequence[int] = (),
) -> "Suggestions":
    """What somebody may mean who has typed ``q`` so far: terms, titles of pages, organisations, at
    most ``limit`` of each. Three statements; none where nothing is typed.

    ``preset`` holds, as in a query; of ``chosen``, what an address says, the unknown is left out.
    A vocabulary with a term preset or chosen is not suggested from.
    """
    from cop_search.suggesting.suggest import suggestions

    return suggestions(
        q,
        locale,
        site_id,
        limit,
        kinds=kinds,
        preset=preset or {},
        chosen=chosen or {},
        exclude_pages=exclude_pages,
    )
