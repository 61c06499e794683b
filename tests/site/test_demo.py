"""The demonstration: filled once for all tests, and rolled back after the last."""

import csv
import re
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection, transaction
from django.test import Client, TestCase, override_settings
from django.utils import timezone
from wagtail.models import Locale, Page, Site
from wagtail_localize.segments.extract import extract_segments

from cop_blocks.models import SetupRecord, SiteSettings, Term
from cop_catalog.models import GoodPracticePage, InitiativePage, ThemePage
from cop_catalog.state import Timing, standing
from cop_events.models import Session, SessionPage
from cop_search.facade import SearchQuery, search
from cop_site.demo.accounts import ACCOUNTS
from cop_site.demo.fill.initiatives import LIST
from tests.site.fresh import home, welcome

#: What is the same word in Dutch and in English.
SAME_IN_BOTH = {"Contact", "Privacy", "Voucher"}


def run(**options: Any) -> str:
    out = StringIO()
    call_command("cop_demo", stdout=out, no_color=True, **options)
    return out.getvalue()


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """What the command said when it filled the site."""
    with django_db_blocker.unblock(), transaction.atomic():
        welcome("nl")
        with override_settings(DEBUG=True), TestCase.captureOnCommitCallbacks(execute=True):
            told = run()
        yield told
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _demo(told: str, db: None) -> None:
    """Each test finds the demonstration and leaves it as it was."""


def pairs() -> list[tuple[Any, Any]]:
    """Each Dutch page with its English translation."""
    english = Locale.objects.get(language_code="en")
    dutch = Page.objects.filter(locale__language_code="nl", depth__gt=1).specific()
    return [(page, page.get_translation(english).specific) for page in dutch]


def every_row() -> dict[str, list[Any]]:
    """All tables as they are stored."""
    rows = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            rows[table] = sorted(cursor.fetchall(), key=repr)
    return rows


def days_away(number: int) -> int:
    session = SessionPage.objects.get(number=number, locale__language_code="nl")
    assert session.start_date
    return int((session.start_date - timezone.localdate()).days)


def test_it_tells_the_addresses_and_the_accounts(told: str) -> None:
    assert "http://localhost:8000/nl/ and http://localhost:8000/en/" in told
    assert "http://localhost:8000/admin/" in told
    assert re.findall(r"(\w+) +(\w+) +(\w+-demo)", told) == [
        ("administrator", "beheer", "beheer-demo"),
        ("editor", "redacteur", "redacteur-demo"),
        ("moderator", "moderator", "moderator-demo"),
        ("translator", "vertaler", "vertaler-demo"),
        ("contributor", "partner", "partner-demo"),
    ]


def test_each_account_can_log_in() -> None:
    for account in ACCOUNTS:
        client = Client()
        assert client.login(username=account.username, password=account.password)
        assert client.get("/admin/").status_code == 200


def test_run_again_it_changes_no_row() -> None:
    before = every_row()

    run()
    call_command("cop_setup", languages="nl,en", verbosity=0)

    assert every_row() == before


def test_every_page_is_there_in_both_languages_and_as_visible() -> None:
    drafts = []
    for dutch, english in pairs():
        assert dutch.live == english.live
        if not dutch.live:
            drafts.append(dutch.title)

    # The one row of the list that is still a concept.
    assert drafts == ["DEI+"]


def test_no_english_page_says_anything_in_dutch() -> None:
    for dutch, english in pairs():
        in_dutch = {segment.as_text() for segment in _texts(dutch)}
        in_english = {segment.as_text() for segment in _texts(english)}
        assert in_dutch & in_english <= SAME_IN_BOTH, dutch.title
        assert len(in_english) >= len(in_dutch)


def _texts(page: Any) -> list[Any]:
    """What a translator would be asked to translate, without addresses and empty fields."""
    return [
        segment
        for segment in extract_segments(page)
        if hasattr(segment, "as_text") and segment.as_text() and segment.path != "slug"
    ]


# Wagtail leaves the temporary file of a new rendition for the garbage collector to close.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_every_live_page_answers() -> None:
    client = Client()
    for page in Page.objects.live().filter(depth__gt=1):
        response = client.get(page.url)
        assert response.status_code == 200, page.url
        language = "nl" if page.locale.language_code == "nl" else "en"
        assert f'<html lang="{language}"' in response.content.decode(), page.url


def test_two_sessions_are_past_one_is_near_and_one_known_as_two_months() -> None:
    assert (days_away(1) < -100, -60 < days_away(2) < -30, 3 < days_away(3) < 15) == (
        True,
        True,
        True,
    )
    fourth = SessionPage.objects.get(number=4, locale__language_code="nl")
    assert fourth.precision == "months"
    assert (fourth.last_day - fourth.first_day).days in range(58, 62)
    assert fourth.first_day.day == 1
    assert Session.objects.count() == 4


def test_past_sessions_have_a_report_with_who_came_and_something_to_read() -> None:
    for session in SessionPage.objects.filter(number__in=[1, 2]):
        assert session.attendance
        assert session.report
        assert session.organisation_rows.count() >= 4
        material, *_elsewhere = session.material_rows.all()
        assert material.document.file.size


def test_the_near_session_has_a_programme_with_speakers() -> None:
    for session in SessionPage.objects.filter(number=3):
        assert session.programme_rows.count() == 4
        assert session.speaker_rows.count() == 3
        assert not session.report


