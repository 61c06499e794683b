"""What sessions add to other pages: guiding questions on a theme, next sessions in any body."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from wagtail.models import PageViewRestriction, Site

from cop_blocks.models import TermRow
from cop_blocks.sections import Section, sections
from cop_blocks.streamfield import body_block_types
from cop_events.blocks import NextSessionsBlock
from tests.events.factories import full_session, home, series, session, theme, translate

pytestmark = pytest.mark.django_db

BEFORE = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def moment() -> Any:
    with time_machine.travel(BEFORE, tick=False):
        yield


def restrict(page: Any) -> None:
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="groups")
    restriction.groups.add(Group.objects.create(name=f"members of {page.pk}"))


def request() -> Any:
    return RequestFactory().get("/", headers={"host": "localhost"})


@pytest.fixture
def subject() -> Any:
    """Any page with the theme: what counts is its terms."""
    page = series(title="Thema")
    page.cop_term_rows = [TermRow(tag=theme())]
    page.save()
    return page


def questions(subject: Any) -> dict[str, list[str]]:
    found = [
        s
        for s in sections("theme.main", subject, request())
        if "session" in s.template or "guiding" in s.template
    ]
    return {
        item["title"]: [question.text for question in item["questions"]]
        for section in found
        for item in section.context["sessions"]
    }


def test_a_theme_shows_the_guiding_questions_of_its_sessions(subject: Any) -> None:
    full_session(title="Mensen")
    other = full_session(series(title="B"), title="Anders")
    other.cop_term_rows = [TermRow(tag=theme("circular"))]
    other.save()
    with override("nl"):
        assert questions(subject) == {"Mensen": ["Vraag 1?", "Vraag 2?", "Vraag 3?"]}


def test_it_shows_those_of_the_readers_language(subject: Any) -> None:
    english = translate(full_session(), title="People")
    for row in english.question_rows.all():
        row.text = row.text.replace("Vraag", "Question")
        row.save()
    with override("en"):
        assert questions(subject) == {"People": ["Question 1?", "Question 2?", "Question 3?"]}


def test_it_shows_no_draft_nor_private_session(subject: Any) -> None:
    index = series()
    full_session(index, title="Concept", live=False)
    restrict(full_session(index, title="Besloten"))
    with override("nl"):
        assert questions(subject) == {}


def test_a_page_without_a_theme_gets_no_section() -> None:
    full_session()
    assert questions(series(title="Zonder")) == {}


def test_guiding_questions_cost_the_same_for_one_session_as_for_many(subject: Any) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as captured, override("nl"):
            assert questions(subject)
        return len(captured)

    index = series()
    full_session(index)
    count()
    one = count()
    for number in range(4):
        full_session(index, title=f"Nog een {number}")
    assert count() == one


def block(**values: Any) -> list[str]:
    """The titles of the sessions that the block shows, in Dutch unless a language is active."""
    made = NextSessionsBlock()
    value = made.to_python({"heading": "", "number": 3, "series": None, **values})
    html = made.render(value, {"request": request()})
    return [link.get_text() for link in BeautifulSoup(html, "html.parser").select("h3 a")]


def test_the_block_is_offered_in_every_body() -> None:
    assert isinstance(dict(body_block_types())["next_sessions"], NextSessionsBlock)


def test_the_block_shows_the_next_sessions_the_nearest_first() -> None:
    index = series()
    session(index, title="Over twee maanden", start_date=date(2027, 1, 1))
    session(index, title="Volgende maand", start_date=date(2026, 12, 1))
    session(index, title="Voorbij", start_date=date(2026, 6, 1))
    session(index, title="Deze maand")
    with override("nl"):
        assert block() == ["Deze maand", "Volgende maand", "Over twee maanden"]
        assert block(number=1) == ["Deze maand"]


def test_the_block_keeps_to_its_series_in_the_readers_language() -> None:
    chosen, other = series(title="A"), series(title="B")
    english = translate(session(chosen, title="Mensen"), title="People")
    session(other, title="Elders")
    with override("nl"):
        assert block(series=chosen.pk) == ["Mensen"]
    with override("en"):
        assert block(series=chosen.pk) == ["People"]
    english.get_parent().unpublish()
    with override("en"):
        assert block(series=chosen.pk) == []


def test_the_block_keeps_to_its_site() -> None:
    session(series(title="A"), title="Hier")
    root = home().get_parent()
    elsewhere = home().copy(to=root, update_attrs={"slug": "elders"}, reset_translation_key=True)
    Site.objects.create(hostname="elders.example", root_page=elsewhere)
    session(series(elsewhere, title="B"), title="Daar")
    with override("nl"):
        assert block() == ["Hier"]


def test_the_block_shows_nothing_that_may_not_be_seen() -> None:
    index = series()
    session(index, title="Concept", live=False)
    restrict(session(index, title="Besloten"))
    with override("nl"):
        assert block() == []


def test_the_block_is_empty_without_sessions() -> None:
    series()
    made = NextSessionsBlock()
    value = made.to_python({"heading": "Agenda", "number": 3, "series": None})
    assert made.render(value, {"request": request()}).strip() == ""


def test_the_block_costs_the_same_for_one_session_as_for_many() -> None:
    def count(number: int) -> int:
        with CaptureQueriesContext(connection) as captured, override("nl"):
            assert len(block(number=number)) == number
        return len(captured)

    index = series()
    for number in range(5):
        full_session(index, title=f"Sessie {number}")
    count(1)
    assert count(1) == count(5)


def test_a_section_is_a_template_with_its_context(subject: Any) -> None:
    full_session()
    with override("nl"):
        (section,) = [
            s for s in sections("theme.main", subject, request()) if "guiding" in s.template
        ]
    assert isinstance(section, Section)
    assert section.template == "cop_events/sections/guiding_questions.html"
