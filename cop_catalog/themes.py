"""Themes as pages show them: their lists, and how much there is to find in each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from wagtail.models import Site

from cop_blocks.languages import active_language, language_links
from cop_blocks.looks import PLAIN, THEME, TermLook
from cop_blocks.terms.tree import TermTree
from cop_catalog.current import closed, current, filled_up
from cop_search.elsewhere import Elsewhere, more_elsewhere
from cop_search.facade import Hit, SearchPage, SearchQuery, Sort, search_all

if TYPE_CHECKING:
    from django.http import HttpRequest

#: So many of each kind stand on a theme page; the rest is behind "all".
SHOWN = 6
#: More themes than this need a page of their own kind.
MOST_THEMES = 100


@dataclass(frozen=True, slots=True)
class ThemeCard:
    """A theme page, and how many initiatives carry its theme."""

    hit: Hit
    initiatives: int
    look: TermLook = PLAIN
    #: The number of the first numbered session of the theme, where there are sessions.
    session: int | None = None


@dataclass(frozen=True, slots=True)
class ThemeLists:
    """What a theme page lists: the sessions (next first), initiatives, good practices."""

    sessions: SearchPage
    initiatives: SearchPage
    practices: SearchPage
    #: The pages that another part of the theme page shows already.
    beside: frozenset[int] = frozenset()

    @property
    def all(self) -> tuple[SearchPage, ...]:
        return self.sessions, self.initiatives, self.practices

    @property
    def other_sessions(self) -> tuple[Hit, ...]:
        """The sessions that are not shown elsewhere on the page."""
        found = (hit for hit in self.sessions.hits if hit.page_id not in self.beside)
        return tuple(found)[:SHOWN]

    @property
    def has_more_sessions(self) -> bool:
        shown = len(self.other_sessions) + len(self.beside)
        return self.sessions.total > shown

    @property
    def is_empty(self) -> bool:
        return not (self.sessions.total or self.initiatives.total or self.practices.total)


def theme_of(page: Any) -> str | None:
    """The code of the theme of a theme page, ``None`` for a draft that has none yet.

    Its rows stay at hand for whoever has a section on the page.
    """
    rows = list(page.cop_term_rows.select_related("tag__vocabulary"))
    page.cop_term_rows.set(rows)
    terms = (row.tag for row in rows)
    return next((term.code for term in terms if term.vocabulary.code == "theme"), None)


def theme_lists(
    theme: str, request: "HttpRequest", beside: frozenset[int] = frozenset()
) -> ThemeLists:
    """Asked for together: the next sessions, the newest initiatives and good practices. What is
    shown ``beside`` the lists is not said again, and counts."""
    query = SearchQuery(
        locale=active_language(),
        filters={"theme": (theme,)},
        page_size=SHOWN,
        site_id=site_id_of(request),
    )
    sessions, initiatives, others, practices = search_all(
        [
            replace(query, kinds=("session",), sort=Sort.DATE, page_size=SHOWN + len(beside)),
            current(query),
            closed(query),
            replace(query, kinds=("good_practice",), sort=Sort.NEWEST),
        ]
    )
    return ThemeLists(sessions, filled_up(initiatives, others), practices, beside)


def theme_elsewhere(
    page: Any, theme: str, lists: ThemeLists, request: "HttpRequest"
) -> list[Elsewhere]:
    """How much more a theme has in other languages, where it has next to nothing in this one."""
    query = SearchQuery(
        locale=active_language(),
        filters={"theme": (theme,)},
        kinds=("session", "initiative", "good_practice"),
        site_id=site_id_of(request),
    )
    return more_elsewhere(query, lists.all, language_links(page, request))


def theme_cards(request: "HttpRequest | None", *, themes: Iterable[str] = ()) -> list[ThemeCard]:
    """All theme pages of the site in the active language, in the order of the themes."""
    tree = TermTree.load()
    pages, initiatives, sessions = search_all(
        [
            _everything("theme", request, themes={"theme": tuple(themes)} if themes else {}),
            _everything("initiative", request, facets=("theme",), page_size=1),
            _everything("session", request),
        ],
        tree=tree,
    )
    counts = initiatives.facets.get("theme", {})
    numbers = _first_numbers(sessions.hits)
    vocabulary = tree.vocabularies.get("theme")
    ordered = [code for code, _ in vocabulary.in_order()] if vocabulary else []
    place = {code: place for place, code in enumerate(ordered)}
    found = sorted(
        ((_theme(hit) or "", hit) for hit in pages.hits),
        key=lambda pair: place.get(pair[0], len(place)),
    )
    return [
        ThemeCard(
            hit,
            counts.get(code, 0),
            vocabulary.terms[code].look if vocabulary and code in vocabulary.terms else PLAIN,
            numbers.get(code),
        )
        for code, hit in found
    ]


def _everything(
    kind: str,
    request: "HttpRequest | None",
    *,
    themes: Mapping[str, tuple[str, ...]] | None = None,
    facets: tuple[str, ...] = (),
    page_size: int = MOST_THEMES,
) -> SearchQuery:
    return SearchQuery(
        locale=active_language(),
        filters=themes or {},
        kinds=(kind,),
        facets=facets,
        sort=Sort.TITLE,
        page_size=page_size,
        site_id=site_id_of(request),
    )


def _first_numbers(sessions: Iterable[Hit]) -> dict[str, int]:
    """Theme -> the lowest number of a session about it; sessions may have none."""
    numbers: dict[str, int] = {}
    for hit in sessions:
        if number := hit.card.get("number"):
            for code in hit.terms.get(THEME, ()):
                numbers[code] = min(number, numbers.get(code, number))
    return numbers


def site_id_of(request: "HttpRequest | None") -> int | None:
    site = Site.find_for_request(request) if request else None
    return site.pk if site else None


def _theme(hit: Hit) -> str | None:
    return next(iter(hit.terms.get("theme", ())), None)
