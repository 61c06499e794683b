"""``manage.py cop_adopt_events``: event pages that a host has already, as sessions."""

from datetime import UTC, date, datetime, time
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils.translation import override
from wagtail.contrib.redirects.models import Redirect
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Page

from cop_blocks.facts.origin import facts_source
from cop_events.adopting import adopt
from cop_events.models import Session, SessionPage
from tests.blocks.terms.factories import codes, term, vocabulary
from tests.events.factories import home, series, theme, translate
from tests.hosts.hostpages.models import EventPage

pytestmark = pytest.mark.django_db

DAY = {"date_from": date(2026, 11, 26)}


@pytest.fixture
def index() -> Any:
    return series(slug="sessies")


def event(language: str = "nl", live: bool = True, **fields: Any) -> Any:
    parent = home(language)
    page = EventPage(
        **{"title": "Bijeenkomst", "slug": "event", "locale": parent.locale, "live": live, **fields}
    )
    parent.add_child(instance=page)
    return page


def run(*fields: str, **options: Any) -> str:
    out = StringIO()
    with override("en"):
        call_command(
            "cop_adopt_events",
            "hostpages.EventPage",
            series="/nl/sessies/",
            field=list(fields or ["start_date=date_from"]),
            stdout=out,
            **options,
        )
    return out.getvalue()


def when(page: Any) -> tuple[Any, ...]:
    return (page.precision, page.start_date, page.start_time, page.end_date, page.end_time)


def test_an_event_becomes_a_draft_session_and_stays_what_it_is(index: Any) -> None:
    original = event(
        **DAY, location="Stadhuis", intro="<p>Kom <b>ook</b>.</p>", text="<p>Lees <i>dit</i>.</p>"
    )
    before = original.serializable_data()

    said = run("start_date=date_from", "venue_name=location", "introduction=intro", body="text")

    page = SessionPage.objects.child_of(index).get()
    assert (page.title, page.slug, page.live) == ("Bijeenkomst", "event", False)
    assert (page.venue_name, page.introduction) == ("Stadhuis", "Kom ook.")
    assert [(block.block_type, block.value.source) for block in page.body] == [
        ("text", "<p>Lees <i>dit</i>.</p>")
    ]
    assert when(page) == ("day", date(2026, 11, 26), None, None, None)
    assert EventPage.objects.get().serializable_data() == before
    assert "1 new, 0 there already, 0 left out, 0 redirects made." in said


def test_published_events_are_published_and_drafts_stay_drafts(index: Any) -> None:
    event(**DAY, slug="one", title="One")
    event(**DAY, slug="two", title="Two", live=False)

    run(publish=True)

    assert dict(SessionPage.objects.values_list("title", "live")) == {"One": True, "Two": False}
    assert [record.title for record in Session.objects.all()] == ["One"]


def test_a_second_run_makes_and_changes_nothing(index: Any) -> None:
    original = event(**DAY)
    run(publish=True)
    page = SessionPage.objects.get()
    page.title = "Better"
    page.save_revision().publish()
    original.title = "Other"
    original.save()

    assert "0 new, 1 there already" in run(publish=True)
    assert SessionPage.objects.get().title == "Better"


def test_translations_stay_together_and_facts_come_from_the_first_language(index: Any) -> None:
    translate(index, "en")
    english = event("en", title="Meeting", **DAY)
    event("nl", translation_key=english.translation_key, date_from=date(2026, 11, 27))

    run(publish=True)

    dutch = SessionPage.objects.get(locale__language_code="nl")
    translated = SessionPage.objects.get(locale__language_code="en")
    assert dutch.translation_key == translated.translation_key
    assert facts_source(translated).pk == dutch.pk
    assert translated.start_date == date(2026, 11, 27)
    assert (dutch.title, translated.title) == ("Bijeenkomst", "Meeting")
    assert Session.objects.count() == 1


def test_a_language_without_a_series_is_told_and_left_out(index: Any) -> None:
    event("en", title="Meeting", **DAY)
    said = run()
    assert "Meeting (en," in said
    assert "left out. The series has no translation in this language. Translate it first." in said
    assert SessionPage.objects.count() == 0


