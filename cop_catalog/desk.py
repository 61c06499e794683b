"""What the catalogue has to say on the dashboard."""

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
    register_admin_listing("cop_catalog.viewsets.InitiativesViewSet", order=20)
    register_admin_listing("cop_catalog.viewsets.GoodPracticesViewSet", order=30)
    register_shortcut(new_initiative, order=20)
    register_shortcut(new_good_practice, order=30)
    register_number(open_initiatives, order=200)
    register_out_of_date(initiatives_to_check, order=10)
    register_out_of_date(initiatives_past_their_date, order=15)


def new_initiative(request: HttpRequest) -> Shortcut | None:
    from cop_catalog.models import InitiativePage

    url = add_url(InitiativePage, request.user, reverse("cop_initiatives:choose_parent"))
    if url is None:
        return None
    return Shortcut(
        _("New initiative"), url, "clipboard-list", _("An offer of support to entrepreneurs.")
    )


def new_good_practice(request: HttpRequest) -> Shortcut | None:
    from cop_catalog.models import GoodPracticePage

    url = add_url(GoodPracticePage, request.user, reverse("cop_good_practices:choose_parent"))
    if url is None:
        return None
    return Shortcut(_("New good practice"), url, "pick", _("What worked, for others to repeat."))


def open_initiatives(request: HttpRequest) -> Number | None:
    from cop_catalog.viewsets import InitiativesViewSet

    found = listed(InitiativesViewSet, request, state="open", published="yes")
    if found is None:
        return None
    count, url = found
    label = ngettext("%(count)d open initiative", "%(count)d open initiatives", count)
    return Number(label % {"count": count}, count, url, "clipboard-list")


def initiatives_to_check(request: HttpRequest) -> Number | None:
    from cop_catalog.viewsets import InitiativesViewSet

    found = listed(InitiativesViewSet, request, in_any_language=True, out_of_date="check")
    if found is None:
        return None
    count, url = found
    label = ngettext("%(count)d initiative to check", "%(count)d initiatives to check", count)
    return Number(label % {"count": count}, count, url, "clipboard-list")


def initiatives_past_their_date(request: HttpRequest) -> Number | None:
    from cop_catalog.viewsets import InitiativesViewSet

    found = listed(InitiativesViewSet, request, in_any_language=True, out_of_date="date")
    if found is None:
        return None
    count, url = found
    label = ngettext(
        "%(count)d initiative past its closing date and still active",
        "%(count)d initiatives past their closing date and still active",
        count,
    )
    return Number(label % {"count": count}, count, url, "calendar")
