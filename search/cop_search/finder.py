"""The one way to filter: results page, initiative list and theme page, with other presets."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.functional import Promise, cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cop_blocks.feeds import ATOM, FeedLink
from cop_blocks.jsonld import item_list
from cop_blocks.languages import LanguageLink, language_links
from cop_blocks.parts import below
from cop_blocks.terms.labels import TermLabels, term_labels
from cop_blocks.terms.tree import TermTree
from cop_search import conf
from cop_search.elsewhere import Elsewhere, more_elsewhere
from cop_search.facade import Hit, SearchPage, SearchQuery, Sort, search
from cop_search.facets import Choice, FacetView, facet_view
from cop_search.forms import SORT_LABELS, Asked, FinderForm
from cop_search.notes import Chip, chips, notes
from cop_search.pagination import Pagination, paginate
from cop_search.parameters import (
    facet_vocabularies,
    kind_choices,
    know_states,
    state_choices,
    term_choices,
)


class Finder:
    """A form and its results, for a template to show (``cop_search/finder.html``).

    Made by ``for_page``. Nothing is asked of the database before it is looked at, and each thing
    once: vocabularies, trees and names in four statements, the search itself in two, or in three
    where there are words.
    """

    def __init__(
        self,
        data: QueryDict,
        *,
        path: str,
        language: str,
        site_id: int | None = None,
        kinds: Sequence[str] = (),
        preset: Mapping[str, Sequence[str]] | None = None,
        sort: Sort = Sort.TITLE,
        page_size: int | None = None,
        exclude_pages: Sequence[int] = (),
        root_url: str = "",
        languages: Callable[[], Sequence[LanguageLink]] = tuple,
        answers: Callable[[tuple[str, ...]], object] | None = None,
    ) -> None:
        self.data = data
        self.path = path
        self.language = language
        self.site_id = site_id
        self.kinds = tuple(kinds)
        self.preset = {code: tuple(terms) for code, terms in (preset or {}).items() if terms}
        self.default_sort = sort
        self.page_size = page_size or conf.page_size()
        self.exclude_pages = tuple(exclude_pages)
        self.root_url = root_url
        self.languages = languages
        self.answers = answers

    @classmethod
    def for_page(
        cls,
        request: HttpRequest,
        page: Any,
        *,
        kinds: Sequence[str] = (),
        preset: Mapping[str, Sequence[str]] | None = None,
        sort: Sort = Sort.TITLE,
        page_size: int | None = None,
        exclude_pages: Sequence[int] = (),
    ) -> "Finder":
        """What is found on ``page``, in its language and on its site.

        ``kinds`` (codes) and ``preset`` (vocabulary code -> term codes) always hold; a vocabulary
        that is preset is not offered as a filter. ``sort`` is the order where no words are typed.
        """
        site = Site.find_for_request(request)
        return cls(
            request.GET,
            path=page.get_url(request) or request.path,
            language=page.locale.language_code,
            site_id=site.pk if site else None,
            kinds=kinds,
            preset=preset,
            sort=sort,
            page_size=page_size,
            exclude_pages=exclude_pages,
            root_url=f"{request.scheme}://{request.get_host()}",
            languages=lambda: language_links(page, request),
            answers=getattr(page, "answer_below", None),
        )

    @cached_property
    def tree(self) -> TermTree:
        return TermTree.load()

    @cached_property
    def labels(self) -> TermLabels:
        """Names of vocabularies and terms in the page's language, for cards and chips."""
        return term_labels(self.language)

    @cached_property
    def choices(self) -> dict[str, list[Choice]]:
        """All that can be chosen, in the order shown: kind, vocabularies, state."""
        choices: dict[str, list[Choice]] = {}
        kinds = kind_choices(self.kinds)
        if len(kinds) > 1:
            choices["kind"] = kinds
        for code in facet_vocabularies(self.kinds, without=self.preset):
            if terms := term_choices(
                code, self.tree, self.labels, asked=self._followed.getlist(code)
            ):
                choices[code] = terms
        if know_states(self.kinds):
            choices["state"] = state_choices()
        return choices

    @cached_property
    def _followed(self) -> QueryDict:
        """The address, with terms that were merged into another under their new name."""
        followed = self.data.copy()
        for code, vocabulary in self.tree.vocabularies.items():
            if code in followed:
                asked = followed.getlist(code)
                followed.setlist(code, [vocabulary.current(term) or term for term in asked])
        return followed

    @cached_property
    def form(self) -> FinderForm:
        codes = {name: [choice.code for choice in listed] for name, listed in self.choices.items()}
        return FinderForm(self._followed, codes, has_dates=know_states(self.kinds))

    @cached_property
    def asked(self) -> Asked:
        return self.form.read()

    @cached_property
    def sort(self) -> Sort:
        return self.asked.sort or (Sort.RELEVANCE if self.asked.q else self.default_sort)

    @cached_property
    def query(self) -> SearchQuery:
        vocabularies = [name for name in self.choices if name not in ("kind", "state")]
        chosen = {name: codes for name, codes in self.asked.chosen.items() if name in vocabularies}
        return SearchQuery(
            locale=self.language,
            q=self.asked.q,
            filters={**self.preset, **chosen},
            kinds=self.asked.chosen.get("kind", self.kinds),
            states=self.asked.states,
            dates=self.asked.dates,
            facets=tuple(self.choices),
            sort=self.sort,
            page=self.asked.page,
            page_size=self.page_size,
            site_id=self.site_id,
            exclude_pages=self.exclude_pages,
        )

    @cached_property
    def results(self) -> SearchPage:
        return search(self.query, tree=self.tree)

    @cached_property
    def elsewhere(self) -> list[Elsewhere]:
        """How much more there is in other languages, where there is little in this one."""
        return more_elsewhere(
            self.query,
            [self.results],
            self.languages(),
            query_string=self.query_string,
            tree=self.tree,
        )

    @property
    def hits(self) -> tuple[Hit, ...]:
        return self.results.hits

    @property
    def total(self) -> int:
        return self.results.total

    @cached_property
    def facets(self) -> list[FacetView]:
        return [
            facet_view(
                name,
                self.name_of(name),
                choices,
                self.results.facets.get(name, {}),
                self.asked.chosen.get(name, ()),
            )
            for name, choices in self.choices.items()
        ]

    def name_of(self, parameter: str) -> str | Promise:
        """What a parameter is called in the form: "Theme", "Kind"."""
        own = {"kind": _("Kind"), "state": _("State"), "from": _("From"), "to": _("Until")}
        own |= {"q": _("Search words"), "page": _("Page"), "sort": _("Sort by")}
        return own.get(parameter) or self.labels.vocabulary(parameter)

    @cached_property
    def chips(self) -> list[Chip]:
        """What is chosen, each with the address without it."""
        names = {
            (name, choice.code): choice.label
            for name, choices in self.choices.items()
            for choice in choices
        }
        return chips(self.asked, names, self.name_of, self.url)

    @cached_property
    def notes(self) -> list[str]:
        """What was asked for and left out, in words."""
        return notes(self.asked, self.results.page, self.name_of)

    @cached_property
    def pagination(self) -> Pagination:
        return paginate(
            self.results.page,
            self.results.pages,
            lambda number: self.url(self.asked.on_page(number)),
        )

    @property
    def sort_options(self) -> list[tuple[str, str | Promise, bool]]:
        """Code, label, whether it is the current one. Best match needs words to match."""
        return [
            (sort.value, label, sort == self.sort)
            for sort, label in SORT_LABELS.items()
            if sort != Sort.RELEVANCE or self.asked.q
        ]

    def url(self, asked: Asked) -> str:
        query = asked.query_string()
        return f"{self.path}?{query}" if query else self.path

    @property
    def clear_url(self) -> str:
        """All filters taken back, the words kept."""
        return self.url(Asked(self.asked.q, {}, (None, None), self.asked.sort, 1))

    @property
    def without_words_url(self) -> str:
        """The words taken back, all filters kept."""
        return self.url(self.asked.without("q", ""))

    @property
    def filter_count(self) -> int:
        return sum(map(len, self.asked.chosen.values())) + sum(map(bool, self.asked.dates))

    @property
    def is_plain(self) -> bool:
        """Whether search engines may list this state: nothing asked, or a single theme."""
        asked = self.asked
        single_theme = list(map(len, asked.chosen.values())) == [1] and "theme" in asked.chosen
        untouched = not asked.q and not any(asked.dates) and not asked.sort
        return untouched and (not asked.chosen or single_theme)

    @property
    def json_ld(self) -> dict[str, Any] | None:
        """What is listed, for search engines; nothing of what they are not to list."""
        if not self.is_plain or not self.hits:
            return None
        items = ((hit.title, f"{self.root_url}{hit.url}") for hit in self.hits)
        return item_list(items, first=(self.results.page - 1) * self.page_size + 1)

    @property
    def words(self) -> str:
        """For the title of the page: what was searched for."""
        return f"“{Truncator(self.asked.q).chars(60)}”" if self.asked.q else ""

    @property
    def page_number(self) -> int:
        return self.results.page

    @property
    def query_string(self) -> str:
        """What is asked, on its first page; the same in every language."""
        return self.asked.on_page(1).query_string()

    @property
    def feed_query(self) -> str:
        """What is asked, without what a feed knows of itself: its order and its pages."""
        return replace(self.asked, sort=None, page=1).query_string()

    @property
    def feed_url(self) -> str:
        """Path of the Atom feed of this state; empty where the page has none."""
        address = self.address_below("atom")
        return f"{address}?{self.feed_query}" if address and self.feed_query else address

    @property
    def feeds(self) -> tuple[FeedLink, ...]:
        """For the head of the page."""
        if not self.feed_url:
            return ()
        words = ", ".join(self.state_in_words)
        title = gettext("New: %(state)s") % {"state": words} if words else gettext("What is new")
        return (FeedLink(title, f"{self.root_url}{self.feed_url}", ATOM),)

    @property
    def state_in_words(self) -> tuple[str, ...]:
        """Filters and search words, as a title says them: “Circulair”, “From 1 May”, ““loan””."""
        days = {str(self.name_of("from")), str(self.name_of("to"))}
        labels = (
            f"{chip.group} {chip.label}" if str(chip.group) in days else str(chip.label)
            for chip in self.chips
        )
        return (*labels, self.words) if self.words else tuple(labels)

    def address_below(self, *path: str) -> str:
        """Of what lies below the page for other programs; empty where nothing does."""
        if self.answers is None or not self.answers(path):
            return ""
        return below(self.path, f"{'/'.join(path)}/")

    @property
    def address(self) -> str:
        """The one address of what is shown."""
        return self.url(self.asked.on_page(self.results.page))

    @property
    def canonical_url(self) -> str:
        """The same with scheme and host."""
        return self.root_url + self.address