@pytest.mark.parametrize(
    ("fields", "values", "expected"),
    [
        (
            ("start_date=date_from", "end_date=date_to"),
            {"date_from": date(2026, 6, 1), "date_to": date(2026, 6, 2)},
            ("day", date(2026, 6, 1), None, date(2026, 6, 2), None),
        ),
        (
            ("start_date=date_from", "end_date=date_to"),
            {"date_from": date(2026, 6, 1), "date_to": date(2026, 6, 1)},
            ("day", date(2026, 6, 1), None, None, None),
        ),
        (
            ("start_date=date_from", "start_time=time_from"),
            {"date_from": date(2026, 6, 1), "time_from": time(13)},
            ("time", date(2026, 6, 1), time(13), None, None),
        ),
        (
            ("start_date=begins", "end_date=ends"),
            {
                "begins": datetime(2026, 6, 1, 11, tzinfo=UTC),
                "ends": datetime(2026, 6, 1, 15, tzinfo=UTC),
            },
            ("time", date(2026, 6, 1), time(13), None, time(17)),
        ),
        (
            ("start_date=begins",),
            {"begins": datetime(2026, 5, 31, 22, tzinfo=UTC)},
            ("day", date(2026, 6, 1), None, None, None),
        ),
        (
            ("start_date=when_text",),
            {"when_text": "september-oktober 2026"},
            ("months", date(2026, 9, 1), None, date(2026, 10, 1), None),
        ),
    ],
)
def test_a_date_is_as_exact_as_the_host_knows_it(
    index: Any, fields: tuple[str, ...], values: dict[str, Any], expected: tuple[Any, ...]
) -> None:
    event(**values)
    run(*fields)
    assert when(SessionPage.objects.get()) == expected


def test_the_clock_of_a_site_without_a_zone_is_read_as_it_stands(index: Any, settings: Any) -> None:
    settings.TIME_ZONE = "UTC"
    event(begins=datetime(2026, 6, 1, 13, tzinfo=UTC))
    run("start_date=begins")
    page = SessionPage.objects.get()
    assert (page.start_time, page.timezone) == (time(13), "Europe/Amsterdam")


def test_a_streamfield_keeps_what_we_have_a_block_for(index: Any) -> None:
    Collection.get_first_root_node() or Collection.add_root(name="Root")
    image = get_image_model().objects.create(title="A hall", file=get_test_image_file())
    event(
        **DAY,
        story=[
            ("heading", "What"),
            ("paragraph", "<p>We <b>meet</b>.</p>"),
            ("image", image),
            ("tip", {"text": "Bring <lunch>"}),
        ],
    )

    said = run(body="story")

    body = SessionPage.objects.get().body
    assert [block.block_type for block in body] == ["heading", "text", "image", "text"]
    assert body[0].value["text"] == "What"
    assert body[2].value["image"].pk == image.pk
    assert body[3].value.source == "<p>Bring &lt;lunch&gt;</p>"
    assert "became plain paragraphs: tip" in said


def test_tags_become_terms_by_their_names(index: Any) -> None:
    term(vocabulary("keyword"), "energy", en="Energy")
    theme("circular")
    event(**DAY, subject="energy")
    event(**DAY, subject="else", slug="two")

    said = run(terms=["subject:keyword"])

    assert "Without a term in “keyword”: else." in said
    assert codes(SessionPage.objects.get(slug="event")) == ["keyword.energy"]
    draft = SessionPage.objects.get(slug="event").get_latest_revision_as_object()
    assert codes(draft) == ["keyword.energy"]


def test_an_address_that_is_taken_gets_a_number(index: Any) -> None:
    index.add_child(instance=SessionPage(title="Other", slug="event", live=False))
    event(**DAY)
    run()
    assert SessionPage.objects.get(title="Bijeenkomst").slug == "event-1"


