"""Dates as people type them."""

from datetime import date, time

import pytest
from django.utils import translation

from cop_events.dates import When
from cop_events.parsing import UnreadableDateError, parse_when


@pytest.mark.parametrize(
    ("text", "language", "when"),
    [
        ("september-oktober 2026", "nl", When("months", date(2026, 9, 1), date(2026, 10, 1))),
        ("September–October 2026", "en", When("months", date(2026, 9, 1), date(2026, 10, 1))),
        ("september en oktober 2026", "nl", When("months", date(2026, 9, 1), date(2026, 10, 1))),
        ("december-januari 2027", "nl", When("months", date(2026, 12, 1), date(2027, 1, 1))),
        ("dec 2026 t/m jan 2027", "nl", When("months", date(2026, 12, 1), date(2027, 1, 1))),
        ("November 2026", "nl", When("month", date(2026, 11, 1))),
        ("mei 2026", "nl", When("month", date(2026, 5, 1))),
        ("11 juni 2026", "nl", When("day", date(2026, 6, 11))),
        ("11 June 2026", "nl", When("day", date(2026, 6, 11))),
        ("donderdag 11 juni 2026", "nl", When("day", date(2026, 6, 11))),
        ("11-06-2026", "nl", When("day", date(2026, 6, 11))),
        ("11.06.2026", "nl", When("day", date(2026, 6, 11))),
        ("2026-06-11", "en", When("day", date(2026, 6, 11))),
        ("11-12 juni 2026", "nl", When("day", date(2026, 6, 11), date(2026, 6, 12))),
        (
            "30 november t/m 1 december 2026",
            "nl",
            When("day", date(2026, 11, 30), date(2026, 12, 1)),
        ),
        (
            "11 juni 2026 13:00-17:00",
            "nl",
            When("time", date(2026, 6, 11), starts=time(13), ends=time(17)),
        ),
        (
            "  donderdag 11 juni 2026,  van 13.00 tot 17.00 uur ",
            "nl",
            When("time", date(2026, 6, 11), starts=time(13), ends=time(17)),
        ),
        ("2026-06-11 9:30", "en", When("time", date(2026, 6, 11), starts=time(9, 30))),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_written(text: str, language: str, when: When) -> None:
    assert parse_when(text, language) == when


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    "when",
    [
        When("time", date(2026, 11, 26), starts=time(13), ends=time(17)),
        When("day", date(2026, 11, 26)),
        When("month", date(2026, 11, 1)),
        When("months", date(2026, 9, 1), date(2026, 10, 1)),
    ],
)
def test_a_label_can_be_read_back(when: When, language: str) -> None:
    assert parse_when(when.label(language), language) == when


@pytest.mark.parametrize(
    "text",
    [
        "",
        "binnenkort",
        "juni",
        "31 juni 2026",
        "juni 2026 13:00",
        "11 juni 2026 25:00",
        "11 juni 2026 17:00-13:00",
        "12-11 juni 2026",
        "juni-juni 2026",
        "11 juni 0026",
        "99999999999",
        "11 jüni 2026\x00",
        "-" * 10_000,
    ],
)
def test_what_cannot_be_read_is_told_with_examples(text: str) -> None:
    with translation.override("en"), pytest.raises(UnreadableDateError) as error:
        parse_when(text, "nl")
    assert "Write for example “11 June 2026 13:00-17:00”" in str(error.value)
