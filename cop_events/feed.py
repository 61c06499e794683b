"""A calendar to subscribe to: the sessions of a series, in the words of its language.

It has no METHOD, so nobody is invited by it. A session stands in it once its day is known, as long
as anybody may see its page; a cancelled one stays when its page is gone, for a calendar forgets
what it no longer gets, and people would come.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from icalendar import Calendar, Event

from cop_blocks.conditional import conditional
from cop_blocks.feeds_below import THEME, FeedTheme
from cop_blocks.models import TermRow
from cop_blocks.reach import own_pages
from cop_events.calendar import calendar_event
from cop_events.models.when import Status

if TYPE_CHECKING:
    from cop_events.models import Session

#: How often a calendar program is asked to look again.
REFRESH = timedelta(hours=12)


def feed_response(page: Any, request: HttpRequest, theme: FeedTheme | None) -> HttpResponse:
    """The calendar of a series, of one theme or of all; 304 where it has not changed."""
    name = f"{page.title} – {theme.label}" if theme else page.title
    calendar = _calendar(name, page.locale.language_code)
    for event in events(page, request, theme):
        calendar.add_component(event)
    response = conditional(request, calendar.to_ical(), "text/calendar; charset=utf-8")
    ending = f"-{theme.code}" if theme else ""
    response["Content-Disposition"] = f'inline; filename="{page.slug}{ending}.ics"'
    return response


def events(page: Any, request: HttpRequest, theme: FeedTheme | None) -> Iterator[Event]:
    """The entries, by day; constant in statements."""
    from cop_events.models import Session

    shown = {each.translation_key: each for each in _pages(page, request, theme)}
    records = Session.objects.filter(translation_key__in=shown)
    found: list[tuple[Session, str, str, str]] = []
    for record in records:
        each = shown[record.translation_key]
        url = each.get_full_url(request) or ""
        found.append((record, each.title, each.introduction, url))
    for record, title in _gone(page, theme):
        found.append((record, title, "", ""))
    found.sort(key=lambda entry: (entry[0].starts_at, str(entry[0].uid)))
    for record, title, description, url in found:
        yield calendar_event(record, title=title, description=description, url=url)


def _calendar(name: str, language: str) -> Calendar:
    calendar = Calendar()
    calendar.add("PRODID", f"-//wagtail-cop//sessions//{language.upper()}")
    calendar.add("VERSION", "2.0")
    # The name as the standard has it, and as programs have read it before there was one.
    calendar.add("NAME", name)
    calendar.add("X-WR-CALNAME", name)
    calendar.add("REFRESH-INTERVAL", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", "PT12H")
    return calendar


def _pages(page: Any, request: HttpRequest, theme: FeedTheme | None) -> Any:
    from cop_events.models import SessionPage

    pages = own_pages(SessionPage, request, page.locale.language_code).descendant_of(page)
    if theme is not None:
        rows = TermRow.objects.filter(tag__vocabulary__code=THEME, tag__code__in=theme.codes)
        pages = pages.filter(pk__in=rows.order_by().values("content_object_id"))
    known = pages.filter(precision__in=("time", "day")).select_related("locale")
    return known.defer_streamfields()


def _gone(page: Any, theme: FeedTheme | None) -> Iterator[tuple["Session", str]]:
    """The cancelled sessions of a series that had a public page and have it no more."""
    from cop_events.models import Session, SessionPage

    language = page.locale.language_code
    there = SessionPage.objects.live().filter(locale=page.locale_id).values("translation_key")
    records = Session.objects.filter(status=Status.CANCELLED, start_date__isnull=False)
    for record in records.exclude(called_off={}).exclude(translation_key__in=there):
        left = record.called_off.get(language)
        if left is None or str(page.translation_key) not in left["series"]:
            continue
        if theme is not None and theme.codes.isdisjoint(left["themes"]):
            continue
        if record.when and record.when.is_day_known:
            yield record, left["title"]
