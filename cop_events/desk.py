"""What sessions have to say on the dashboard."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cop_blocks.desk import (
    Number,
    Shortcut,
    register_number,
    register_out_of_date,
    register_shortcut,
)
from cop_blocks.desk.places import add_url
from cop_blocks.listings import register_admin_listing
from cop_blocks.listings.counting import listed


def register_own() -> None:
    """Called by ``AppConfig.ready()``."""
    register_admin_listing("cop_events.viewsets.SessionsViewSet", order=10)
    register_shortcut(new_session, order=10)
    register_shortcut(copy_of_a_session, order=40)
    register_number(sessions_to_come, order=100)
    register_out_of_date(sessions_without_report, order=20)


def new_session(request: HttpRequest) -> Shortcut | None:
    from cop_events.models import SessionPage

    url = add_url(SessionPage, request.user, reverse("cop_sessions:choose_parent"))
    if url is None:
        return None
    return Shortcut(_("New session"), url, "date", _("A meeting with a date and a programme."))


def copy_of_a_session(request: HttpRequest) -> Shortcut | None:
    from cop_blocks.desk.places import places
    from cop_events.copying.options import candidates
    from cop_events.models import SessionPage

    user = request.user
    if not places(SessionPage, user).exists() or not candidates(user).exists():
        return None
    return Shortcut(
        _("Copy last year’s session"),
        reverse("cop_events_copy_choose"),
        "copy",
        _("With its programme and questions, for a new date."),
    )


def sessions_to_come(request: HttpRequest) -> Number | None:
    from cop_events.viewsets import SessionsViewSet

    found = listed(SessionsViewSet, request, state="upcoming", published="yes")
    if found is None:
        return None
    count, url = found
    label = ngettext("%(count)d session to come", "%(count)d sessions to come", count)
    return Number(label % {"count": count}, count, url, "date")


def sessions_without_report(request: HttpRequest) -> Number | None:
    from cop_events.viewsets import SessionsViewSet

    found = listed(SessionsViewSet, request, in_any_language=True, out_of_date="report")
    if found is None:
        return None
    count, url = found
    label = ngettext(
        "%(count)d past session without a report",
        "%(count)d past sessions without a report",
        count,
    )
    return Number(label % {"count": count}, count, url, "date")
