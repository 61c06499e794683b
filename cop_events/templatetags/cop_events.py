"""``{% load cop_events %}``: dates and choices of sessions in the reader's language."""

from collections.abc import Mapping
from typing import Any

from django import template

from cop_events.cards import when_from_json
from cop_events.dates import When
from cop_events.labels import times_label
from cop_events.models.when import Mode, Status

register = template.Library()


@register.filter
def cop_when(value: When | Mapping[str, Any] | None) -> str:
    """A date, or the JSON of one in a card, as people write it; empty for none."""
    when = value if isinstance(value, When) else when_from_json(value)
    return when.label() if when else ""


@register.filter
def cop_iso(value: When | Mapping[str, Any] | None) -> str:
    """The start of a date for the ``datetime`` attribute of a ``time`` element."""
    when = value if isinstance(value, When) else when_from_json(value)
    return when.iso if when else ""


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
