"""The listing of sessions in the admin."""

from typing import Any, ClassVar

from django.db.models import Q
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn

from cop_blocks.desk.places import may_edit, trails
from cop_blocks.facts.origin import owns_facts
from cop_blocks.listings.export import Exported
from cop_blocks.listings.filters import ThemedPageFilters, choice, choices
from cop_blocks.listings.views import PARENT, PUBLISHED, TITLE, UPDATED, PageIndexView
from cop_blocks.listings.viewsets import CommunityPagesViewSet
from cop_events.models import SessionIndexPage, SessionPage
from cop_events.models.when import Status

UPCOMING, PAST, UNDATED = "upcoming", "past", "undated"

STATES = [
    (UPCOMING, gettext_lazy("To come")),
    (PAST, gettext_lazy("Past")),
    (UNDATED, gettext_lazy("Without a date")),
    (Status.CANCELLED, Status.CANCELLED.label),
    (Status.POSTPONED, Status.POSTPONED.label),
]


def state_of(page: Any) -> str:
    """Where a session stands now, in words of the editor's language."""
    if page.status != Status.PLANNED:
        return str(page.get_status_display())
    when = page.when
    if when is None:
        return _("Without a date")
    return _("Past") if when.is_past(timezone.now()) else _("To come")


def years() -> list[tuple[str, str]]:
    found = SessionPage.objects.dates("first_day", "year", order="DESC")
    return [(str(day.year), str(day.year)) for day in found]


def series() -> list[tuple[str, str]]:
    pages = list(SessionIndexPage.objects.filter(alias_of__isnull=True).order_by("path"))
    trail = trails(pages)
    return [(str(page.pk), trail[page.pk]) for page in pages]


class SessionFilters(ThemedPageFilters):
    state = choice(gettext_lazy("State"), STATES, "by_state")
    out_of_date = choice(
        gettext_lazy("Out of date"), [("report", gettext_lazy("Past, without a report"))], "by_age"
    )
    year = choice(gettext_lazy("Year"), years, "by_year")
    series = choices(gettext_lazy("Series"), series, "by_series")

    class Meta(ThemedPageFilters.Meta):
        model = SessionPage

    def by_state(self, pages: Any, name: str, value: str) -> Any:
        now = timezone.now()
        planned = Q(status=Status.PLANNED)
        states = {
            UPCOMING: planned & Q(ends_at__gt=now),
            PAST: planned & Q(ends_at__lte=now),
            UNDATED: planned & Q(ends_at__isnull=True),
        }
        return pages.filter(states.get(value, Q(status=value)))

    def by_age(self, pages: Any, name: str, value: str) -> Any:
        found = SessionPage.objects.without_report(timezone.now())
        # For who can write it; a translation waits for the report of its source.
        mine = may_edit(SessionPage, self.request.user)
        return pages.filter(owns_facts(), mine, pk__in=found.order_by().values("pk"))

    def by_year(self, pages: Any, name: str, value: str) -> Any:
        return pages.filter(first_day__year=value)

    def by_series(self, pages: Any, name: str, value: list[str]) -> Any:
        if not value:
            return pages
        within = Q()
        chosen = SessionIndexPage.objects.filter(pk__in=value)
        for path in chosen.values_list("path", flat=True):
            within |= Q(path__startswith=path)
        return pages.filter(within) if within else pages.none()


class WhenColumn(Column):
    def get_value(self, page: Any) -> Any:
        when = page.when
        if when is None and page.status == Status.PLANNED:
            return _("no date yet")
        label = when.label(weekday=False) if when else _("no date yet")
        return format_html('{}<span class="cop-desk-note">{}</span>', label, state_of(page))


class SessionsView(PageIndexView):
    page_title = gettext_lazy("Sessions")
    base_columns = [
        BulkActionsColumn("bulk_actions"),
        TITLE,
        WhenColumn("when", label=gettext_lazy("Date"), sort_key="last_day"),
        Column("venue_name", label=gettext_lazy("Place"), sort_key="venue_name"),
        PARENT,
        UPDATED,
        PUBLISHED,
    ]
    searched = ("title", "draft_title", "introduction", "venue_name")
    exported: ClassVar[Any] = (
        PageIndexView.exported[0],
        Exported("number", gettext_lazy("Number"), lambda page: page.number),
        Exported("first_day", gettext_lazy("First day"), lambda page: page.first_day),
        Exported("last_day", gettext_lazy("Last day"), lambda page: page.last_day),
        Exported("when", gettext_lazy("Date"), lambda page: str(page.when or "")),
        Exported("state", gettext_lazy("State"), state_of),
        Exported("place", gettext_lazy("Place"), lambda page: page.venue_name),
        Exported("capacity", gettext_lazy("Number of places"), lambda page: page.capacity),
        Exported("attendance", gettext_lazy("How many people came"), lambda page: page.attendance),
        *PageIndexView.exported[1:],
    )


class SessionsViewSet(CommunityPagesViewSet):
    model = SessionPage
    name = "cop_sessions"
    icon = "date"
    menu_label = gettext_lazy("Sessions")
    menu_order = 10
    ordering = "-last_day"
    index_view_class = SessionsView
    filterset_class = SessionFilters
