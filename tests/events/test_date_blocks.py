"""A date as a block: one for each precision, in both languages."""

from datetime import date, time

import pytest
from django.template import Context, Template
from django.utils.translation import override

from cop_events.date_blocks import DateBlock, date_block
from cop_events.dates import When
from tests.events.editing import soup

DAY = When("day", date(2026, 11, 26))
MONTHS = When("months", date(2027, 2, 1), date(2027, 3, 1))


@pytest.mark.parametrize(
    ("when", "dutch", "english"),
    [
        (
            When("time", date(2026, 11, 26), starts=time(13)),
            DateBlock("donderdag", "26", "nov 2026"),
            DateBlock("Thursday", "26", "Nov 2026"),
        ),
        (DAY, DateBlock("donderdag", "26", "nov 2026"), DateBlock("Thursday", "26", "Nov 2026")),
        (
            When("day", date(2026, 11, 26), date(2026, 11, 27)),
            DateBlock("do–vr", "26–27", "nov 2026", has_range=True),
            DateBlock("Thu–Fri", "26–27", "Nov 2026", has_range=True),
        ),
        (
            When("day", date(2026, 11, 30), date(2026, 12, 1)),
            DateBlock("ma–di", "30 nov – 1 dec", "2026", has_words=True),
            DateBlock("Mon–Tue", "30 Nov – 1 Dec", "2026", has_words=True),
        ),
        (
            When("day", date(2026, 12, 31), date(2027, 1, 1)),
            DateBlock("do–vr", "31 dec – 1 jan", "2026–2027", has_words=True),
            DateBlock("Thu–Fri", "31 Dec – 1 Jan", "2026–2027", has_words=True),
        ),
        (
            When("month", date(2026, 11, 12)),
            DateBlock("", "november", "2026", is_open=True, has_words=True),
            DateBlock("", "November", "2026", is_open=True, has_words=True),
        ),
        (
            MONTHS,
            DateBlock("", "februari–maart", "2027", is_open=True, has_words=True),
            DateBlock("", "February–March", "2027", is_open=True, has_words=True),
        ),
        (
            When("months", date(2026, 12, 1), date(2027, 1, 1)),
            DateBlock("", "december–januari", "2026–2027", is_open=True, has_words=True),
            DateBlock("", "December–January", "2026–2027", is_open=True, has_words=True),
        ),
    ],
)
def test_three_lines_for_each_precision(when: When, dutch: DateBlock, english: DateBlock) -> None:
    with override("nl"):
        assert date_block(when) == dutch
    with override("en"):
        assert date_block(when) == english


def shown(when: When | None) -> str:
    template = Template("{% load cop_events %}{% cop_date_block when %}")
    with override("nl"):
        return template.render(Context({"when": when})).strip()


def test_it_is_a_time_for_machines_and_words_for_people() -> None:
    time_element = soup(shown(DAY)).time
    assert time_element["datetime"] == "2026-11-26"
    assert time_element.get_text(" ", strip=True) == "donderdag 26 nov 2026"
    assert time_element["class"] == ["cop-date-block"]


def test_months_are_drawn_open() -> None:
    time_element = soup(shown(MONTHS)).time
    assert time_element["datetime"] == "2027-02"
    assert time_element.get_text(" ", strip=True) == "februari–maart 2027"
    assert time_element["class"][1:] == ["cop-date-block--open", "cop-date-block--words"]


def test_no_date_is_no_block() -> None:
    assert shown(None) == ""
