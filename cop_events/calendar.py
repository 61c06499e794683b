"""A session as a calendar file: the published facts, in UTC, byte for byte the same until they
change. A join link never stands in it."""

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from cop_events.models.when import Status

if TYPE_CHECKING:
    from cop_events.models import Session, SessionPageMixin

#: The last part of the file's address, below that of the page (Wagtail's own pattern for the
#: addresses of pages allows no point in it, so the name of the file is told in a header).
CALENDAR_PATH = "ics"

# STATUS:POSTPONED does not exist.
_STATUS = {
    Status.PLANNED: "CONFIRMED",
    Status.CANCELLED: "CANCELLED",
    Status.POSTPONED: "TENTATIVE",
}


def calendar_event(record: "Session", *, title: str, description: str = "", url: str = "") -> Event:
    """The record of a session of which the day is known, in the words of one language."""
    event = Event()
    event.add("UID", str(record.uid))
    event.add("SEQUENCE", record.sequence)
    event.add("DTSTAMP", record.changed_at)
    event.add("LAST-MODIFIED", record.changed_at)
    event.add("SUMMARY", _summary(record, title))
    event.add("STATUS", _STATUS[Status(record.status)])
    _add_times(event, record)
    if location := place_line(record.venue_name, record.venue_address):
        event.add("LOCATION", location)
    if description:
        event.add("DESCRIPTION", description)
    if url:
        event.add("URL", url)
    return event


def place_line(venue: str, address: str) -> str:
    """A venue and its address on one line."""
    return ", ".join(part.strip() for part in (venue, *address.splitlines()) if part.strip())


def _summary(record: "Session", title: str) -> str:
    if record.status == Status.CANCELLED:
        return _("Cancelled: %(title)s") % {"title": title}
    if record.status == Status.POSTPONED:
        return _("Postponed: %(title)s") % {"title": title}
    return title


def _add_times(event: Event, record: "Session") -> None:
    when = record.when
    if when is None or not when.is_day_known:
        raise ValueError("no calendar entry before a day is known")
    if when.is_time_known:
        event.add("DTSTART", when.starts_at)
        if when.ends:
            event.add("DTEND", when.ends_at)
        return
    event.add("DTSTART", when.first_day)
    event.add("DTEND", when.last_day + timedelta(days=1))


def calendar_file(event: Event, language: str) -> bytes:
    """A calendar of one event, to keep: it has no METHOD, for nobody is invited by it."""
    calendar = Calendar()
    calendar.add("PRODID", f"-//wagtail-cop//sessions//{language.upper()}")
    calendar.add("VERSION", "2.0")
    calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def calendar_response(page: "SessionPageMixin", request: HttpRequest) -> HttpResponse:
    """The calendar file of a live page whose session has a day; 304 where it has not changed."""
    record = page.session
    assert record is not None  # noqa: S101 - the page's route has asked
    event = calendar_event(
        record,
        title=page.title,
        description=page.introduction,
        url=page.get_full_url(request) or "",
    )
    content = calendar_file(event, page.locale.language_code)
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{page.slug}.ics"'
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    response["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response) or response
