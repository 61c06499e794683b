"""What a date with its precision must obey; each error names the field that is wrong."""

from datetime import date, time
from functools import cache
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cop_events.dates import Precision

Errors = dict[str, str]

FIRST_YEAR, LAST_YEAR = 1990, 2199


@cache
def _zone_exists(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def validate_timezone(value: str) -> None:
    """Accept the name of a zone of the IANA database only."""
    if not value or not _zone_exists(value):
        raise ValidationError(
            gettext_lazy("“%(value)s” is not a time zone. Write it like Europe/Amsterdam."),
            params={"value": value},
            code="timezone",
        )


def when_errors(
    precision: str,
    start_date: date | None,
    end_date: date | None,
    start_time: time | None,
    end_time: time | None,
) -> Errors:
    """What is wrong with what has been filled in; what is still empty is not wrong here."""
    days = {"start_date": start_date, "end_date": end_date}
    if errors := {name: _year_error() for name, day in days.items() if _is_far(day)}:
        return errors
    if precision in (Precision.MONTH, Precision.MONTHS):
        return _month_errors(precision, start_date, end_date)
    errors = {}
    if end_date and not start_date:
        errors["start_date"] = _("Fill in the first day as well.")
    elif end_date and start_date and end_date < start_date:
        errors["end_date"] = _("The last day lies before the first day.")
    if precision == Precision.TIME:
        if end_time and not start_time:
            errors["start_time"] = _("Fill in the time at which the session starts as well.")
        elif (
            start_time
            and end_time
            and end_time <= start_time
            and (end_date is None or end_date == start_date)
        ):
            errors["end_time"] = _("The session ends before it starts.")
    return errors


def _is_far(day: date | None) -> bool:
    return day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR


def _year_error() -> str:
    return _("Check the year: it must lie between %(first)s and %(last)s.") % {
        "first": FIRST_YEAR,
        "last": LAST_YEAR,
    }


def _month_errors(precision: str, start: date | None, end: date | None) -> Errors:
    if precision == Precision.MONTHS and start and end:
        first, second = (start.year, start.month), (end.year, end.month)
        if second < first:
            return {"end_date": _("The second month lies before the first.")}
        if second == first:
            return {"end_date": _("The second month is the same as the first.")}
    return {}


def missing_errors(
    precision: str, start_date: date | None, end_date: date | None, start_time: time | None
) -> Errors:
    """What must still be filled in before the session can be published."""
    errors: Errors = {}
    if start_date is None:
        errors["start_date"] = _("Fill in the date, or choose above what is known of it.")
    if precision == Precision.TIME and start_time is None:
        errors["start_time"] = _(
            "Fill in the time, or choose “A day” above while the time is not known."
        )
    if precision == Precision.MONTHS and end_date is None:
        errors["end_date"] = _("Choose the second month, or choose “Only the month” above.")
    return errors
