"""Years in titles."""

import pytest

from cop_events.copying.years import has_year, next_series, next_year


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Sessies 2026", "Sessies 2027"),
        ("2025-2026", "2026-2027"),
        ("Jaar 1999", "Jaar 2000"),
        ("Menselijk kapitaal", "Menselijk kapitaal"),
        ("Postbus 20260", "Postbus 20260"),
        ("Zaal 3026", "Zaal 3026"),
        ("mkb2026!", "mkb2027!"),
    ],
)
def test_every_year_in_a_title_is_one_later(title: str, expected: str) -> None:
    assert next_year(title) == expected
    assert has_year(title) == (title != expected)


@pytest.mark.parametrize(
    ("title", "year", "expected"),
    [
        ("Sessies 2026", 2030, "Sessies 2027"),
        ("Sessies", 2027, "Sessies 2027"),
        ("Sessies", None, "Sessies"),
    ],
)
def test_a_series_without_a_year_gets_that_of_the_next_session(
    title: str, year: int | None, expected: str
) -> None:
    assert next_series(title, year) == expected
