"""The results page as a page: a place in the tree and an address in each language."""

from typing import Any, ClassVar

from django import forms
from django.db import models
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cop_blocks.base_page import Page
from cop_blocks.editing.counting import title_panels
from cop_blocks.editing.panels import AdvicePanel
from cop_blocks.facts import FactsMixin, FactsPageForm, FactsPanel
from cop_blocks.finding import kinds
from cop_blocks.pages import CopPageMixin
from cop_blocks.terms.panels import TermsPanel
from cop_search.finder import Finder
from cop_search.finder_page import FinderPageMixin


def kind_choices() -> list[tuple[str, Any]]:
    """Asked when the form is made: features register their kinds in ``ready()``."""
    return [(kind.code, capfirst(str(kind.plural))) for kind in kinds()]


class SearchPageForm(FactsPageForm):
    """Offers the kinds of page that are registered."""

    finds_kinds = forms.MultipleChoiceField(
        choices=kind_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("finds"),
        help_text=_("Which kinds of page are found here. None chosen: all."),
    )


class SearchPageMixin(FinderPageMixin, CopPageMixin, FactsMixin, models.Model):
    """Finds all pages of its site and language, or those of the kinds and terms preset here."""

    introduction = models.TextField(_("introduction"), blank=True)
    finds_kinds = models.JSONField(_("finds"), default=list, blank=True)

    facts: ClassVar[tuple[str, ...]] = ("finds_kinds", "cop_term_rows")

    page_description = _("A page to search, with filters and results.")
    base_form_class = SearchPageForm
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        AdvicePanel(),
        *title_panels(),
        FieldPanel("introduction", help_text=_("One or two sentences above the list.")),
        FactsPanel(
            [FieldPanel("finds_kinds"), TermsPanel()],
            heading=_("What is found"),
            help_text=_("Without kinds and terms this page finds everything."),
        ),
    ]

    class Meta:
        abstract = True

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> list[str]:
        return ["cop_search/search_page.html"]

    def finder(self, request: HttpRequest) -> Finder:
        return Finder.for_page(
            request, self, kinds=tuple(self.finds_kinds), preset=self.preset_terms()
        )

    def preset_terms(self) -> dict[str, tuple[str, ...]]:
        """Vocabulary code -> term codes that everything found here carries."""
        preset: dict[str, tuple[str, ...]] = {}
        for row in self.cop_term_rows.select_related("tag__vocabulary"):  # type: ignore[attr-defined]
            vocabulary = row.tag.vocabulary.code
            preset[vocabulary] = (*preset.get(vocabulary, ()), row.tag.code)
        return preset


class SearchPage(SearchPageMixin, Page):
    """The ready page type."""

    class Meta:
        verbose_name = _("search page")
        verbose_name_plural = _("search pages")
