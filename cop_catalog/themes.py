"""Themes as pages show them: their lists, and how much there is to find in each."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wagtail.models import Site

from cop_blocks.languages import active_language, language_links
from cop_blocks.terms.tree import TermTree
from cop_search.elsewhere import Elsewhere, more_elsewhere
from cop_search.facade import Hit, SearchPage, SearchQuery, Sort, search, search_all

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


@dataclass(frozen=True, slots=True)
class ThemeLists:
    """What a theme page lists: the sessions (next first), initiatives, good practices."""

    sessions: SearchPage
    initiatives: SearchPage
    practices: SearchPage

    @property
    def all(self) -> tuple[SearchPage, ...]:
        return self.sessions, self.initiatives, self.practices

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


def theme_lists(theme: str, request: "HttpRequest") -> ThemeLists:
    """Asked for together: the next sessions, the newest initiatives and good practices."""
    wanted = (("session", Sort.DATE), ("initiative", Sort.NEWEST), ("good_practice", Sort.NEWEST))
    language, site_id = active_language(), site_id_of(request)
    queries = [
        SearchQuery(
            locale=language,
            filters={"theme": (theme,)},
            kinds=(kind,),
            sort=sort,
            page_size=SHOWN,
            site_id=site_id,
        )
        for kind, sort in wanted
    ]
    return ThemeLists(*search_all(queries))


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
    language, site_id = active_language(), site_id_of(request)
    pages = search(
        SearchQuery(
            locale=language,
            filters={"theme": tuple(themes)} if themes else {},
            kinds=("theme",),
            sort=Sort.TITLE,
            page_size=MOST_THEMES,
            site_id=site_id,
        ),
        tree=tree,
    )
    counts = search(
        SearchQuery(
            locale=language,
            kinds=("initiative",),
            facets=("theme",),
            page_size=1,
            site_id=site_id,
        ),
        tree=tree,
    ).facets.get("theme", {})
    vocabulary = tree.vocabularies.get("theme")
    order = (
        {code: place for place, (code, _) in enumerate(vocabulary.in_order())} if vocabulary else {}
    )
    cards = [
        (theme, ThemeCard(hit, counts.get(theme or "", 0)))
        for hit in pages.hits
        for theme in [_theme(hit)]
    ]
    return [
        card for _, card in sorted(cards, key=lambda pair: order.get(pair[0] or "", len(order)))
    ]


def site_id_of(request: "HttpRequest | None") -> int | None:
    site = Site.find_for_request(request) if request else None
    return site.pk if site else None


def _theme(hit: Hit) -> str | None:
    return next(iter(hit.terms.get("theme", ())), None)