def test_a_dry_run_says_the_same_and_writes_nothing(index: Any) -> None:
    event(**DAY)
    pages = Page.objects.count()
    said = run(publish=True, redirect=True, dry_run=True)
    assert "new, Thursday 26 November 2026" in said
    assert "1 new, 0 there already, 0 left out, 0 redirects made." in said
    assert (Page.objects.count(), Session.objects.count()) == (pages, 0)


def test_wrong_events_are_told_and_the_others_made(index: Any) -> None:
    event(slug="none", title="No date")
    event(slug="turned", title="Turned", date_from=date(2026, 6, 2), date_to=date(2026, 6, 1))
    event(slug="long", title="Long", location="x" * 300, **DAY)
    event(slug="good", title="Good", **DAY)

    said = run("start_date=date_from", "end_date=date_to", "venue_name=location")

    lines = [line for line in said.splitlines() if "left out." in line]
    assert [line.partition(" (")[0] for line in lines] == ["No date", "Turned", "Long"]
    assert "start_date: Fill in the date" in lines[0]
    assert "end_date: The last day lies before the first day." in lines[1]
    assert "venue_name: " in lines[2]
    assert [page.title for page in SessionPage.objects.all()] == ["Good"]


def test_a_date_that_cannot_be_read_is_told(index: Any) -> None:
    event(when_text="some day")
    assert "“some day” is not a date that can be read." in run("start_date=when_text")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"fields": ["date_from"]}, "“date_from” is not clear. Write ours=yours; ours is one of"),
        ({"fields": ["colour=date_from"]}, "“colour=date_from” is not clear"),
        ({"fields": ["start_date=date"]}, "has no field “date”. It has: date_from"),
        ({"fields": ["venue_name=location"]}, "Say which field holds the date: --field start_date"),
        ({"body": "words"}, "has no field “words”"),
        ({"terms": ["subject:colour"]}, "“subject:colour” names no vocabulary"),
        ({"timezone": "Mars/Phobos"}, "is not a time zone"),
    ],
)
def test_what_is_not_clear_is_told_before_anything_is_written(
    index: Any, options: dict[str, Any], message: str
) -> None:
    event(**DAY)
    with pytest.raises(CommandError, match=message):
        run(*options.pop("fields", ["start_date=date_from"]), **options)
    assert SessionPage.objects.count() == 0


@pytest.mark.parametrize("label", ["events", "events.EventPage", "auth.User"])
def test_a_type_that_is_no_page_type_is_told(index: Any, label: str) -> None:
    with override("en"), pytest.raises(CommandError, match=f"no page type “{label}”"):
        call_command("cop_adopt_events", label, series="/nl/sessies/", field=["start_date=x"])


def test_an_old_address_leads_to_the_session_once_the_host_unpublishes(
    index: Any, client: Client
) -> None:
    original = event(**DAY)
    draft = event(slug="draft", live=False, **DAY)
    said = run(publish=True, redirect=True)
    assert "1 redirects made" in said

    assert client.get(original.url).headers.get("Location") is None
    original.unpublish()

    response = client.get(original.url)
    assert (response.status_code, response.headers["Location"]) == (301, "/nl/sessies/event/")
    assert "0 redirects made" in run(publish=True, redirect=True)
    assert Redirect.objects.count() == 1
    assert draft.live is False


def test_redirects_need_the_app_for_them(index: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(
        "cop_events.management.commands.cop_adopt_events.can_redirect", lambda: False
    )
    with pytest.raises(CommandError, match="Add “wagtail.contrib.redirects” to INSTALLED_APPS"):
        run(redirect=True)


def test_a_run_that_was_stopped_goes_on(index: Any, monkeypatch: Any) -> None:
    event(**DAY, slug="one")
    event(**DAY, slug="two")
    body_of, seen = adopt.body_of, []

    def stopped(original: Any, name: str) -> Any:
        if seen:
            raise KeyboardInterrupt
        seen.append(original)
        return body_of(original, name)

    monkeypatch.setattr(adopt, "body_of", stopped)
    with pytest.raises(KeyboardInterrupt):
        run()
    monkeypatch.setattr(adopt, "body_of", body_of)
    assert [page.slug for page in SessionPage.objects.all()] == ["one"]
    assert "1 new, 1 there already" in run()
