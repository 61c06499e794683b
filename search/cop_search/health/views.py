"""The page “Search health”: read by GET, and three buttons that post."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cop_blocks.base_page import Page
from cop_search import outbox
from cop_search.delivery import rows
from cop_search.delivery.readiness import Readiness
from cop_search.delivery.target import targets
from cop_search.health.figures import Health, health
from cop_search.health.looking import MOST_SHOWN, look
from cop_search.models import Outbox
from cop_search.reports.searches import POLICY

URL = "cop_search_health"


class HealthView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "cop_search/admin/health.html"
    page_title = gettext_lazy("Search health")
    header_icon = "search"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """For whom the report of searches is."""
        if not POLICY.user_has_permission(request.user, "view"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[Any]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "retry" in request.POST:
            number = _retry(request.POST["retry"])
            told = ngettext("%(n)d page is tried again.", "%(n)d pages are tried again.", number)
            messages.success(request, told % {"n": number})
            return redirect(URL)
        context = self.get_context_data(look=look() if "check" in request.POST else None)
        return self.render_to_response(context)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        found = health()
        looked = context.get("look")
        ids = {row.page_id for row in found.aside}
        ids |= {page_id for page_id, _problem in looked.differences} if looked else set()
        names = _names(ids, self.request.user)
        return context | {
            "health": found,
            "is_well": _is_well(found),
            "aside": [(row, *names[row.page_id]) for row in found.aside],
            "differences": [(*names[page_id], problem) for page_id, problem in looked.differences]
            if looked
            else (),
            "most_shown": MOST_SHOWN,
            "Readiness": Readiness.__members__,
        }


def _is_well(found: Health) -> bool:
    servers = found.servers
    is_served = all(each.state and each.readiness is Readiness.READY for each in servers)
    return is_served and not found.aside_number and not any(each.last_error for each in servers)


def _names(page_ids: set[int], user: Any) -> dict[int, tuple[str, str]]:
    """Title and address of its form, for those who may open that; a number for others."""
    pages = Page.objects.in_bulk(page_ids)
    names = {pk: (_("Page %(number)d") % {"number": pk}, "") for pk in page_ids}
    for pk, page in pages.items():
        if page.permissions_for_user(user).can_edit():
            names[pk] = (
                page.get_admin_display_title(),
                reverse("wagtailadmin_pages:edit", args=[pk]),
            )
    return names


def _retry(asked: str) -> int:
    """What was set aside, one row or all; for the tables it is as if the page was saved again."""
    aside = Outbox.objects.filter(failed=True)
    if asked != "all":
        aside = aside.filter(pk=int(asked)) if asked.isdecimal() else aside.none()
    by_reader: dict[str, set[int]] = {}
    for row in aside:
        by_reader.setdefault(row.reader, set()).add(row.page_id)
    outbox.enqueue(by_reader.get(outbox.TABLES, ()))
    for name in targets():
        rows.retry(name, by_reader.get(name, ()))
    return sum(map(len, by_reader.values()))


class HealthMenuItem(MenuItem):
    """Shown to who may read it."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(POLICY.user_has_permission(request.user, "view"))


def menu_item() -> MenuItem:
    return HealthMenuItem(
        HealthView.page_title, reverse(URL), name="cop-search-health", icon_name="search", order=651
    )


def addresses() -> list[URLPattern]:
    return [path("reports/cop-search-health/", HealthView.as_view(), name=URL)]
