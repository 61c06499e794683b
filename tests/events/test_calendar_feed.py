"""The calendar to subscribe to below a series: what stands in it, and what stays in it."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
import recurring_ical_events
import time_machine
import vobject
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar
from wagtail.models import Page, PageViewRestriction, Site

from cop_blocks.models import TermRow
from cop_events.models import Session
from tests.events.factories import full_session, publish, series, session, theme, translate

pytestmark = pytest.mark.django_db

MOMENT = datetime(2026, 10, 1, 9, tzinfo=UTC)


def get(url: str, **headers: str) -> Any:
    Site.clear_site_root_paths_cache()
    return Client(headers={"host": "localhost", **headers}).get(url)


def feed_of(page: Any, code: str = "") -> Any:
    answer = get(f"{page.get_url()}ics/{code}")
    assert answer.status_code == 200
    return Calendar.from_ical(answer.content)


def titles(page: Any, code: str = "") -> list[str]:
    return [str(event["SUMMARY"]) for event in feed_of(page, code).walk("VEVENT")]


@pytest.fixture
def year() -> Any:
    return series()


class TestContent:
    def test_it_has_a_name_and_a_rhythm_and_invites_nobody(self, year: Any) -> None:
        with time_machine.travel(MOMENT, tick=False):
            session(year)
        answer = get(f"{year.get_url()}ics/")
        assert answer["Content-Type"] == "text/calendar; charset=utf-8"
        lines = answer.content.decode().splitlines()
        assert lines[:9] == [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//wagtail-cop//sessions//NL",
            "NAME:Sessies 2026",
            "X-WR-CALNAME:Sessies 2026",
            "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
            "X-PUBLISHED-TTL:PT12H",
            "BEGIN:VEVENT",
            "SUMMARY:Mensen",
        ]
        assert "METHOD" not in answer.content.decode()

    def test_other_programs_read_the_same(self, year: Any) -> None:
        session(year, title="Geld; en, wat \\ meer")
        session(year, title="Hele dag", precision="day", start_date=date(2026, 11, 27))
        content = get(f"{year.get_url()}ics/").content.decode()
        read = vobject.readOne(content)
        assert [event.summary.value for event in read.vevent_list] == titles(year)
        found = recurring_ical_events.of(Calendar.from_ical(content)).at((2026, 11, 26))
        assert [str(event["SUMMARY"]) for event in found] == ["Geld; en, wat \\ meer"]

    def test_an_entry_is_that_of_the_session_itself(self, year: Any) -> None:
        page = full_session(year)
        (alone,) = Calendar.from_ical(get(f"{page.get_url()}ics/").content).walk("VEVENT")
        (listed,) = feed_of(year).walk("VEVENT")
        assert listed.to_ical() == alone.to_ical()
        assert b"geheime" not in listed.to_ical()

    def test_what_lies_in_a_series_within_it_is_there_once(self, year: Any) -> None:
        inner = series(year, title="Voorjaar")
        page = session(inner, title="Binnen")
        page.create_alias(parent=year)
        assert titles(year) == titles(inner) == ["Binnen"]

    def test_what_has_only_a_month_is_no_entry(self, year: Any) -> None:
        session(year, precision="month", title="Ooit")
        session(year, precision="months", end_date=date(2026, 12, 1), title="Ooit ook")
        assert titles(year) == []


class TestLanguagesAndThemes:
    def test_each_language_has_its_own_words_and_the_same_identity(self, year: Any) -> None:
        page = session(year)
        english = translate(page, title="People").get_parent().specific
        assert (titles(year), titles(english)) == (["Mensen"], ["People"])
        (dutch,), (other,) = (feed_of(each).walk("VEVENT") for each in (year, english))
        assert dutch["UID"] == other["UID"]

    def test_what_is_not_translated_is_not_in_the_other_language(self, year: Any) -> None:
        english = translate(session(year), title="People").get_parent().specific
        session(year, title="Alleen hier")
        assert titles(english) == ["People"]

    def test_a_theme_has_its_sessions_only(self, year: Any) -> None:
        page = session(year, title="Digitaal")
        page.cop_term_rows = [TermRow(tag=theme("digitalisation"))]
        page.save()
        full_session(year, title="Mensen", start_date=date(2026, 11, 27))
        assert titles(year, "digitalisation/") == ["Digitaal"]
        assert titles(year) == ["Digitaal", "Mensen"]
        assert feed_of(year, "digitalisation/")["NAME"] == "Sessies 2026 – Thema digitalisation"

    def test_an_unknown_theme_is_a_clear_page(self, year: Any) -> None:
        answer = get(f"{year.get_url()}ics/%3Cb%3E/")
        assert answer.status_code == 404
        answer = get(f"{year.get_url()}ics/visserij/")
        text = answer.content.decode()
        assert answer.status_code == 404
        assert "Er is geen thema “visserij”." in text
        assert f'<a href="{year.get_url()}ics/">Alle thema’s volgen</a>' in text

    def test_there_is_nothing_below_a_theme(self, year: Any) -> None:
        theme("digitalisation")
        assert get(f"{year.get_url()}ics/digitalisation/meer/").status_code == 404


class TestUnchanged:
    def test_it_is_byte_for_byte_the_same_and_answers_304(self, year: Any) -> None:
        full_session(year)
        url = f"{year.get_url()}ics/"
        first, second = get(url), get(url)
        assert first.content == second.content
        again = get(url, **{"if-none-match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert first["Cache-Control"] == "max-age=900"

    def test_a_change_is_told_by_a_higher_sequence(self, year: Any) -> None:
        page = session(year)
        before = get(f"{year.get_url()}ics/")["ETag"]
        publish(page, start_date=date(2026, 11, 27))
        assert get(f"{year.get_url()}ics/", **{"if-none-match": before}).status_code == 200
        assert feed_of(year).walk("VEVENT")[0]["SEQUENCE"] == 1

    def test_it_costs_the_same_for_one_session_as_for_many(self, year: Any) -> None:
        def cost() -> int:
            titles(year)
            with CaptureQueriesContext(connection) as captured:
                titles(year)
            return len(captured)

        full_session(year, title="Eerste")
        with_one = cost()
        for number in range(5):
            full_session(year, title=f"Sessie {number}")
        assert cost() == with_one


class TestOnlyWhatIsPublic:
    @pytest.mark.parametrize("hide", ["unpublish", "private", "draft"])
    def test_what_nobody_may_see_is_not_in_it(self, year: Any, hide: str) -> None:
        page = session(year, title="Geheim", live=hide != "draft")
        if hide == "unpublish":
            page.unpublish()
        if hide == "private":
            PageViewRestriction.objects.create(page=page, restriction_type="login")
        assert titles(year) == []

    def test_a_private_series_asks_who_you_are(self, year: Any) -> None:
        session(year)
        PageViewRestriction.objects.create(page=year, restriction_type="login")
        assert get(f"{year.get_url()}ics/").status_code == 302

    def test_a_series_that_is_not_live_has_none(self, year: Any) -> None:
        year.unpublish()
        assert get(f"{year.get_url()}ics/").status_code == 404


class TestCancelled:
    """Who has it in a calendar has to see that it does not take place."""

    def cancelled(self, year: Any, **fields: Any) -> Any:
        return session(year, title="Afgelast", status="cancelled", **fields)

    @pytest.mark.parametrize("gone", ["deleted", "unpublished", "deleted with its series"])
    def test_it_stays_when_its_page_is_gone(self, year: Any, gone: str) -> None:
        inner = series(year, title="Voorjaar")
        page = self.cancelled(inner)
        (before,) = feed_of(year).walk("VEVENT")
        if gone == "unpublished":
            page.unpublish()
        elif gone == "deleted":
            page.delete()
        else:
            Page.objects.get(pk=inner.pk).delete()
        (event,) = feed_of(year).walk("VEVENT")
        assert (event["STATUS"], event["SUMMARY"]) == ("CANCELLED", "Geannuleerd: Afgelast")
        assert (event["UID"], event["SEQUENCE"]) == (before["UID"], before["SEQUENCE"])
        assert "URL" not in event

    def test_it_stays_in_the_feed_of_its_theme(self, year: Any) -> None:
        page = self.cancelled(year)
        page.cop_term_rows = [TermRow(tag=theme("digitalisation"))]
        page.save()
        theme("circular")
        page.delete()
        assert titles(year, "digitalisation/") == ["Geannuleerd: Afgelast"]
        assert titles(year, "circular/") == []
        assert titles(series(title="Ander jaar")) == []

    def test_each_language_keeps_its_own_title(self, year: Any) -> None:
        page = self.cancelled(year)
        english = translate(page, title="Called off")
        parent = english.get_parent().specific
        english.delete()
        page.delete()
        assert titles(year) == ["Geannuleerd: Afgelast"]
        assert titles(parent) == ["Cancelled: Called off"]

    @pytest.mark.parametrize("hidden", ["private", "draft"])
    def test_what_was_not_public_does_not_come_out_by_it(self, year: Any, hidden: str) -> None:
        page = self.cancelled(year, live=hidden != "draft")
        if hidden == "private":
            PageViewRestriction.objects.create(page=page, restriction_type="login")
        page.delete()
        assert titles(year) == []

    def test_what_goes_ahead_is_forgotten_with_its_page(self, year: Any) -> None:
        session(year).delete()
        assert titles(year) == []
        assert Session.objects.get().called_off == {}

    def test_a_page_that_comes_back_is_there_once(self, year: Any) -> None:
        page = self.cancelled(year)
        page.unpublish()
        page.get_latest_revision_as_object().save_revision().publish()
        assert titles(year) == ["Geannuleerd: Afgelast"]

    def test_a_page_that_comes_back_as_private_is_not_there(self, year: Any) -> None:
        page = self.cancelled(year)
        page.unpublish()
        page.get_latest_revision_as_object().save_revision().publish()
        PageViewRestriction.objects.create(page=page, restriction_type="login")
        assert titles(year) == []


def test_the_series_leads_to_it_for_a_program_and_to_copy(year: Any) -> None:
    text = get(year.get_url()).content.decode()
    address = f"localhost{year.get_url()}ics/"
    assert f'<a href="webcal://{address}">Sessies in uw eigen agenda</a>' in text
    of_which = '<span class="cop-visually-hidden">: Sessies in uw eigen agenda</span>'
    assert f'href="http://{address}">adres{of_which}</a>' in text
    assert (
        f'<link rel="alternate" type="text/calendar" title="Sessies in uw eigen agenda" href="http://{address}">'
        in text
    )
