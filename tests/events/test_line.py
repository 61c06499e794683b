"""A series as a line: each session with where it stands and what it left behind."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.test import RequestFactory
from django.utils.translation import override

from cop_events.blocks import SessionLineBlock, around
from cop_events.line import MOST, line, nearest
from cop_events.models import SessionMaterial
from tests.events.editing import soup
from tests.events.factories import full_session, home, series, session, translate

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 23, 11, tzinfo=UTC)


def points(*pages: Any, language: str = "nl") -> list[tuple[str, str, bool]]:
    """What each point says: where it stands, its note, and whether it is drawn open."""
    with override(language):
        found = line(pages, None, NOW)
    return [(point.progress, point.note, point.is_open) for point in found]


def with_report(page: Any, materials: int = 0) -> Any:
    page.report = [("text", "<p>Geleerd.</p>")]
    page.material_rows = [
        SessionMaterial(title=f"Dia’s {number}", url="https://e.org/", locale=page.locale)
        for number in range(materials)
    ]
    page.save()
    return page


def test_a_past_session_says_what_there_is_to_read() -> None:
    index, then = series(), date(2026, 6, 11)
    bare = session(index, title="Zonder", start_date=then)
    report = with_report(session(index, title="Verslag", start_date=then))
    all_of_it = with_report(session(index, title="Alles", start_date=then), materials=2)
    assert points(bare, report, all_of_it) == [
        ("geweest", "Verslag volgt", False),
        ("geweest", "Verslag", False),
        ("geweest", "Verslag en 2 stukken", False),
    ]
    assert points(all_of_it, language="en") == [("past", "Report and 2 documents", False)]


def test_a_session_to_come_says_where_and_how_soon() -> None:
    page = session(venue_name="Het Voorbeeldgebouw")
    assert points(page) == [("over 3 dagen", "Het Voorbeeldgebouw", False)]


def test_a_session_without_a_day_is_open_and_awaited() -> None:
    page = session(precision="month", start_date=date(2027, 2, 1))
    assert points(page) == [("datum volgt", "", True)]
    with override("nl"):
        assert [point.is_awaited for point in line([page], None, NOW)] == [True]


@pytest.mark.parametrize(
    ("status", "words"), [("cancelled", "geannuleerd"), ("postponed", "uitgesteld")]
)
def test_a_session_that_does_not_go_ahead_says_so(status: str, words: str) -> None:
    page = session(status=status, precision="month", start_date=date(2027, 2, 1))
    assert points(page) == [(words, "", True)]
    with override("nl"):
        assert [point.is_awaited for point in line([page], None, NOW)] == [False]


def test_a_long_series_shows_what_is_nearest() -> None:
    index = series()
    past = [session(index, title=f"P{n}", start_date=date(2026, 1, n)) for n in range(1, 9)]
    to_come = [session(index, title=f"K{n}", start_date=date(2027, 1, n)) for n in range(1, 9)]

    def titles(pages: list[Any]) -> list[str]:
        return [page.title for page in nearest(pages, NOW, MOST)]

    assert titles([*past, *to_come]) == ["P6", "P7", "P8", "K1", "K2", "K3"]
    assert titles(past) == ["P3", "P4", "P5", "P6", "P7", "P8"]
    assert titles([*past[:1], *to_come]) == ["P1", "K1", "K2", "K3", "K4", "K5"]
    assert titles(past[:2]) == ["P1", "P2"]


def test_many_sessions_cost_as_many_queries_as_one(django_assert_num_queries: Any) -> None:
    index = series()
    pages = [with_report(full_session(index, title=f"S{n}"), materials=1) for n in range(5)]
    with override("nl"):
        line(pages[:1], None, NOW)  # the addresses of the site are remembered from here on
        for some in (pages[:1], pages):
            with django_assert_num_queries(2):  # materials, terms
                line(some, None, NOW)


def shown(language: str = "nl", **value: Any) -> Any:
    """The block as it stands in a body."""
    block = SessionLineBlock()
    request = RequestFactory().get("/", headers={"host": "localhost"})
    with override(language), time_machine.travel(NOW, tick=False):
        html = block.render(
            block.to_python({"heading": "", "series": None, **value}), {"request": request}
        )
    return soup(html)


def test_the_block_puts_the_sessions_in_the_order_of_time() -> None:
    index = series()
    session(index, title="Straks")
    session(index, title="Ooit", precision="month", start_date=date(2027, 2, 1))
    session(index, title="Toen", start_date=date(2026, 6, 11))
    html = shown(heading="Drie sessies, één lijn", series=index.pk)
    assert html.h2.get_text() == "Drie sessies, één lijn"
    assert [title.get_text() for title in html.select(".cop-line h3")] == ["Toen", "Straks", "Ooit"]
    said = html.select(".cop-line__point > p:first-child")
    assert [" ".join(item.get_text().split()) for item in said] == [
        "11 juni 2026 · geweest",
        "26 november 2026 · over 3 dagen",
        "februari 2027 · datum volgt",
    ]
    assert html.find("a", string="Alle sessies en verslagen")["href"] == index.get_url()


def test_the_block_shows_the_reader_s_own_language() -> None:
    index = series()
    translate(session(index), title="People")
    assert [title.get_text() for title in shown("en").select("h3")] == ["People"]
    assert [title.get_text() for title in shown("en", series=index.pk).select("h3")] == ["People"]


def test_the_block_is_empty_where_there_is_nothing_or_nothing_public() -> None:
    home()
    session(series(), live=False)
    assert shown().get_text(strip=True) == ""


def test_around_takes_no_more_than_a_line_holds_on_either_side() -> None:
    index = series()
    for number in range(1, 9):
        session(index, title=f"P{number}", start_date=date(2026, 1, number))
        session(index, title=f"K{number}", start_date=date(2027, 1, number))
    with override("nl"):
        found = around(index, NOW, None)
    assert [page.title for page in found] == [
        *(f"P{number}" for number in range(3, 9)),
        *(f"K{number}" for number in range(1, 7)),
    ]
