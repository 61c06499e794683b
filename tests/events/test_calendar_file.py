"""The calendar file of a session: what stands in it, who gets it, and that it stays the same."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.test import Client
from icalendar import Calendar
from wagtail.models import PageViewRestriction

from cop_events.models import Session
from tests.events.factories import full_session, publish, series, session, translate

pytestmark = pytest.mark.django_db

MOMENT = datetime(2026, 10, 1, 9, tzinfo=UTC)


def ics_url(page: Any) -> str:
    return f"{page.get_url()}ics/"


def event_of(page: Any) -> Any:
    response = Client().get(ics_url(page))
    assert response.status_code == 200
    (event,) = Calendar.from_ical(response.content.decode()).walk("VEVENT")
    return event


def test_the_file_says_when_where_and_what_in_utc() -> None:
    with time_machine.travel(MOMENT, tick=False):
        page = full_session()
    response = Client().get(ics_url(page))
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == f'attachment; filename="{page.slug}.ics"'
    uid = Session.objects.get().uid
    assert response.content.decode().splitlines() == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//wagtail-cop//sessions//NL",
        "BEGIN:VEVENT",
        "SUMMARY:Mensen",
        "DTSTART:20261126T120000Z",
        "DTEND:20261126T160000Z",
        "DTSTAMP:20261001T090000Z",
        f"UID:{uid}",
        "SEQUENCE:0",
        "DESCRIPTION:Wat werkt voor elk bedrijf?",
        "LAST-MODIFIED:20261001T090000Z",
        "LOCATION:Het Voorbeeldgebouw\\, Kade 1\\, Dordrecht",
        "STATUS:CONFIRMED",
        "URL:http://localhost/nl/sessies-2026/mensen/",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_the_link_to_take_part_online_is_never_in_it() -> None:
    page = full_session(mode="hybrid")
    assert page.online_url == "https://example.org/geheime-vergadering"
    assert b"geheime" not in Client().get(ics_url(page)).content


def test_it_is_byte_for_byte_the_same_and_answers_304() -> None:
    page = session()
    first, second = Client().get(ics_url(page)), Client().get(ics_url(page))
    assert first.content == second.content
    answer = Client().get(ics_url(page), headers={"if-none-match": first["ETag"]})
    assert (answer.status_code, answer.content) == (304, b"")


def test_a_change_gives_another_etag_and_sequence() -> None:
    page = session()
    before = Client().get(ics_url(page))
    page = publish(page, start_date=date(2026, 11, 27))
    after = Client().get(ics_url(page), headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    (event,) = Calendar.from_ical(after.content.decode()).walk("VEVENT")
    assert (event["SEQUENCE"], event["DTSTART"].dt) == (1, datetime(2026, 11, 27, 12, tzinfo=UTC))


def test_all_languages_share_the_uid_and_each_has_its_words() -> None:
    page = session()
    english = translate(page, title="People", introduction="What works?")
    dutch_event, english_event = event_of(page), event_of(english)
    assert dutch_event["UID"] == english_event["UID"]
    assert (dutch_event["SUMMARY"], english_event["SUMMARY"]) == ("Mensen", "People")
    assert english_event["URL"] == "http://localhost/en/sessies-2026/mensen/"


def test_the_uid_depends_on_nothing_that_can_change() -> None:
    page = session()
    before = event_of(page)["UID"]
    page.slug = "iets-anders"
    page.save()
    page.move(series(title="Andere reeks"), pos="last-child")
    page.refresh_from_db()
    assert event_of(page)["UID"] == before


@pytest.mark.parametrize(
    ("status", "stands", "title"),
    [
        ("cancelled", "CANCELLED", "Geannuleerd: Mensen"),
        ("postponed", "TENTATIVE", "Uitgesteld: Mensen"),
    ],
)
def test_a_session_that_does_not_take_place_then_says_so(
    status: str, stands: str, title: str
) -> None:
    event = event_of(session(status=status))
    assert (event["STATUS"], event["SUMMARY"]) == (stands, title)


def test_a_whole_day_ends_at_the_start_of_the_next() -> None:
    event = event_of(session(precision="day", end_date=date(2026, 11, 27)))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 11, 26), date(2026, 11, 28))


@pytest.mark.parametrize(
    ("day", "start", "end"),
    [
        (
            date(2026, 3, 29),
            datetime(2026, 3, 29, 0, tzinfo=UTC),
            datetime(2026, 3, 29, 2, tzinfo=UTC),
        ),
        (
            date(2026, 10, 25),
            datetime(2026, 10, 24, 23, tzinfo=UTC),
            datetime(2026, 10, 25, 3, tzinfo=UTC),
        ),
    ],
)
def test_both_clock_changes(day: date, start: datetime, end: datetime) -> None:
    event = event_of(session(start_date=day, start_time=time(1), end_time=time(4)))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (start, end)


@pytest.mark.parametrize(
    "fields",
    [
        {"precision": "month"},
        {"precision": "months", "end_date": date(2026, 12, 1)},
    ],
)
def test_while_only_months_are_known_there_is_no_file_and_no_link(fields: dict[str, Any]) -> None:
    page = session(**fields)
    assert Client().get(ics_url(page)).status_code == 404
    assert ics_url(page) not in Client().get(page.get_url()).content.decode()


def test_the_link_on_the_page_leads_to_the_file() -> None:
    page = session()
    with time_machine.travel(MOMENT, tick=False):
        assert f'href="{ics_url(page)}"' in Client().get(page.get_url()).content.decode()
    assert Client().get(ics_url(page)).status_code == 200


def test_a_draft_or_unpublished_session_has_no_file() -> None:
    page = session()
    page.unpublish()
    assert Client().get(ics_url(page)).status_code == 404
    assert Client().get(ics_url(session(series(title="B"), live=False))).status_code == 404


def test_what_a_draft_says_is_not_in_the_file() -> None:
    page = session()
    page.status = "cancelled"
    page.save_revision()
    assert event_of(page)["STATUS"] == "CONFIRMED"


def test_a_private_session_asks_who_you_are() -> None:
    page = session()
    restriction = PageViewRestriction.objects.create(
        page=page.get_parent(), restriction_type="groups"
    )
    restriction.groups.add(Group.objects.create(name="members"))
    response = Client().get(ics_url(page))
    assert response.status_code == 302
    assert "login" in response["Location"]


def test_an_alias_gives_the_calendar_entry_of_its_original() -> None:
    page = session()
    alias = page.create_alias(parent=series(title="B"))
    assert event_of(alias)["UID"] == event_of(page)["UID"]


def test_under_the_prefix_of_another_language_it_leads_to_its_own() -> None:
    page = session()
    response = Client().get("/en/sessies-2026/mensen/ics/")
    assert (response.status_code, response["Location"]) == (302, ics_url(page))
