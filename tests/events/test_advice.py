"""What an editor is advised about a session; nothing of it stops publishing."""

from datetime import date, time
from typing import Any

import pytest
from django.utils.translation import override

from cop_blocks.editing.advice import advice_on
from cop_blocks.models import TermRow
from cop_events.models import SessionMaterial, SessionQuestion
from tests.events import factories

pytestmark = pytest.mark.django_db

#: Far from now on either side, whatever the day of the test.
TO_COME: dict[str, Any] = {"start_date": date(2199, 5, 1), "start_time": time(13)}
PAST: dict[str, Any] = {"start_date": date(2001, 5, 1), "start_time": time(13)}

GOOD: dict[str, Any] = {
    "introduction": "Hoe vinden kleine bedrijven mensen, en hoe houden zij hen?",
    "venue_name": "Energiehuis",
    "sign_up_url": "https://example.org/aanmelden",
}


def session(**fields: Any) -> Any:
    page = factories.session(**{**TO_COME, **GOOD, "end_time": None})
    for name, value in fields.items():
        setattr(page, name, value)
    page.cop_term_rows = [TermRow(tag=factories.theme())]
    page.question_rows = [SessionQuestion(text="Hoe?", locale=page.locale)]
    return page


def fields_of(page: Any) -> list[str]:
    with override("en"):
        return [item.field for item in advice_on(page)]


def test_a_good_session_gets_no_advice() -> None:
    assert fields_of(session()) == []


@pytest.mark.parametrize(
    ("fields", "advised"),
    [
        ({"venue_name": ""}, ["venue_name"]),
        ({"venue_name": "", "venue_address": "Kade 1"}, []),
        ({"venue_name": "", "mode": "online"}, []),
        ({"sign_up_url": ""}, ["sign_up_url"]),
        ({"sign_up_url": "https://nergens"}, ["sign_up_url"]),
        ({"sign_up_url": "", "status": "cancelled"}, []),
        ({"introduction": ""}, ["introduction"]),
        # Of a month nobody expects a place or a form yet.
        ({"precision": "month", "start_time": None, "venue_name": "", "sign_up_url": ""}, []),
        (PAST, ["report"]),
        ({**PAST, "venue_name": "", "sign_up_url": ""}, ["report"]),
    ],
)
def test_one_thing_is_said_at_its_field(fields: dict[str, Any], advised: list[str]) -> None:
    assert fields_of(session(**fields)) == advised


def test_questions_and_a_theme_are_asked_for() -> None:
    page = factories.session(**TO_COME, **GOOD, end_time=None)
    factories.theme()
    assert fields_of(page) == ["cop_term_rows", "question_rows"]


def test_material_that_leads_nowhere_is_told() -> None:
    page = session()
    page.material_rows = [
        SessionMaterial(title="Zonder", locale=page.locale),
        SessionMaterial(title="Stuk", url="https://x y", locale=page.locale),
        SessionMaterial(title="Goed", url="https://example.org/a", locale=page.locale),
    ]
    with override("nl"):
        said = [item.message for item in advice_on(page)]
    assert said == [
        "“Zonder” leidt nergens heen: kies het document, of verwijder de regel.",
        "Het adres “https://x y” kan niet kloppen. Kijk het na, of verwijder de link.",
    ]
