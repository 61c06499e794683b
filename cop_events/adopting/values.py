"""What an event page says, in the terms of a session."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.fields import RichTextField

from cop_events.adopting.fields import Fields
from cop_events.dates import DEFAULT_TIMEZONE, Precision
from cop_events.parsing import parse_when


def zone_of_site() -> str:
    """In which zone the host's times are: its ``TIME_ZONE``; ours where nobody chose one."""
    return DEFAULT_TIMEZONE if settings.TIME_ZONE == "UTC" else settings.TIME_ZONE


def plain_values(original: Any, fields: Fields) -> dict[str, Any]:
    """Our fields with the host's values; text without mark-up."""
    found = {}
    for ours, theirs in fields.plain.items():
        value = getattr(original, theirs)
        if isinstance(original._meta.get_field(theirs), RichTextField):
            value = " ".join(strip_tags(value).split())
        if value not in (None, ""):
            found[ours] = value
    return found


def when_values(original: Any, fields: Fields, zone: str = "") -> dict[str, Any]:
    """The date with as much precision as the host's fields have.

    A moment has a time, unless it is midnight: nobody meets then. Clocks are read in the zone of
    the host's site. Text is read as people write dates; may raise ``UnreadableDateError``.
    """
    values = {ours: getattr(original, theirs) for ours, theirs in fields.when.items()}
    zone = zone or zone_of_site()
    if isinstance(values["start_date"], str):
        when = parse_when(values["start_date"], original.locale.language_code, zone)
        return {
            "precision": when.precision,
            "start_date": when.start,
            "end_date": when.end,
            "start_time": when.starts,
            "end_time": when.ends,
            "timezone": zone,
        }
    first, starts = _day_and_clock(values["start_date"])
    last, ends = _day_and_clock(values.get("end_date"))
    starts = values.get("start_time") or starts
    ends = values.get("end_time") or (ends if starts else None)
    return {
        "precision": Precision.TIME if starts else Precision.DAY,
        "start_date": first,
        "end_date": last if last != first else None,
        "start_time": starts,
        "end_time": ends,
        "timezone": zone,
    }


def _day_and_clock(value: date | datetime | None) -> tuple[date | None, time | None]:
    if not isinstance(value, datetime):
        return value, None
    if timezone.is_aware(value):
        value = value.astimezone(ZoneInfo(settings.TIME_ZONE))
    clock = value.time().replace(second=0, microsecond=0)
    return value.date(), clock if clock != time.min else None
