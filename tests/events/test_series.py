"""A series lists what is to come and what has been; past series stay reachable."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from cop_events.models import SessionPage
from tests.events.editing import soup_of
from tests.events.factories import full_session, home, series, session, translate

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 26, 11, tzinfo=UTC)


def listed(page: Any, section: str) -> list[str]:
    """The titles in a section of the page of a series ("upcoming", "past", "series")."""
    soup = soup_of(Client().get(page.get_url()))
    found = soup.select_one(f'section[aria-labelledby="cop-{section}"]')
    return [link.get_text(strip=True) for link in found.select("a")] if found else []


def restrict(page: Any) -> None:
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="groups")
    restriction.groups.add(Group.objects.create(name=f"members of {page.pk}"))


@pytest.fixture
def index() -> Any:
    return series()


def test_a_session_is_upcoming_until_it_has_ended_and_never_both(index: Any) -> None:
    page = session(index)
    last = page.ends_at - timedelta(seconds=1)
    for moment, upcoming, past in [(last, ["Mensen"], []), (page.ends_at, [], ["Mensen"])]:
        with time_machine.travel(moment, tick=False):
            assert (listed(index, "upcoming"), listed(index, "past")) == (upcoming, past)


def test_upcoming_goes_by_the_last_possible_day_the_nearest_first(index: Any) -> None:
    with time_machine.travel(NOON, tick=False):
        session(index, title="Ooit", precision="month", start_date=date(2026, 12, 1))
        session(index, title="Elf december", start_date=date(2026, 12, 11))
        session(index, title="Vandaag om drie", start_time=time(15))
        session(index, title="Vandaag om een")
        session(
            index,
            title="Deze en volgende maand",
            precision="months",
            start_date=date(2026, 11, 1),
            end_date=date(2026, 12, 1),
        )
        assert listed(index, "upcoming") == [
            "Vandaag om een",
            "Vandaag om drie",
            "Elf december",
            "Deze en volgende maand",
            "Ooit",
        ]


def test_past_goes_by_the_last_possible_day_the_latest_first(index: Any) -> None:
    session(index, title="Juni", start_date=date(2026, 6, 11))
    session(index, title="Oktober", start_date=date(2026, 10, 1))
    with time_machine.travel(NOON, tick=False):
        assert listed(index, "past") == ["Oktober", "Juni"]


def test_a_month_is_past_only_when_it_is_over(index: Any) -> None:
    session(index, precision="month", start_date=date(2026, 11, 1))
    with time_machine.travel(datetime(2026, 11, 30, 22, 59, tzinfo=UTC), tick=False):
        assert (listed(index, "upcoming"), listed(index, "past")) == (["Mensen"], [])
    with time_machine.travel(datetime(2026, 11, 30, 23, tzinfo=UTC), tick=False):
        assert (listed(index, "upcoming"), listed(index, "past")) == ([], ["Mensen"])


def test_without_a_session_to_come_it_says_so(index: Any) -> None:
    response = Client().get(index.get_url())
    assert "Er is op dit moment geen sessie gepland." in response.content.decode()


def test_a_parent_leads_to_its_series_and_shows_what_is_to_come_in_them() -> None:
    parent = series(title="Sessies")
    this_year, last_year = series(parent, title="2026"), series(parent, title="2025")
    session(this_year, title="Straks", start_date=date(2026, 12, 1))
    session(last_year, title="Toen", start_date=date(2025, 12, 1))
    with time_machine.travel(NOON, tick=False):
        assert listed(parent, "upcoming") == ["Straks"]
        assert listed(parent, "past") == []
        assert listed(parent, "series") == ["2026", "2025"]
        assert listed(last_year, "past") == ["Toen"]


@pytest.fixture
def hidden(index: Any) -> list[Any]:
    """Sessions to come that nobody may see: a draft, an expired, a private and, below, one whose
    series is private. All have been published, so each could leak."""
    draft = session(index, title="Concept", live=False)
    gone = session(index, title="Verlopen")
    gone.expired, gone.live = True, False
    gone.save()
    private = session(index, title="Besloten")
    restrict(private)
    inner = series(index, title="Besloten reeks")
    below = session(inner, title="In besloten reeks")
    restrict(inner)
    return [draft, gone, private, below, inner]


def test_drafts_expired_and_private_sessions_stand_nowhere(index: Any, hidden: list[Any]) -> None:
    with time_machine.travel(NOON, tick=False):
        assert listed(index, "upcoming") == []
        session(index, title="Openbaar")
        content = Client().get(index.get_url()).content.decode()
        assert listed(index, "upcoming") == ["Openbaar"]
    for page in hidden:
        assert page.title not in content


def test_the_same_lists_would_leak_without_public(index: Any, hidden: list[Any]) -> None:
    """The sessions of the test above are really there to be found."""
    found = SessionPage.objects.live().descendant_of(index).upcoming(NOON)
    assert {page.title for page in found} == {"Besloten", "In besloten reeks"}


def test_a_private_translation_does_not_show_in_its_language(index: Any) -> None:
    page = session(index)
    english = translate(page, title="People")
    restrict(english)
    with time_machine.travel(NOON, tick=False):
        assert listed(index, "upcoming") == ["Mensen"]
        assert listed(english.get_parent().specific, "upcoming") == []


def test_each_language_lists_its_own(index: Any) -> None:
    english = translate(session(index), title="People")
    with time_machine.travel(NOON, tick=False):
        assert listed(english.get_parent().specific, "upcoming") == ["People"]
        assert listed(index, "upcoming") == ["Mensen"]


def queries(page: Any) -> int:
    Client().get(page.get_url())
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert Client().get(page.get_url()).status_code == 200
    return len(captured)


def test_as_many_queries_for_one_session_as_for_thirty(index: Any) -> None:
    full_session(index)
    session(index, title="Toen", start_date=date(2025, 1, 1))
    series(index, title="Reeks")
    with time_machine.travel(NOON, tick=False):
        one = queries(index)
        for number in range(15):
            full_session(index, title=f"Nog een {number}")
            session(index, title=f"Toen {number}", start_date=date(2025, 1, 1))
            series(index, title=f"Reeks {number}")
        thirty = queries(index)
    assert one == thirty
    assert one <= 25


def test_home_page_is_no_place_for_a_session() -> None:
    assert not SessionPage.can_create_at(home())
    assert SessionPage.can_create_at(series())
