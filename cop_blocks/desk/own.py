"""What the building blocks themselves have to say on the dashboard."""

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import TaskState

from cop_blocks.base_page import Page
from cop_blocks.desk.places import explorable
from cop_blocks.desk.registry import (
    Number,
    Shortcut,
    out_of_date,
    register_number,
    register_shortcut,
    register_waiting,
)
from cop_blocks.listings.registry import register_admin_listing
from cop_blocks.models import Organisation

if TYPE_CHECKING:
    from django.http import HttpRequest

#: The panel that lists what is out of date; Wagtail adds "-section" to its anchor.
OUT_OF_DATE = "cop-out-of-date"


def register_own() -> None:
    """Called by ``AppConfig.ready()``."""
    register_shortcut(new_organisation, order=80)
    register_number(drafts, order=300)
    register_number(what_is_out_of_date, order=400)
    register_waiting(reviews, order=10)
    register_admin_listing("cop_blocks.listings.viewsets.AllPagesViewSet", order=90)


def new_organisation(request: "HttpRequest") -> Shortcut | None:
    if not request.user.has_perm("cop_blocks.add_organisation"):
        return None
    viewset: Any = Organisation.snippet_viewset
    return Shortcut(
        _("New organisation"),
        reverse(viewset.get_url_name("add")),
        "group",
        _("A party that offers support or takes part."),
    )


def drafts_of(user: Any) -> Any:
    """Pages with changes that are not published, begun or last written by ``user``, that they
    still see in the admin; the latest first."""
    mine = Q(owner=user) | Q(latest_revision__user=user)
    return (
        Page.objects.filter(mine, has_unpublished_changes=True, pk__in=explorable(user))
        .exclude(depth=1)
        .order_by("-latest_revision_created_at", "-pk")
    )


def drafts_url() -> str:
    return f"{reverse('cop_pages:index')}?{urlencode({'drafts': 'mine'})}"


def drafts(request: "HttpRequest") -> Number | None:
    count = drafts_of(request.user).count()
    if not count:
        return None
    label = ngettext("%(count)d draft of yours", "%(count)d drafts of yours", count)
    return Number(label % {"count": count}, count, drafts_url(), "draft")


def reviews(request: "HttpRequest") -> Number | None:
    if not getattr(settings, "WAGTAIL_WORKFLOW_ENABLED", True):
        return None
    count = TaskState.objects.reviewable_by(request.user).count()
    label = ngettext(
        "%(count)d page waits for your review", "%(count)d pages wait for your review", count
    )
    url = f"{reverse('wagtailadmin_reports:workflow_tasks')}?{urlencode({'reviewable': 'true'})}"
    return Number(label % {"count": count}, count, url, "check")


def out_of_date_numbers(request: "HttpRequest") -> list[Number]:
    """What every app finds out of date; asked once a request."""
    if not hasattr(request, "_cop_out_of_date"):
        found = [number for number in out_of_date.ask(request) if number.count]
        request._cop_out_of_date = found  # type: ignore[attr-defined]
    known: list[Number] = request._cop_out_of_date  # type: ignore[attr-defined]
    return known


def what_is_out_of_date(request: "HttpRequest") -> Number | None:
    found = out_of_date_numbers(request)
    count = sum(number.count for number in found)
    if not count:
        return None
    label = ngettext("%(count)d thing out of date", "%(count)d things out of date", count)
    url = found[0].url if len(found) == 1 else f"#{OUT_OF_DATE}-section"
    return Number(label % {"count": count}, count, url, "warning")
