"""``{% load cop_events %}``: dates and choices of sessions in the reader's language."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils import timezone

from cop_events.cards import when_from_json
from cop_events.date_blocks import date_block
from cop_events.dates import When
from cop_events.labels import days_label, hours_label, times_label
from cop_events.models.when import Mode, Status
from cop_events.nearness import nearness

register = template.Library()


@register.filter
def cop_when(value: When | Mapping[str, Any] | None) -> str:
    """A date, or the JSON of one in a card, as people write it; empty for none."""
    when = _when(value)
    return when.label() if when else ""


@register.filter
def cop_iso(value: When | Mapping[str, Any] | None) -> str:
    """The start of a date for the ``datetime`` attribute of a ``time`` element."""
    when = _when(value)
    return when.iso if when else ""


@register.filter
def cop_day(value: When | Mapping[str, Any] | None) -> str:
    """The day, days or months alone: "26 november 2026"."""
    when = _when(value)
    return days_label(when) if when else ""


@register.filter
def cop_hours(value: When | Mapping[str, Any] | None) -> str:
    """The times of a date, to stand beside its block."""
    when = _when(value)
    return hours_label(when) if when else ""


@register.filter
def cop_nearness(value: When | Mapping[str, Any] | None) -> str:
    """How far away a date is now: "in 3 days", "3 weeks ago", "date to follow"."""
    when = _when(value)
    return nearness(when, timezone.now()) if when else ""


@register.filter
def cop_is_past(value: When | Mapping[str, Any] | None) -> bool:
    """Whether it is over now."""
    when = _when(value)
    return bool(when and when.is_past(timezone.now()))


@register.inclusion_tag("cop_events/includes/date_block.html")
def cop_date_block(value: When | Mapping[str, Any] | None) -> dict[str, Any]:
    """A date as a small block: weekday, day, month; or the months in words."""
    when = _when(value)
    return {"when": when, "block": date_block(when) if when else None}


def _when(value: When | Mapping[str, Any] | None) -> When | None:
    return value if isinstance(value, When) else when_from_json(value)


@register.filter
def cop_mode(value: str) -> str:
    """Where people take part, in words."""
    return str(Mode(value).label) if value in Mode.values else ""


@register.filter
def cop_status(value: str) -> str:
    """The status of a session in words; nothing for one that goes ahead as planned."""
    if value not in Status.values or value == Status.PLANNED:
        return ""
    return str(Status(value).label)


@register.filter
def cop_clock(row: Any) -> str:
    """The times of a part of the programme: "13.00–14.30"."""
    return times_label(row.starts_at, row.ends_at) if row.starts_at else ""