def test_each_session_has_its_three_questions() -> None:
    for session in SessionPage.objects.all():
        assert session.question_rows.count() == 3


def test_each_theme_has_a_page_with_text_and_things_to_list() -> None:
    assert ThemePage.objects.count() == 8
    for page in ThemePage.objects.all():
        assert page.introduction
        assert [block.block_type for block in page.body] == ["text"]
    for term in Term.objects.filter(vocabulary__code="theme"):
        for model in (SessionPage, InitiativePage, GoodPracticePage):
            assert model._base_manager.filter(cop_term_rows__tag=term).exists(), term


def test_the_list_is_there_in_full_and_says_no_more_than_its_rows() -> None:
    with LIST.open(encoding="utf-8-sig") as file:
        rows = {row["extern_id"]: row for row in csv.DictReader(file, delimiter=";")}
    pages = InitiativePage.objects.filter(locale__language_code="nl", external_id__in=rows)

    assert len(rows) == 36
    assert {page.external_id: (page.title, page.summary, page.info_url) for page in pages} == {
        number: (row["naam"], row["samenvatting"], row["website"]) for number, row in rows.items()
    }
    for page in InitiativePage.objects.filter(external_id__in=rows):
        assert (page.amount_min, page.amount_max, page.opens_on, page.closes_on) == (None,) * 4
        assert page.verified_on is None


def test_six_examples_show_every_state() -> None:
    today = timezone.localdate()
    examples = InitiativePage.objects.filter(title__startswith="Voorbeeld: ")
    words = {
        page.external_id.removeprefix("voorbeeld-"): standing(
            Timing(page.state, page.opens_on, page.closes_on, page.is_rolling, page.budget_used_up),
            today,
        ).word
        for page in examples
    }

    assert words == {
        "slim-starten": "open",
        "ketenproef": "soon",
        "groene-lening": "paused",
        "leerbon": "used_up",
        "datakompas": "ended",
        "doorverwijsdienst": "merged",
    }
    assert InitiativePage.objects.filter(title__startswith="Example: ").count() == 6


def test_a_merged_example_names_its_successor() -> None:
    merged = InitiativePage.objects.get(state="merged", locale__language_code="en")

    assert merged.successor is not None
    assert merged.successor.title == "Voorbeeld: Voucher slim starten"
    assert "Example: Smart start voucher" in Client().get(merged.url).content.decode()


def test_good_practices_are_linked_to_a_session_and_to_initiatives() -> None:
    assert GoodPracticePage.objects.filter(locale__language_code="nl").count() == 9
    for page in GoodPracticePage.objects.all():
        assert page.session_rows.count() == 1
        assert all([page.what_was_done, page.for_whom, page.what_changed, page.how_tested])


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/nl/ondersteuning/", "niet gecontroleerd bij de aanbieders"),
        ("/en/support/", "was not checked with the providers"),
        ("/nl/", "Dit is een demonstratie."),
        ("/en/", "This is a demonstration."),
    ],
)
def test_a_visitor_is_told_that_it_is_a_demonstration(address: str, words: str) -> None:
    content = " ".join(Client().get(address).content.decode().split())

    assert words in content


def test_the_site_says_who_stands_behind_it() -> None:
    settings = SiteSettings.objects.get()

    assert settings.organiser.name == "Community Voorbeeld"
    assert settings.contact_page.title == "Contact"


def test_what_is_invented_says_so_by_its_name() -> None:
    by_hand = InitiativePage.objects.filter(locale__language_code="nl", verified_on__isnull=False)

    assert {page.title.split(":")[0] for page in by_hand} == {"Voorbeeld"}
    for page in by_hand:
        for row in page.organisation_rows.all():
            assert "Voorbeeld" in row.organisation.name


def test_nothing_points_further_than_the_day_of_filling_says() -> None:
    checked = InitiativePage.objects.exclude(verified_on=None).values_list("verified_on", flat=True)
    today = timezone.localdate()

    assert all(day and today - timedelta(days=60) < day <= today for day in checked)


# Refusals


def test_accounts_are_refused_without_debug_and_nothing_is_written() -> None:
    welcome("nl")
    get_user_model().objects.all().delete()
    SetupRecord.objects.all().delete()

    with override_settings(DEBUG=False), pytest.raises(CommandError, match="DEBUG = True"):
        run()

    assert [page.title for page in Page.objects.filter(depth__gt=1)] == ["Welcome"]
    assert not get_user_model().objects.exists()


@pytest.mark.wagtail_indexes
def test_a_site_with_pages_of_its_own_is_refused() -> None:
    page = home("nl")
    SetupRecord.objects.all().delete()

    with pytest.raises(CommandError, match="has pages already"):
        run(no_accounts=True)

    assert Page.objects.get(depth=2, slug="thuis").pk == page.pk


def test_the_search_knows_what_visitors_call_things() -> None:
    site = Site.objects.get(is_default_site=True)

    def ask(q: str, language: str = "nl") -> Any:
        return search(SearchQuery(locale=language, q=q, site_id=site.pk))

    assert [hit.title for hit in ask("subsidies").best_bets] == ["Ondersteuning"]
    assert [hit.title for hit in ask("grant", "en").best_bets] == ["Support"]
    for q, other, language in (("zzp’er", "freelancer", "nl"), ("money", "funding", "en")):
        found, same = ask(q, language), ask(other, language)
        assert found.total == same.total > 0
