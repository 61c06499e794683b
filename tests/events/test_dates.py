"""A date with its precision: what it spans, when it is over, how it is written."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from cop_events.dates import When

DAY = When("day", date(2026, 11, 26))
TIME = When("time", date(2026, 11, 26), starts=time(13), ends=time(17))
MONTH = When("month", date(2026, 11, 12))
MONTHS = When("months", date(2026, 9, 3), date(2026, 10, 3))


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        (DAY, date(2026, 11, 26), date(2026, 11, 26)),
        (
            When("day", date(2026, 11, 26), date(2026, 11, 27)),
            date(2026, 11, 26),
            date(2026, 11, 27),
        ),
        (TIME, date(2026, 11, 26), date(2026, 11, 26)),
        (MONTH, date(2026, 11, 1), date(2026, 11, 30)),
        (When("month", date(2028, 2, 29)), date(2028, 2, 1), date(2028, 2, 29)),
        (MONTHS, date(2026, 9, 1), date(2026, 10, 31)),
        (When("months", date(2026, 12, 1), date(2027, 1, 1)), date(2026, 12, 1), date(2027, 1, 31)),
    ],
)
def test_first_and_last_possible_day(when: When, first: date, last: date) -> None:
    assert (when.first_day, when.last_day) == (first, last)


@pytest.mark.parametrize(
    ("when", "starts", "ends"),
    [
        # Winter in Amsterdam is UTC+1, summer UTC+2.
        (TIME, datetime(2026, 11, 26, 12, tzinfo=UTC), datetime(2026, 11, 26, 16, tzinfo=UTC)),
        (DAY, datetime(2026, 11, 25, 23, tzinfo=UTC), datetime(2026, 11, 26, 23, tzinfo=UTC)),
        (
            When("time", date(2026, 6, 11), starts=time(13)),
            datetime(2026, 6, 11, 11, tzinfo=UTC),
            datetime(2026, 6, 11, 22, tzinfo=UTC),
        ),
        (MONTHS, datetime(2026, 8, 31, 22, tzinfo=UTC), datetime(2026, 10, 31, 23, tzinfo=UTC)),
    ],
)
def test_instants_are_in_utc(when: When, starts: datetime, ends: datetime) -> None:
    assert (when.starts_at, when.ends_at) == (starts, ends)


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 2), (date(2026, 10, 25), 4), (date(2026, 10, 26), 3)]
)
def test_a_night_session_over_a_clock_change(day: date, hours: int) -> None:
    """In March from 01:00 until 04:00 lasts two hours, in October four."""
    when = When("time", day, starts=time(1), ends=time(4))
    assert when.ends_at - when.starts_at == timedelta(hours=hours)


def test_a_day_on_which_the_clock_changes_has_23_or_25_hours() -> None:
    spring, autumn = When("day", date(2026, 3, 29)), When("day", date(2026, 10, 25))
    assert spring.ends_at - spring.starts_at == timedelta(hours=23)
    assert autumn.ends_at - autumn.starts_at == timedelta(hours=25)


@pytest.mark.parametrize("when", [DAY, TIME, MONTH, MONTHS])
def test_upcoming_until_it_has_ended_and_never_both(when: When) -> None:
    last_moment = when.ends_at - timedelta(microseconds=1)
    assert (when.is_upcoming(last_moment), when.is_past(last_moment)) == (True, False)
    assert (when.is_upcoming(when.ends_at), when.is_past(when.ends_at)) == (False, True)


@pytest.mark.parametrize(
    ("when", "dutch", "english"),
    [
        (
            TIME,
            "donderdag 26 november 2026, 13.00–17.00 uur",
            "Thursday 26 November 2026, 13:00–17:00",
        ),
        (
            When("time", date(2026, 11, 26), starts=time(13)),
            "donderdag 26 november 2026, 13.00 uur",
            "Thursday 26 November 2026, 13:00",
        ),
        (
            When("time", date(2026, 11, 26), date(2026, 11, 27), time(13), time(17)),
            "donderdag 26 november 2026, 13.00 uur – vrijdag 27 november 2026, 17.00 uur",
            "Thursday 26 November 2026, 13:00 – Friday 27 November 2026, 17:00",
        ),
        (DAY, "donderdag 26 november 2026", "Thursday 26 November 2026"),
        (
            When("day", date(2026, 11, 26), date(2026, 11, 27)),
            "26–27 november 2026",
            "26–27 November 2026",
        ),
        (
            When("day", date(2026, 11, 30), date(2026, 12, 1)),
            "30 november – 1 december 2026",
            "30 November – 1 December 2026",
        ),
        (
            When("day", date(2026, 12, 31), date(2027, 1, 1)),
            "31 december 2026 – 1 januari 2027",
            "31 December 2026 – 1 January 2027",
        ),
        (MONTH, "november 2026", "November 2026"),
        (MONTHS, "september–oktober 2026", "September–October 2026"),
        (
            When("months", date(2026, 12, 1), date(2027, 1, 1)),
            "december 2026 – januari 2027",
            "December 2026 – January 2027",
        ),
    ],
)
def test_label_in_dutch_and_english(when: When, dutch: str, english: str) -> None:
    assert (when.label("nl"), when.label("en")) == (dutch, english)


def test_label_without_the_day_of_the_week() -> None:
    when = When("time", date(2026, 10, 1), starts=time(13), ends=time(17))
    assert when.label("en", weekday=False) == "1 October 2026, 13:00–17:00"


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        (TIME, "2026-11-26T13:00:00+01:00", "2026-11-26T17:00:00+01:00"),
        (DAY, "2026-11-26", ""),
        (When("day", date(2026, 11, 26), date(2026, 11, 27)), "2026-11-26", "2026-11-27"),
        (MONTH, "2026-11", ""),
        (MONTHS, "2026-09", "2026-10"),
    ],
)
def test_iso_is_as_exact_as_the_date_is_known(when: When, start: str, end: str) -> None:
    assert (when.iso, when.end_iso) == (start, end)
