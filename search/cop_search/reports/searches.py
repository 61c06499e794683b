"""The report: top questions, those that found nothing, week by week."""

from collections.abc import Mapping
from typing import Any, ClassVar
from urllib.parse import urlencode

import django_filters
from django import forms
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.models import Locale, Site
from wagtail.permission_policies import ModelPermissionPolicy

from cop_blocks.languages import translated_name
from cop_blocks.listings.export import Exported, SafeExportMixin
from cop_search import conf
from cop_search.models import BestBet, SearchCount, Synonym
from cop_search.reports.figures import by_question, by_week, in_week
from cop_search.viewsets.effects import STYLE
from cop_search.viewsets.places import language_choices, site_choices

POLICY = ModelPermissionPolicy(SearchCount)


def week_choices() -> list[tuple[str, str]]:
    return [
        (week.monday.isoformat(), f"{date_format(week.monday)} – {date_format(week.sunday)}")
        for week in by_week(SearchCount.objects.all())
    ]


def languages() -> list[tuple[str, str]]:
    codes = {str(each.pk): each.language_code for each in Locale.objects.all()}
    return [(codes[pk], name) for pk, name in language_choices()]


def _one_of(label: Any, choices: Any, **more: Any) -> Any:
    return django_filters.ChoiceFilter(
        label=label,
        choices=choices,
        empty_label=gettext_lazy("All"),
        widget=forms.RadioSelect,
        **more,
    )


class SearchFilters(WagtailFilterSet):
    found = _one_of(
        gettext_lazy("Results"), [("no", gettext_lazy("Nothing found"))], method="leave_to_view"
    )
    week = _one_of(gettext_lazy("Week"), week_choices, method="by_week")
    locale = _one_of(gettext_lazy("Language"), languages)
    site_id = _one_of(gettext_lazy("Site"), site_choices)

    class Meta:
        model = SearchCount
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("site_id", site_choices), ("locale", languages)):
            if len(choices()) < 2:
                del self.filters[name]

    def by_week(self, counts: Any, name: str, value: str) -> Any:
        return in_week(counts, value)

    def leave_to_view(self, counts: Any, name: str, value: str) -> Any:
        """It holds for a question as a whole, not for each of its days."""
        return counts


class QuestionColumn(Column):
    """The words, with what an editor can make of them."""

    cell_template_name = "cop_search/admin/question_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        links = parent_context["table"].cop_links
        context["links"] = [(label, address(instance)) for label, address in links]
        return context


class SearchesView(SafeExportMixin, ReportView):
    page_title = gettext_lazy("What visitors search for")
    header_icon = "search"
    model = SearchCount
    permission_policy = POLICY
    permission_required = "view"
    filterset_class = SearchFilters
    index_url_name = "cop_search_searches"
    index_results_url_name = "cop_search_searches_results"
    results_template_name = "cop_search/admin/searches_results.html"
    export_filename = "searches"
    is_searchable = True
    search_fields = ("text",)
    search_backend_name = None
    columns: ClassVar[list[Any]] = [
        QuestionColumn("words", label=gettext_lazy("Search words"), accessor="words"),
        Column("times", label=gettext_lazy("Times"), accessor="times"),
        Column("without", label=gettext_lazy("Without results"), accessor="without"),
        Column(
            "latest",
            label=gettext_lazy("Latest"),
            # A day, not so many hours ago: hours are not kept.
            accessor=lambda row: date_format(row["latest"]),
        ),
        Column(
            "locale",
            label=gettext_lazy("Language"),
            accessor=lambda row: translated_name(row["locale"]),
        ),
    ]

    @property
    def exported(self) -> tuple[Exported, ...]:  # type: ignore[override]
        return (
            Exported("words", gettext_lazy("Search words"), lambda row: row["words"]),
            Exported("times", gettext_lazy("Times"), lambda row: row["times"]),
            Exported("without", gettext_lazy("Without results"), lambda row: row["without"]),
            Exported("latest", gettext_lazy("Latest"), lambda row: row["latest"]),
            Exported("language", gettext_lazy("Language"), lambda row: row["locale"]),
            Exported("site", gettext_lazy("Site"), lambda row: self.sites.get(row["site_id"], "")),
        )

    @cached_property
    def sites(self) -> dict[int, str]:
        return {site.pk: str(site) for site in Site.objects.all()}

    def get_base_queryset(self) -> Any:
        return SearchCount.objects.all()

    def get_queryset(self) -> Any:
        return self.get_base_queryset()

    def get_filtered_queryset(self) -> Any:
        counts = self.filter_queryset(self.get_queryset())
        if self.is_searching:
            counts = self.search_queryset(counts)
        found = by_question(counts)
        if self._asked.get("found") == "no":
            return found.filter(without__gt=0).order_by("-without", "-times", "words", "key")
        return found

    @property
    def _asked(self) -> Mapping[str, Any]:
        filters = self.filters
        return filters.form.cleaned_data if filters and filters.is_valid() else {}

    def get_table(self, object_list: Any) -> Any:
        table = super().get_table(object_list)
        table.cop_links = self._links()
        return table

    def _links(self) -> list[tuple[Any, Any]]:
        """What this editor may make of a question: a label, and the address for a row."""
        pks = dict(Locale.objects.values_list("language_code", "pk"))

        def address(model: Any) -> Any:
            url = reverse(model.snippet_viewset.get_url_name("add"))
            return lambda row: (
                f"{url}?"
                + urlencode(
                    {
                        "words": row["words"],
                        "locale": pks.get(row["locale"], ""),
                        "site": row["site_id"],
                    }
                )
            )

        labels: dict[Any, Any] = {
            BestBet: gettext_lazy("Make a best bet"),
            Synonym: gettext_lazy("Make a synonym"),
        }
        user = self.request.user
        return [
            (label, address(model))
            for model, label in labels.items()
            if user.has_perm(f"cop_search.add_{model._meta.model_name}")
        ]

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        asked = self._asked
        counts = self.get_base_queryset()
        for name in ("locale", "site_id"):
            if asked.get(name):
                counts = counts.filter(**{name: asked[name]})
        context["weeks"] = [
            (week, f"?{urlencode({**self._kept, 'week': week.monday.isoformat()})}")
            for week in by_week(counts)
        ]
        context["week"] = asked.get("week", "")
        context["text_from"] = conf.count_text_from()
        context["days"] = conf.count_days()
        context["is_counting"] = conf.counts_searches()
        context["media"] += STYLE
        return context

    @property
    def _kept(self) -> dict[str, Any]:
        """The filters that stay when a week is chosen."""
        return {
            name: value
            for name, value in self._asked.items()
            if value and name in ("found", "locale", "site_id")
        }


class SearchesMenuItem(MenuItem):
    """Shown to who may read the report."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(POLICY.user_has_permission(request.user, "view"))


def menu_item() -> MenuItem:
    return SearchesMenuItem(
        SearchesView.page_title,
        reverse("cop_search_searches"),
        name="cop-searches",
        icon_name="search",
        order=650,
    )


def addresses() -> list[URLPattern]:
    return [
        path("reports/cop-searches/", SearchesView.as_view(), name="cop_search_searches"),
        path(
            "reports/cop-searches/results/",
            SearchesView.as_view(results_only=True),
            name="cop_search_searches_results",
        ),
    ]
