"""The listings of initiatives and good practices in the admin."""

from datetime import timedelta
from typing import Any, ClassVar

from django.db.models import Prefetch
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn

from cop_blocks.desk.places import may_edit
from cop_blocks.facts.origin import owns_facts
from cop_blocks.listings.columns import NamesColumn, names, with_pictures
from cop_blocks.listings.export import Exported
from cop_blocks.listings.filters import ThemedPageFilters, choice, choices
from cop_blocks.listings.views import PARENT, PUBLISHED, TITLE, UPDATED, PageIndexView
from cop_blocks.listings.viewsets import CommunityPagesViewSet
from cop_blocks.models import Organisation
from cop_catalog.cards import shown_state, site_today
from cop_catalog.labels import day_label
from cop_catalog.models import (
    GoodPracticeOrganisation,
    GoodPracticePage,
    InitiativeOrganisation,
    InitiativePage,
)
from cop_catalog.querysets import CHECKED

PROVIDER = InitiativeOrganisation.Role.PROVIDER


def with_organisations(model: Any) -> Any:
    """The rows of organisations, each with its organisation."""
    return Prefetch("organisation_rows", queryset=model.objects.select_related("organisation"))


def organisations_in(rows: Any) -> list[tuple[str, str]]:
    """The organisations that stand in some rows, as choices."""
    named = Organisation.objects.filter(pk__in=rows.order_by().values("organisation"))
    return [(str(pk), name) for pk, name in named.order_by("name").values_list("pk", "name")]


def organisations(page: Any) -> list[Any]:
    return [row.organisation for row in page.organisation_rows.all()]


# Initiatives


def providers(page: Any) -> list[Any]:
    return [row.organisation for row in page.organisation_rows.all() if row.role == PROVIDER]


def is_to_check(page: Any) -> bool:
    """The same as ``InitiativeQuerySet.to_check`` says, of one page."""
    if not page.live or page.state not in CHECKED:
        return False
    if page.verified_on is None:
        return True
    return bool(page.verified_on < site_today() - timedelta(page.review_interval_days))


class CheckedColumn(Column):
    def get_value(self, page: Any) -> Any:
        day = day_label(page.verified_on) if page.verified_on else _("not yet")
        note = _("To check") if is_to_check(page) else ""
        if not note:
            return day
        return format_html('{}<span class="cop-desk-note">{}</span>', day, note)


class InitiativeFilters(ThemedPageFilters):
    state = choice(
        gettext_lazy("State"),
        [
            ("open", gettext_lazy("Open")),
            ("soon", gettext_lazy("Soon")),
            ("closed", gettext_lazy("Closed")),
        ],
        "by_state",
    )
    out_of_date = choice(
        gettext_lazy("Out of date"),
        [
            ("check", gettext_lazy("To check")),
            ("date", gettext_lazy("Past its closing date, still active")),
        ],
        "by_age",
    )
    provider = choices(
        gettext_lazy("Provider"),
        lambda: organisations_in(InitiativeOrganisation.objects.filter(role=PROVIDER)),
        "by_provider",
    )

    class Meta(ThemedPageFilters.Meta):
        model = InitiativePage

    def by_state(self, pages: Any, name: str, value: str) -> Any:
        found = getattr(InitiativePage.objects, value)(site_today())
        return pages.filter(pk__in=found.order_by().values("pk"))

    def by_age(self, pages: Any, name: str, value: str) -> Any:
        today, initiatives = site_today(), InitiativePage.objects
        found = (
            initiatives.to_check(today) if value == "check" else initiatives.past_their_date(today)
        )
        # For who can put it right, on the page that owns the facts: its translations follow.
        mine = may_edit(InitiativePage, self.request.user)
        return pages.filter(owns_facts(), mine, pk__in=found.order_by().values("pk"))

    def by_provider(self, pages: Any, name: str, value: list[str]) -> Any:
        if not value:
            return pages
        rows = InitiativeOrganisation.objects.filter(role=PROVIDER, organisation__in=value)
        return pages.filter(pk__in=rows.order_by().values("initiative"))


class InitiativesView(PageIndexView):
    base_columns = [
        BulkActionsColumn("bulk_actions"),
        TITLE,
        NamesColumn("providers", providers, label=gettext_lazy("Provider")),
        Column(
            "state",
            label=gettext_lazy("State"),
            accessor=lambda page: shown_state(page.timing).label,
            sort_key="closes_on",
        ),
        CheckedColumn("verified_on", label=gettext_lazy("Last checked"), sort_key="verified_on"),
        PARENT,
        UPDATED,
        PUBLISHED,
    ]
    empty_is_oldest = (*PageIndexView.empty_is_oldest, "verified_on")
    searched = ("title", "draft_title", "summary", "organisation_rows__organisation__name")
    related = (
        with_organisations(InitiativeOrganisation),
        with_pictures("organisation_rows__organisation__logo"),
    )
    exported: ClassVar[Any] = (
        PageIndexView.exported[0],
        Exported("summary", gettext_lazy("Summary"), lambda page: page.summary),
        Exported("providers", gettext_lazy("Provider"), lambda page: names(providers(page))),
        Exported("state", gettext_lazy("State"), lambda page: shown_state(page.timing).label),
        Exported("opens_on", gettext_lazy("Opens on"), lambda page: page.opens_on),
        Exported("closes_on", gettext_lazy("Closes on"), lambda page: page.closes_on),
        Exported("verified_on", gettext_lazy("Last checked"), lambda page: page.verified_on),
        *PageIndexView.exported[1:],
    )


class InitiativesViewSet(CommunityPagesViewSet):
    model = InitiativePage
    name = "cop_initiatives"
    icon = "clipboard-list"
    menu_label = gettext_lazy("Initiatives")
    menu_order = 20
    index_view_class = InitiativesView
    filterset_class = InitiativeFilters


# Good practices


class GoodPracticeFilters(ThemedPageFilters):
    organisation = choices(
        gettext_lazy("Organisation"),
        lambda: organisations_in(GoodPracticeOrganisation.objects.all()),
        "by_organisation",
    )

    class Meta(ThemedPageFilters.Meta):
        model = GoodPracticePage

    def by_organisation(self, pages: Any, name: str, value: list[str]) -> Any:
        if not value:
            return pages
        rows = GoodPracticeOrganisation.objects.filter(organisation__in=value)
        return pages.filter(pk__in=rows.order_by().values("good_practice"))


class GoodPracticesView(PageIndexView):
    base_columns = [
        BulkActionsColumn("bulk_actions"),
        TITLE,
        NamesColumn("organisations", organisations, label=gettext_lazy("Organisations")),
        PARENT,
        UPDATED,
        PUBLISHED,
    ]
    searched = ("title", "draft_title", "summary", "organisation_rows__organisation__name")
    related = (
        with_organisations(GoodPracticeOrganisation),
        with_pictures("organisation_rows__organisation__logo"),
    )
    exported: ClassVar[Any] = (
        PageIndexView.exported[0],
        Exported("summary", gettext_lazy("Summary"), lambda page: page.summary),
        Exported(
            "organisations", gettext_lazy("Organisations"), lambda page: names(organisations(page))
        ),
        *PageIndexView.exported[1:],
    )


class GoodPracticesViewSet(CommunityPagesViewSet):
    model = GoodPracticePage
    name = "cop_good_practices"
    icon = "pick"
    menu_label = gettext_lazy("Good practices")
    menu_order = 30
    index_view_class = GoodPracticesView
    filterset_class = GoodPracticeFilters
