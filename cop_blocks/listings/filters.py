"""Filters that every listing of pages has, and those that several share.

Each filter narrows by ``pk__in``, so that they go together and never double a row.
"""

from collections.abc import Callable
from typing import Any

import django_filters
from django import forms
from django.utils.translation import get_language, gettext_lazy
from wagtail.admin.filters import WagtailFilterSet

from cop_blocks.base_page import Page
from cop_blocks.desk.own import drafts_of
from cop_blocks.models import Term, TermRow, Vocabulary
from cop_blocks.terms.labels import term_labels


def choice(label: Any, choices: Any, method: str | None) -> django_filters.ChoiceFilter:
    """One of a few, or all; without a ``method`` the field of that name is asked."""
    return django_filters.ChoiceFilter(
        label=label,
        choices=choices,
        method=method,
        empty_label=gettext_lazy("All"),
        widget=forms.RadioSelect,
    )


def choices(label: Any, options: Callable[[], Any], method: str) -> Any:
    """Some of many."""
    return django_filters.MultipleChoiceFilter(
        label=label, choices=options, method=method, widget=forms.CheckboxSelectMultiple
    )


def terms_of(vocabulary: str) -> Callable[[], list[tuple[str, str]]]:
    """The terms of a vocabulary as choices, in the editor's language."""

    def options() -> list[tuple[str, str]]:
        labels = term_labels(get_language() or "", vocabularies=[vocabulary])
        codes = Term.objects.filter(vocabulary__code=vocabulary, is_retired=False)
        named = [(code, labels.label(vocabulary, code)) for code in codes_in_order(codes)]
        return named

    return options


def codes_in_order(terms: Any) -> list[str]:
    return list(terms.order_by("sort_order", "pk").values_list("code", flat=True))


def carrying(vocabulary: str, codes: list[str]) -> Any:
    """The keys of pages that carry one of these terms."""
    rows = TermRow.objects.filter(tag__vocabulary__code=vocabulary, tag__code__in=codes)
    return rows.order_by().values("content_object_id")


class PageFilters(WagtailFilterSet):
    """Published or not, drafts; Wagtail adds the language."""

    published = choice(
        gettext_lazy("Published"),
        [("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))],
        "by_published",
    )
    drafts = choice(
        gettext_lazy("Changes that are not published"),
        [("mine", gettext_lazy("Mine")), ("all", gettext_lazy("Everybody’s"))],
        "by_drafts",
    )

    class Meta:
        model = Page
        fields: list[str] = []

    def by_published(self, pages: Any, name: str, value: str) -> Any:
        return pages.filter(live=value == "yes")

    def by_drafts(self, pages: Any, name: str, value: str) -> Any:
        if value == "mine":
            return pages.filter(pk__in=drafts_of(self.request.user).order_by().values("pk"))
        return pages.filter(has_unpublished_changes=True)


class ThemedPageFilters(PageFilters):
    """And by theme, where the site has themes."""

    theme = choices(gettext_lazy("Theme"), terms_of("theme"), "by_theme")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not Vocabulary.objects.filter(code="theme").exists():
            del self.filters["theme"]

    def by_theme(self, pages: Any, name: str, value: list[str]) -> Any:
        return pages.filter(pk__in=carrying("theme", value)) if value else pages
