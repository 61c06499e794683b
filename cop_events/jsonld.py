"""A session as schema.org tells search engines: only once its day is known."""

from typing import TYPE_CHECKING, Any

from cop_blocks.jsonld import organization
from cop_events.models.when import Mode, Status

if TYPE_CHECKING:
    from django.http import HttpRequest

    from cop_events.models import Session, SessionPageMixin

_MODES = {
    Mode.ONSITE: "OfflineEventAttendanceMode",
    Mode.ONLINE: "OnlineEventAttendanceMode",
    Mode.HYBRID: "MixedEventAttendanceMode",
}


def event_data(
    page: "SessionPageMixin",
    *,
    url: str,
    organiser: Any | None = None,
    previous_start: str = "",
) -> dict[str, Any] | None:
    """The page's session as an ``Event``; ``None`` while only months are known.

    ``previous_start`` is when it would have started before the last change (ISO 8601).
    """
    when = page.when
    if when is None or not when.is_day_known:
        return None
    return {
        "@type": "Event",
        "name": page.title,
        "description": page.introduction,
        "url": url,
        "inLanguage": page.locale.language_code,
        "startDate": when.iso,
        "endDate": when.end_iso,
        "previousStartDate": previous_start,
        "eventStatus": f"https://schema.org/{_status(page.status, previous_start)}",
        "eventAttendanceMode": f"https://schema.org/{_MODES[Mode(page.mode)]}",
        "location": _locations(page, url),
        "organizer": organization(organiser),
        "maximumAttendeeCapacity": page.capacity,
    }


def _status(status: str, previous_start: str) -> str:
    if status == Status.CANCELLED:
        return "EventCancelled"
    if status == Status.POSTPONED:
        return "EventPostponed"
    return "EventRescheduled" if previous_start else "EventScheduled"


def _locations(page: "SessionPageMixin", url: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if page.mode != Mode.ONLINE and (page.venue_name or page.venue_address):
        found.append(
            {"@type": "Place", "name": page.venue_name, "address": page.venue_address or None}
        )
    if page.mode != Mode.ONSITE:
        # The link to take part is for those who do; what is public is the page.
        found.append({"@type": "VirtualLocation", "url": url})
    return found


def page_data(
    page: "SessionPageMixin", request: "HttpRequest | None", record: "Session | None"
) -> dict[str, Any] | None:
    """:func:`event_data` with what the site and the record of the session add."""
    return event_data(
        page,
        url=page.get_full_url(request) or "",
        organiser=_organiser(request),
        previous_start=record.previous_start if record else "",
    )


def _organiser(request: "HttpRequest | None") -> Any | None:
    if request is None:
        return None
    from cop_blocks.contact import site_links

    return site_links(request).organiser
