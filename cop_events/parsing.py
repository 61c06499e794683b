"""Dates as people type them in a spreadsheet: "september-oktober 2026", "11 juni 2026 13:00"."""

import re
from datetime import date, time

from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext as _
from django.utils.translation import override

from cop_events.dates import DEFAULT_TIMEZONE, Precision, When
from cop_events.validation import when_errors

_DASH = r"\s*(?:-|–|—|\bt/m\b|\btot(?: en met)?\b|\ben\b|\bto\b|\buntil\b|\band\b)\s*"
_CLOCK = r"(\d{1,2})[:.](\d{2})"
_TIMES = re.compile(
    rf"\s*,?\s*(?:om |van |from |at )?{_CLOCK}(?:{_DASH}{_CLOCK})?(?:\s*(?:uur|u|h))?$"
)
_WEEKDAY = re.compile(r"^[^\W\d]+\.?,?\s+(?=\d{1,2}\D)")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_NUMBERS = re.compile(r"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$")
_DAYS = re.compile(
    rf"^(\d{{1,2}})(?:\s+([^\W\d]+)\.?)?(?:\s+(\d{{4}}))?{_DASH}(\d{{1,2}})\s+([^\W\d]+)\.?\s+(\d{{4}})$"
)
_DAY = re.compile(r"^(\d{1,2})\s+([^\W\d]+)\.?\s+(\d{4})$")
_MONTHS = re.compile(rf"^([^\W\d]+)\.?(?:\s+(\d{{4}}))?{_DASH}([^\W\d]+)\.?\s+(\d{{4}})$")
_MONTH = re.compile(r"^([^\W\d]+)\.?\s+(\d{4})$")


class UnreadableDateError(ValueError):
    """The text is no date; the message says, in the active language, how to write one."""

    def __init__(self, text: str) -> None:
        super().__init__(
            _(
                "“%(text)s” is not a date that can be read. Write for example “11 June 2026 "
                "13:00-17:00”, “11 June 2026”, “November 2026” or “September-October 2026”."
            )
            % {"text": text}
        )


def parse_when(text: str, language: str, timezone: str = DEFAULT_TIMEZONE) -> When:
    """Read a date with as much precision as ``text`` has; months by their names in ``language``.

    English names are always understood. Raises :class:`UnreadableDateError`.
    """
    cleaned = " ".join(text.split()).lower()
    starts, ends, day_text = _split_times(cleaned, text)
    try:
        precision, start, end = _days_of(day_text, month_numbers(language))
    except (KeyError, ValueError) as error:
        raise UnreadableDateError(text) from error
    if starts is not None:
        if precision != Precision.DAY:
            raise UnreadableDateError(text)
        precision = Precision.TIME
    if when_errors(precision, start, end, starts, ends):
        raise UnreadableDateError(text)
    return When(precision, start, end, starts, ends, timezone)


def month_numbers(language: str) -> dict[str, int]:
    """Names and abbreviations of the months, in lower case and without a point."""
    names: dict[str, int] = {}
    for spoken in ("en", language):
        with override(spoken):
            for table in (MONTHS, MONTHS_3):
                names |= {str(name).lower().rstrip("."): number for number, name in table.items()}
    return names


def _split_times(cleaned: str, original: str) -> tuple[time | None, time | None, str]:
    # A date of numbers with points looks like a time: "11.06.2026" is none.
    found = _TIMES.search(cleaned)
    if not found:
        return None, None, cleaned
    hour, minute, end_hour, end_minute = found.groups()
    try:
        starts = time(int(hour), int(minute))
        ends = time(int(end_hour), int(end_minute)) if end_hour else None
    except ValueError as error:
        raise UnreadableDateError(original) from error
    return starts, ends, cleaned[: found.start()].rstrip(" ,")


def _days_of(text: str, months: dict[str, int]) -> tuple[Precision, date, date | None]:
    text = _WEEKDAY.sub("", text)
    if found := _ISO.match(text):
        year, month, day = map(int, found.groups())
        return Precision.DAY, date(year, month, day), None
    if found := _NUMBERS.match(text):
        day, month, year = map(int, found.groups())
        return Precision.DAY, date(year, month, day), None
    if found := _DAY.match(text):
        return Precision.DAY, _day(found[1], found[2], found[3], months), None
    if found := _DAYS.match(text):
        end = _day(found[4], found[5], found[6], months)
        start = _day(found[1], found[2] or found[5], found[3] or found[6], months)
        return Precision.DAY, start, end
    if found := _MONTHS.match(text):
        end = date(int(found[4]), months[found[3]], 1)
        first = months[found[1]]
        year = int(found[2]) if found[2] else end.year - (first > end.month)
        return Precision.MONTHS, date(year, first, 1), end
    if found := _MONTH.match(text):
        return Precision.MONTH, date(int(found[2]), months[found[1]], 1), None
    raise ValueError(text)


def _day(day: str, month: str, year: str, months: dict[str, int]) -> date:
    return date(int(year), months[month], int(day))
