"""How dates are written; the patterns are translated, so that each language has its own."""

from contextlib import nullcontext
from datetime import date, time
from typing import TYPE_CHECKING

from django.utils.dateformat import format as format_date
from django.utils.dateformat import time_format
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from cop_events.dates import Precision

if TYPE_CHECKING:
    from cop_events.dates import When


def when_label(when: "When", language: str | None = None, *, weekday: bool = True) -> str:
    """``when`` in ``language`` (the active one by default), as exactly as it is known."""
    with override(language) if language else nullcontext():
        if when.precision == Precision.MONTH:
            return _month_and_year(when.first_day)
        if when.precision == Precision.MONTHS:
            return _months(when.first_day, when.last_day)
        if when.is_time_known and when.starts:
            if when.last_day != when.start:
                return _moments(when, weekday)
            return _day_and_time(when.start, clock_label(when.starts, when.ends), weekday)
        return _days(when.start, when.last_day, weekday)


def clock_label(starts: time, ends: time | None = None) -> str:
    """A time of the day, or from one to another: "13.00–17.00 uur"."""
    if ends is None:
        # Translators: a time of the day; in Dutch "%(time)s uur".
        return pgettext("time", "%(time)s") % {"time": _clock(starts)}
    # Translators: from one time of the day to another; in Dutch "%(start)s–%(end)s uur".
    return pgettext("time", "%(start)s–%(end)s") % {"start": _clock(starts), "end": _clock(ends)}


def days_label(when: "When") -> str:
    """The day, days or months alone, without weekday and time: "26 november 2026"."""
    if when.is_day_known:
        return _days(when.start, when.last_day, weekday=False)
    return when_label(when)


def hours_label(when: "When") -> str:
    """The times of a session beside a block that shows its day; empty where none is known."""
    if not when.is_time_known or when.starts is None:
        return ""
    if when.last_day != when.start:
        return _moments(when, weekday=False)
    return clock_label(when.starts, when.ends)


def times_label(starts: time, ends: time | None = None) -> str:
    """The same where it is plain that times are meant: "13.00–17.00"."""
    return f"{_clock(starts)}–{_clock(ends)}" if ends else _clock(starts)


def _clock(value: time) -> str:
    # Translators: the letters of Django's "date" filter; in Dutch "H.i".
    return time_format(value, pgettext("time format", "H:i"))


def day_label(day: date, *, weekday: bool = True) -> str:
    """A day in the active language: "donderdag 26 november 2026"."""
    # Translators: the letters of Django's "date" filter, as in "Thursday 26 November 2026".
    pattern = pgettext("date format", "l j F Y") if weekday else pgettext("date format", "j F Y")
    return format_date(day, pattern)


def _day_and_time(day: date, clock: str, weekday: bool) -> str:
    return _("%(day)s, %(time)s") % {"day": day_label(day, weekday=weekday), "time": clock}


def _moments(when: "When", weekday: bool) -> str:
    assert when.starts is not None  # noqa: S101 - the caller has asked whether the time is known
    first = _day_and_time(when.start, clock_label(when.starts), weekday)
    last = day_label(when.last_day, weekday=weekday)
    if when.ends:
        last = _day_and_time(when.last_day, clock_label(when.ends), weekday)
    return f"{first} – {last}"


def _days(first: date, last: date, weekday: bool) -> str:
    if first == last:
        return day_label(first, weekday=weekday)
    end = day_label(last, weekday=False)
    if first.year != last.year:
        return f"{day_label(first, weekday=False)} – {end}"
    if first.month != last.month:
        start = format_date(first, pgettext("date format", "j F"))
        return f"{start} – {end}"
    start = format_date(first, pgettext("date format", "j"))
    return f"{start}–{end}"


def _month_and_year(day: date) -> str:
    return format_date(day, pgettext("date format", "F Y"))


def _months(first: date, last: date) -> str:
    if first.year != last.year:
        return f"{_month_and_year(first)} – {_month_and_year(last)}"
    if first.month == last.month:
        return _month_and_year(first)
    start = format_date(first, pgettext("date format", "F"))
    return f"{start}–{_month_and_year(last)}"
