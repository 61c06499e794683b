"""How far away a session is, said in the reader's language."""

from datetime import UTC, date, datetime, time

import pytest
from django.utils.translation import override

from cop_events.dates import When
from cop_events.nearness import nearness

SESSION = When("time", date(2026, 11, 26), starts=time(13), ends=time(17))
TWO_DAYS = When("day", date(2026, 11, 26), date(2026, 11, 27))
MONTHS = When("months", date(2027, 2, 1), date(2027, 3, 1))


def said(when: When, moment: datetime) -> tuple[str, str]:
    with override("nl"):
        dutch = nearness(when, moment)
    with override("en"):
        return dutch, nearness(when, moment)


@pytest.mark.parametrize(
    ("moment", "dutch", "english"),
    [
        (datetime(2025, 11, 26, 12, tzinfo=UTC), "over 12 maanden", "in 12 months"),
        (datetime(2026, 9, 24, 12, tzinfo=UTC), "over 2 maanden", "in 2 months"),
        (datetime(2026, 9, 25, 12, tzinfo=UTC), "over 8 weken", "in 8 weeks"),
        (datetime(2026, 11, 12, 12, tzinfo=UTC), "over 2 weken", "in 2 weeks"),
        (datetime(2026, 11, 13, 12, tzinfo=UTC), "over 13 dagen", "in 13 days"),
        (datetime(2026, 11, 23, 12, tzinfo=UTC), "over 3 dagen", "in 3 days"),
        # In Amsterdam the day before begins at 23:00 UTC.
        (datetime(2026, 11, 24, 22, 59, tzinfo=UTC), "over 2 dagen", "in 2 days"),
        (datetime(2026, 11, 24, 23, tzinfo=UTC), "morgen", "tomorrow"),
        (datetime(2026, 11, 25, 23, tzinfo=UTC), "vandaag", "today"),
        (datetime(2026, 11, 26, 12, tzinfo=UTC), "nu bezig", "going on now"),
        (datetime(2026, 11, 26, 16, tzinfo=UTC), "eerder vandaag", "earlier today"),
        (datetime(2026, 11, 27, 12, tzinfo=UTC), "gisteren", "yesterday"),
        (datetime(2026, 11, 28, 12, tzinfo=UTC), "2 dagen geleden", "2 days ago"),
        (datetime(2026, 12, 17, 12, tzinfo=UTC), "3 weken geleden", "3 weeks ago"),
        (datetime(2027, 4, 26, 12, tzinfo=UTC), "5 maanden geleden", "5 months ago"),
        (datetime(2029, 11, 26, 12, tzinfo=UTC), "3 jaar geleden", "3 years ago"),
    ],
)
def test_a_session_by_the_days_of_its_own_zone(moment: datetime, dutch: str, english: str) -> None:
    assert said(SESSION, moment) == (dutch, english)


@pytest.mark.parametrize(
    ("moment", "dutch"),
    [
        (datetime(2026, 11, 26, 8, tzinfo=UTC), "vandaag"),
        (datetime(2026, 11, 27, 8, tzinfo=UTC), "nu bezig"),
        (datetime(2026, 11, 28, 8, tzinfo=UTC), "gisteren"),
    ],
)
def test_a_session_of_days_goes_on_from_its_second_day(moment: datetime, dutch: str) -> None:
    assert said(TWO_DAYS, moment)[0] == dutch


def test_months_have_no_day_to_count_to() -> None:
    assert said(MONTHS, datetime(2027, 3, 30, tzinfo=UTC)) == ("datum volgt", "date to follow")
    assert said(MONTHS, datetime(2027, 4, 1, tzinfo=UTC)) == ("geweest", "past")
