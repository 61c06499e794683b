"""What a visitor asks on a page, and what is found: from the address to the facade's answer."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self

from django.http import HttpRequest, QueryDict
from django.utils.functional import cached_property
from wagtail.models import Site

from cop_blocks.languages import LanguageLink, language_links
from cop_blocks.models import Vocabulary
from cop_blocks.terms.labels import TermLabels, terms_and_labels
from cop_blocks.terms.tree import TermTree
from cop_search import conf
from cop_search.facade import Hit, SearchPage, SearchQuery, Sort, search
from cop_search.facets import Choice
from cop_search.forms import Asked, FinderForm
from cop_search.parameters import (
    facet_vocabularies,
    kind_choices,
    know_states,
    state_choices,
    term_choices,
    year_choices,
)
from cop_search.years import known_years


class Inquiry:
    """One page with its presets, one address asked of it, one answer.

    Nothing is asked of the database before it is looked at, and each thing once.
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
    ) -> Self:
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
    def _terms(self) -> tuple[TermTree, TermLabels]:
        return terms_and_labels(self.language)

    @property
    def tree(self) -> TermTree:
        return self._terms[0]

    @property
    def labels(self) -> TermLabels:
        """Names of vocabularies and terms in the page's language, for cards and chips."""
        return self._terms[1]

    @cached_property
    def choices(self) -> dict[str, list[Choice]]:
        """All that can be chosen, in the order shown: kind, vocabularies, state, year."""
        choices: dict[str, list[Choice]] = {}
        kinds = kind_choices(self.kinds)
        if len(kinds) > 1:
            choices["kind"] = kinds
        for code in facet_vocabularies(self.tree, self.kinds, without=self.preset):
            if terms := term_choices(
                code, self.tree, self.labels, asked=self._followed.getlist(code)
            ):
                choices[code] = terms
        if know_states(self.kinds):
            choices["state"] = state_choices()
        asked = self.data.getlist("year")
        if years := known_years(self.language, self.site_id, self.kinds, asked):
            choices["year"] = year_choices(years)
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
        return FinderForm(
            self._followed, codes, has_dates=know_states(self.kinds), only=self.overlapping
        )

    @cached_property
    def overlapping(self) -> list[str]:
        """The vocabularies to filter by of which what lies within a term may be asked for alone."""
        known = self.tree.vocabularies
        return [
            code
            for code in self.choices
            if code in known and known[code].match == Vocabulary.Match.OVERLAP
        ]

    @cached_property
    def asked(self) -> Asked:
        return self.form.read()

    @cached_property
    def sort(self) -> Sort:
        return self.asked.sort or self.usual_sort

    @property
    def usual_sort(self) -> Sort:
        """The order where nobody chose one."""
        return Sort.RELEVANCE if self.has_best_match else self.default_sort

    @cached_property
    def has_best_match(self) -> bool:
        """Whether one result may match better than another: words, or a filter that matches by
        overlap, of which the nearer is better."""
        chosen = set(self.asked.chosen).difference(self.asked.only)
        return bool(self.asked.q) or not chosen.isdisjoint(self.overlapping)

    @cached_property
    def query(self) -> SearchQuery:
        return self.query_for(self.asked)

    def query_for(self, asked: Asked) -> SearchQuery:
        """The same question with something else asked."""
        vocabularies = [name for name in self.choices if name not in ("kind", "state", "year")]
        chosen = {name: codes for name, codes in asked.chosen.items() if name in vocabularies}
        return SearchQuery(
            locale=self.language,
            q=asked.q,
            filters={**self.preset, **chosen},
            kinds=asked.chosen.get("kind", self.kinds),
            states=asked.states,
            years=asked.chosen.get("year", ()),
            dates=asked.dates,
            only=frozenset(asked.only),
            # Of years also those are counted that this process does not know yet.
            facets=tuple(dict.fromkeys([*self.choices, "year"])),
            sort=self.sort,
            page=asked.page,
            page_size=self.page_size,
            site_id=self.site_id,
            exclude_pages=self.exclude_pages,
        )

    @cached_property
    def results(self) -> SearchPage:
        return search(self.query, tree=self.tree)

    @property
    def hits(self) -> tuple[Hit, ...]:
        return self.results.hits

    @property
    def total(self) -> int:
        return self.results.total
