"""The session in the side panel of a theme: the next one, or else the latest."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from cop_blocks.models import TermRow
from cop_blocks.sections import sections
from cop_events.sections import guiding_questions, theme_session
from tests.events.factories import full_session, series, theme

pytestmark = pytest.mark.django_db

BETWEEN = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture
def subject() -> Any:
    page = series(title="Thema")
    page.cop_term_rows = [TermRow(tag=theme())]
    page.save()
    return page


def request() -> Any:
    return RequestFactory().get("/", headers={"host": "localhost"})


def shown(subject: Any) -> list[tuple[str, bool]]:
    with time_machine.travel(BETWEEN, tick=False), override("nl"):
        found = sections("theme.side", subject, request())
    return [(part.context["session"].title, part.context["is_past"]) for part in found]


def test_the_next_session_comes_before_what_has_been(subject: Any) -> None:
    full_session(title="Geweest", number=1, start_date=date(2026, 6, 11))
    full_session(title="Straks", number=2, start_date=date(2026, 12, 3))
    full_session(title="Later", number=3, start_date=date(2027, 2, 3))
    assert shown(subject) == [("Straks", False)]


def test_after_the_last_one_it_is_the_latest(subject: Any) -> None:
    full_session(title="Eerst", number=1, start_date=date(2026, 6, 11))
    full_session(title="Laatst", number=2, start_date=date(2026, 10, 1))
    assert shown(subject) == [("Laatst", True)]


def test_a_cancelled_session_gives_way(subject: Any) -> None:
    full_session(title="Afgelast", number=1, start_date=date(2026, 12, 3), status="cancelled")
    full_session(title="Straks", number=2, start_date=date(2027, 2, 3))
    assert shown(subject) == [("Straks", False)]


def test_a_theme_without_sessions_has_none(subject: Any) -> None:
    assert shown(subject) == []


def test_a_draft_does_not_show(subject: Any) -> None:
    full_session(title="Concept", live=False)
    assert shown(subject) == []


def test_the_questions_and_the_session_are_read_together(subject: Any) -> None:
    full_session()
    asked = request()
    with override("nl"):
        guiding_questions(subject, asked)
        with CaptureQueriesContext(connection) as captured:
            theme_session(subject, asked)
    assert [query for query in captured.captured_queries if "sessionpage" in query["sql"]] == []
