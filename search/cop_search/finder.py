"""The one way to filter: results page, initiative list and theme page, with other presets."""

from typing import Any

from django.utils.functional import Promise, cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cop_blocks.feeds import ATOM, FeedLink
from cop_blocks.jsonld import item_list
from cop_search.addresses import Addresses
from cop_search.counting.token import Beacon, beacon
from cop_search.elsewhere import Elsewhere, more_elsewhere
from cop_search.facade import Sort
from cop_search.facets import Choice, FacetView, facet_view, only_label
from cop_search.forms import SORT_LABELS
from cop_search.notes import Chip, chips, notes
from cop_search.pagination import Pagination, paginate
from cop_search.parameters import year_choices
from cop_search.ways_on import WayOn, ways_on


class Finder(Addresses):
    """A form and its results, for a template to show (``cop_search/finder.html``).

    Made by ``for_page``. Terms and names are a statement, years another where this process has
    none, the search itself two, or three where there are words.
    """

    @cached_property
    def facets(self) -> list[FacetView]:
        return [
            facet_view(
                name,
                self.name_of(name),
                choices,
                self.results.facets.get(name, {}),
                self.asked.chosen.get(name, ()),
                self._only(name),
            )
            for name, choices in self._offered.items()
        ]

    @property
    def _offered(self) -> dict[str, list[Choice]]:
        """All choices, and the years that came since this process read them."""
        known = (choice.code for choice in self.choices.get("year", ()))
        years = year_choices([*known, *self.results.facets["year"]])
        return {**self.choices, "year": years} if years else self.choices

    def _only(self, name: str) -> bool | None:
        if name not in self.overlapping or name not in self.asked.chosen:
            return None
        return name in self.asked.only

    def name_of(self, parameter: str) -> str | Promise:
        """What a parameter is called in the form: "Theme", "Kind"."""
        own = {"kind": _("Kind"), "state": _("State"), "from": _("From"), "to": _("Until")}
        own["year"] = _("Year")
        own |= {"q": _("Search words"), "page": _("Page"), "sort": _("Sort by")}
        own["only"] = _("Only within")
        return own.get(parameter) or self.labels.vocabulary(parameter)

    @cached_property
    def chips(self) -> list[Chip]:
        """What is chosen, each with the address without it."""
        names = {
            (name, choice.code): choice.label
            for name, choices in self.choices.items()
            for choice in choices
        }
        names |= {("only", code): only_label(code) for code in self.asked.only}
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
        """Code, label, whether it is the current one. Best match needs something to match."""
        return [
            (sort.value, label, sort == self.sort)
            for sort, label in SORT_LABELS.items()
            if sort != Sort.RELEVANCE or self.has_best_match
        ]

    @property
    def filter_count(self) -> int:
        return len(self.chips)

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

    @cached_property
    def ways_on(self) -> list[WayOn]:
        """With one thing less; and first the words as they were meant, if they were misspelt."""
        return ways_on(
            self.asked,
            self.chips,
            self.query_for,
            self.url,
            other_words=self.results.did_you_mean,
            tree=self.tree,
        )

    @cached_property
    def beacon(self) -> Beacon | None:
        """What the page gives its script to report, on the first page of what words find. Where
        filters are on, finding nothing says nothing of the words."""
        if not self.asked.q or self.asked.page > 1 or self.site_id is None:
            return None
        is_without = not self.total and not self.filter_count
        return beacon(self.asked.q, self.language, self.site_id, is_without_results=is_without)

    @property
    def words(self) -> str:
        """For the title of the page: what was searched for."""
        return f"“{Truncator(self.asked.q).chars(60)}”" if self.asked.q else ""

    @property
    def page_number(self) -> int:
        return self.results.page

    @property
    def json_ld(self) -> dict[str, Any] | None:
        """What is listed, for search engines; nothing of what they are not to list."""
        if not self.is_plain or not self.hits:
            return None
        items = ((hit.title, f"{self.root_url}{hit.url}") for hit in self.hits)
        return item_list(items, first=(self.results.page - 1) * self.page_size + 1)

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
