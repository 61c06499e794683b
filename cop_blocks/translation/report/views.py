"""The report, on Wagtail's own."""

from typing import Any, ClassVar

from django import forms
from django.db.models import F
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.views.reports import ReportView

from cop_blocks.listings.export import SafeExportMixin
from cop_blocks.translation.report.exporting import EXPORTED
from cop_blocks.translation.report.filters import ReportFilters
from cop_blocks.translation.report.rows import rows
from cop_blocks.translation.report.showing import shown

STYLE = forms.Media(css={"all": ["cop_translation/desk.css"]})
ORDERS = {"since": "cop_since", "title": "cop_title", "language": "cop_target"}


class RowsPaginator(WagtailPaginator):
    """wagtail-localize's own name for its model is not translated."""

    verbose_name = _("translation")
    verbose_name_plural = _("translations")


class TranslationsReport(SafeExportMixin, ReportView):
    """Oldest first."""

    page_title = _("Translations")
    header_icon = "site"
    index_url_name = "cop_translation_report:index"
    index_results_url_name = "cop_translation_report:results"
    results_template_name = "cop_translation/report/results.html"
    filterset_class = ReportFilters
    paginator_class = RowsPaginator
    is_searchable = True
    exported = EXPORTED
    export_filename = "translations"
    default_ordering = "since"
    #: Where nothing is listed, and nothing was asked for.
    nothing = _(
        "Nothing here lacks a translation, and nothing is being translated. Pages that were "
        "translated by hand, or whose translation was stopped, are not listed."
    )
    orders: ClassVar[dict[str, str]] = ORDERS

    def get_valid_orderings(self) -> list[str]:
        return [*self.orders, *(f"-{name}" for name in self.orders)]

    @cached_property
    def no_results_message(self) -> Any:
        if self.is_searching or self.is_filtering:
            return super().no_results_message
        return self.nothing

    def narrowed(self, part: Any) -> Any:
        """A part of the rows as the reader asked for it."""
        part = self.filter_queryset(part)
        for word in self.search_query.split():
            part = part.filter(cop_title__icontains=word)
        return part

    def get_filtered_queryset(self) -> Any:
        key = F(self.orders[self.ordering.lstrip("-")])
        is_down = self.ordering.startswith("-")
        # What has no moment (a snippet without drafts) comes last, whatever the database.
        order = key.desc(nulls_last=True) if is_down else key.asc(nulls_last=True)
        found = rows(self.request.user, self.narrowed)
        return found.order_by(order, "cop_title", "cop_key", "cop_target")

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        return shown(object_list, self.request.user)

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        query = self.request.GET.copy()
        for name in ("ordering", "p", "_w_filter_fragment"):
            query.pop(name, None)
        return context | {
            "columns": self.columns_for(query),
            "media": context["media"] + STYLE,
        }

    def columns_for(self, query: Any) -> list[dict[str, Any]]:
        """The headings: which sort, and how a click on them would."""
        headings = [
            (_("Title"), "title"),
            (_("Into"), "language"),
            (_("State"), ""),
            (_("Progress"), ""),
            (_("Words to do"), ""),
            (_("Since"), "since"),
        ]
        found = []
        for label, name in headings:
            is_up, is_down = self.ordering == name, self.ordering == f"-{name}"
            query["ordering"] = f"-{name}" if is_up else name
            found.append(
                {
                    "label": label,
                    "url": f"{self.index_url}?{query.urlencode()}" if name else "",
                    "sorted": "ascending" if is_up else "descending" if is_down else "",
                }
            )
        return found
