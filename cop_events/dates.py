"""When a session is: a moment in time that may be known only as a day, a month or two months.

Wall time and an IANA zone are what people agree on, so that is what is kept; instants follow.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import models
from django.utils.translation import gettext_lazy as _

DEFAULT_TIMEZONE = "Europe/Amsterdam"


class Precision(models.TextChoices):
    """How exactly a date is known."""

    TIME = "time", _("A day and a time")
    DAY = "day", _("A day")
    MONTH = "month", _("Only the month")
    MONTHS = "months", _("Two months")


def _last_day_of_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def _instant(day: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock, tzinfo=zone).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class When:
    """A date with its precision.

    ``start`` is the first day, or any day in the (first) month; ``end`` is the last day of a
    session of several days, or any day in the second month. A ``When`` that an editor made up
    wrongly (an end before its start) is refused by :func:`cop_events.validation.when_errors`.
    """

    precision: str
    start: date
    end: date | None = None
    starts: time | None = None
    ends: time | None = None
    timezone: str = DEFAULT_TIMEZONE

    @property
    def is_day_known(self) -> bool:
        return self.precision in (Precision.TIME, Precision.DAY)

    @property
    def is_time_known(self) -> bool:
        return self.precision == Precision.TIME and self.starts is not None

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def city(self) -> str:
        """The place that its zone is named after: "Amsterdam"."""
        return self.timezone.rpartition("/")[2].replace("_", " ")

    @property
    def first_day(self) -> date:
        """The first day on which it can be."""
        return self.start if self.is_day_known else self.start.replace(day=1)

    @property
    def last_day(self) -> date:
        """The last day on which it can be."""
        if self.is_day_known:
            return self.end or self.start
        if self.precision == Precision.MONTHS:
            return _last_day_of_month(self.end or self.start)
        return _last_day_of_month(self.start)

    @property
    def starts_at(self) -> datetime:
        """The first possible instant, in UTC."""
        clock = self.starts if self.is_time_known and self.starts else time.min
        return _instant(self.first_day, clock, self.zone)

    @property
    def ends_at(self) -> datetime:
        """The instant, in UTC, from which it is certainly over.

        Without an end time that is midnight after the last day.
        """
        if self.is_time_known and self.ends:
            return _instant(self.last_day, self.ends, self.zone)
        return _instant(self.last_day + timedelta(days=1), time.min, self.zone)

    def is_past(self, moment: datetime) -> bool:
        """Whether it has certainly ended at ``moment``."""
        return self.ends_at <= moment

    def is_upcoming(self, moment: datetime) -> bool:
        """Whether it may still come, or is going on, at ``moment``; the opposite of past."""
        return not self.is_past(moment)

    @property
    def iso(self) -> str:
        """The start as ISO 8601, as exactly as it is known: ``2026-11``, ``2026-11-26`` or
        ``2026-11-26T13:00:00+01:00``."""
        return self._iso(self.start, self.starts)

    @property
    def end_iso(self) -> str:
        """The end as ISO 8601; empty where it is not known."""
        if self.is_time_known:
            return self._iso(self.last_day, self.ends) if self.ends else ""
        if self.precision == Precision.MONTHS:
            return f"{self.last_day:%Y-%m}"
        return self._iso(self.last_day, None) if self.end else ""

    def _iso(self, day: date, clock: time | None) -> str:
        if self.is_time_known and clock:
            return datetime.combine(day, clock, tzinfo=self.zone).isoformat()
        return f"{day:%Y-%m-%d}" if self.is_day_known else f"{day:%Y-%m}"

    def label(self, language: str | None = None, *, weekday: bool = True) -> str:
        """How people write it: "donderdag 26 november 2026, 13.00–17.00 uur"."""
        from cop_events.labels import when_label

        return when_label(self, language, weekday=weekday)

    def __str__(self) -> str:
        return self.label()
