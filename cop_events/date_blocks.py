"""A date as a thing to see: three short lines in a small block."""

from dataclasses import dataclass
from datetime import date

from django.utils.dateformat import format as format_date
from django.utils.translation import pgettext

from cop_events.dates import Precision, When


@dataclass(frozen=True, slots=True)
class DateBlock:
    """What stands at the top, in the middle and at the foot of the block."""

    top: str
    middle: str
    foot: str
    #: Only months are known: drawn open and dashed, with words and no weekday.
    is_open: bool = False
    #: The middle is words, too long for large figures.
    has_words: bool = False
    #: The middle is two figures, which need more room than one.
    has_range: bool = False


def date_block(when: When) -> DateBlock:
    """``when`` in the active language: "donderdag / 26 / nov 2026"."""
    if when.is_day_known:
        return _days(when.start, when.last_day)
    first, last = when.first_day, when.last_day
    return DateBlock("", _months(when, first, last), _years(first, last), True, True)


def _days(first: date, last: date) -> DateBlock:
    if first == last:
        return DateBlock(format_date(first, "l"), str(first.day), _month_of(first))
    top = f"{format_date(first, 'D')}–{format_date(last, 'D')}"
    if (first.year, first.month) == (last.year, last.month):
        return DateBlock(top, f"{first.day}–{last.day}", _month_of(first), has_range=True)
    middle = f"{_short_day(first)} – {_short_day(last)}"
    return DateBlock(top, middle, _years(first, last), has_words=True)


def _months(when: When, first: date, last: date) -> str:
    if when.precision == Precision.MONTH or first.month == last.month:
        return format_date(first, "F")
    return f"{format_date(first, 'F')}–{format_date(last, 'F')}"


def _years(first: date, last: date) -> str:
    return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"


def _month_of(day: date) -> str:
    # Translators: the letters of Django's "date" filter, as in "Nov 2026".
    return format_date(day, pgettext("date format", "M Y"))


def _short_day(day: date) -> str:
    # Translators: the letters of Django's "date" filter, as in "26 Nov".
    return format_date(day, pgettext("date format", "j M"))
