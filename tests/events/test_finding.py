"""What a session says of itself to whoever finds it, and its card."""

import json
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.utils.translation import override

from cop_blocks.finding import entry_of, kind_of
from cop_blocks.terms.labels import term_labels
from cop_events.cards import Card, cards, when_from_json, when_json
from cop_events.dates import When
from cop_events.models import SessionMaterial, SessionPage
from tests.events.factories import full_session, series, session

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 23, 11, tzinfo=UTC)


def test_sessions_are_a_kind_with_a_card_of_their_own() -> None:
    kind = kind_of(SessionPage)
    assert kind is not None
    with override("nl"):
        assert (kind.code, str(kind.label), str(kind.plural)) == ("session", "sessie", "sessies")
    assert (kind.card_template, kind.has_states) == ("cop_events/cards/session.html", True)


def test_an_entry_bounds_the_session_by_its_possible_moments() -> None:
    entry = entry_of(full_session())
    assert entry is not None
    assert (entry.title, entry.summary) == ("Mensen", "Wat werkt voor elk bedrijf?")
    assert entry.opens == datetime(2026, 11, 26, 12, tzinfo=UTC)
    assert entry.closes == entry.sort_date == datetime(2026, 11, 26, 16, tzinfo=UTC)
    assert entry.closed is False


def test_the_words_by_which_a_session_is_found() -> None:
    page = full_session()
    page.body = [("text", "<p>Leren op de <b>werkvloer</b>.</p>")]
    page.report = [("text", "<p>Verslag van de dag.</p>")]
    page.material_rows = [SessionMaterial(title="Dia’s", url="https://e.org/", locale=page.locale)]
    entry = entry_of(page)
    assert entry is not None
    assert entry.text.splitlines() == [
        "Wat werkt voor elk bedrijf?",
        "Het Voorbeeldgebouw",
        "Kade 1",
        "Dordrecht",
        "Er is een lift.",
        "Leren op de werkvloer.",
        "Verslag van de dag.",
        "Vraag 1?",
        "Vraag 2?",
        "Vraag 3?",
        "Welkom",
        "Praktijken",
        "Dia’s",
    ]
    assert entry.names == (f"Sanne Voorbeeld {page.pk}", f"Voorbeeldstad {page.pk}")


def test_a_cancelled_session_is_closed() -> None:
    entry = entry_of(session(status="cancelled"))
    assert entry is not None
    assert entry.closed is True


def test_the_card_holds_json_that_is_the_same_in_every_language() -> None:
    entry = entry_of(full_session())
    assert entry is not None
    assert json.loads(json.dumps(dict(entry.card))) == {
        "number": 3,
        "when": {
            "precision": "time",
            "start": "2026-11-26",
            "end": None,
            "starts": "13:00:00",
            "ends": "17:00:00",
            "timezone": "Europe/Amsterdam",
        },
        "mode": "onsite",
        "status": "planned",
        "place": "Het Voorbeeldgebouw",
        "attendance": None,
        "has_report": False,
    }


@pytest.mark.parametrize(
    "when",
    [
        None,
        When("time", date(2026, 11, 26), starts=time(13), ends=time(17)),
        When("months", date(2026, 9, 1), date(2026, 10, 1), timezone="Europe/London"),
    ],
)
def test_a_date_survives_being_written_as_json(when: When | None) -> None:
    assert when_from_json(json.loads(json.dumps(when_json(when)))) == when


def shown(card: Card, language: str) -> list[str]:
    with override(language), time_machine.travel(NOW, tick=False):
        html = render_to_string(
            "cop_events/cards/session.html", {"hit": card, "labels": term_labels(language)}
        )
    soup = BeautifulSoup(html, "html.parser")
    for kept_together in soup.select(".cop-nowrap"):
        kept_together.unwrap()
    soup.smooth()
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in soup.stripped_strings]


def test_a_card_in_dutch_and_english() -> None:
    (card,) = cards([full_session()], None)
    assert shown(card, "nl") == [
        "donderdag",
        "26",
        "nov 2026",
        "Over 3 dagen",
        "Mensen",
        "13.00–17.00 uur",
        "Wat werkt voor elk bedrijf?",
        "Thema human-capital",
        "Sessie 3 · Op locatie · Het Voorbeeldgebouw",
    ]
    assert shown(card, "en") == [
        "Thursday",
        "26",
        "Nov 2026",
        "In 3 days",
        "Mensen",
        "13:00–17:00",
        "Wat werkt voor elk bedrijf?",
        "Theme human-capital",
        "Session 3 · On location · Het Voorbeeldgebouw",
    ]


def test_a_past_card_says_who_came_and_that_there_is_a_report() -> None:
    page = session(start_date=date(2026, 6, 11), attendance=47)
    page.report = [("text", "<p>Geleerd.</p>")]
    page.save()
    (card,) = cards([page], None)
    found = shown(card, "nl")
    assert found[3:5] == ["Geweest", "Mensen"]
    assert found[-1] == "Op locatie · 47 deelnemers · met verslag"


def test_a_bare_card_shows_what_there_is() -> None:
    page = session(status="postponed", mode="online")
    page.start_date = None
    assert shown(cards([page], None)[0], "nl") == ["Uitgesteld", "Mensen", "Online"]


def test_cards_cost_the_same_for_one_as_for_many(django_assert_num_queries: Any) -> None:
    index = series()
    for number in range(4):
        full_session(index, title=f"Sessie {number}")
    pages = list(SessionPage.objects.select_related("locale"))
    cards(pages[:1], None)
    for shown_pages in (pages[:1], pages):
        with django_assert_num_queries(1):
            made = cards(shown_pages, None)
        assert len(made) == len(shown_pages)
