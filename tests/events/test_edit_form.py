"""The edit form of a session: what an editor is told, where, and in which language."""

from datetime import date, time
from typing import Any

import pytest

from cop_events.models import SessionIndexPage, SessionPage
from tests.events.editing import Editor, errors, shown_errors, soup_of
from tests.events.factories import WHEN, fresh, full_session, series, session, translate

pytestmark = pytest.mark.django_db

NEW = {"title": "Nieuw", "slug": "nieuw"}
DAY = {**NEW, "start_date": "2026-11-26"}
TIME = {**DAY, "start_time": "13:00"}


@pytest.fixture
def editor() -> Editor:
    return Editor("en")


def add(editor: Editor, changes: dict[str, Any], *, publish: bool = True) -> Any:
    return editor.send(editor.add_url(series()), changes, publish=publish)


def test_a_series_is_made_in_the_admin(editor: Editor) -> None:
    parent = series()
    response = editor.send(
        editor.add_url(parent, "sessionindexpage"), {"title": "2027", "slug": "2027"}, publish=True
    )
    assert errors(response) == {}
    assert SessionIndexPage.objects.get(slug="2027").live


@pytest.mark.parametrize(
    ("changes", "stored"),
    [
        (
            {**TIME, "precision": "time", "end_time": "17:00"},
            ("time", date(2026, 11, 26), None, time(13), time(17)),
        ),
        ({**DAY, "precision": "day"}, ("day", date(2026, 11, 26), None, None, None)),
        (
            {**DAY, "precision": "day", "end_date": "2026-11-27"},
            ("day", date(2026, 11, 26), date(2026, 11, 27), None, None),
        ),
        (
            {**NEW, "precision": "month", "start_month": "11", "start_year": "2026"},
            ("month", date(2026, 11, 1), None, None, None),
        ),
        (
            {
                **NEW,
                "precision": "months",
                "start_month": "9",
                "start_year": "2026",
                "end_month": "10",
            },
            ("months", date(2026, 9, 1), date(2026, 10, 1), None, None),
        ),
        (
            {
                **NEW,
                "precision": "months",
                "start_month": "12",
                "start_year": "2026",
                "end_month": "1",
            },
            ("months", date(2026, 12, 1), date(2027, 1, 1), None, None),
        ),
        # What was filled in for another precision does not count.
        (
            {**TIME, "precision": "month", "start_month": "12", "start_year": "2026"},
            ("month", date(2026, 12, 1), None, None, None),
        ),
        ({**TIME, "precision": "day"}, ("day", date(2026, 11, 26), None, None, None)),
    ],
)
def test_a_date_is_stored_as_exactly_as_it_is_known(
    editor: Editor, changes: dict[str, Any], stored: tuple[Any, ...]
) -> None:
    assert errors(add(editor, changes)) == {}
    page = SessionPage.objects.get()
    assert page.live
    assert stored == (
        page.precision,
        page.start_date,
        page.end_date,
        page.start_time,
        page.end_time,
    )


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        (
            {**TIME, "precision": "time", "end_time": "12:00"},
            {"end_time": ["The session ends before it starts."]},
        ),
        (
            {**DAY, "precision": "time", "end_time": "12:00"},
            {"start_time": ["Fill in the time at which the session starts as well."]},
        ),
        (
            {**DAY, "precision": "day", "end_date": "2026-11-25"},
            {"end_date": ["The last day lies before the first day."]},
        ),
        (
            {**NEW, "precision": "day", "end_date": "2026-11-25"},
            {"start_date": ["Fill in the first day as well."]},
        ),
        (
            {**DAY, "start_date": "26 november"},
            {"start_date": ["Choose a day in the calendar, or write it as year-month-day."]},
        ),
        (
            {**DAY, "precision": "day", "start_date": "0026-11-26"},
            {"start_date": ["Check the year: it must lie between 1990 and 2199."]},
        ),
        (
            {**NEW, "precision": "month", "start_month": "11"},
            {"start_year": ["Fill in the year as well."]},
        ),
        (
            {**NEW, "precision": "month", "start_year": "2026"},
            {"start_month": ["Choose the month."]},
        ),
        (
            {**NEW, "precision": "month", "start_month": "11", "start_year": "26"},
            {"start_year": ["Fill in 1990 or more."]},
        ),
        (
            {
                **NEW,
                "precision": "months",
                "start_month": "11",
                "start_year": "2026",
                "end_month": "11",
            },
            {"end_month": ["The second month is the same as the first."]},
        ),
        (
            {**DAY, "precision": "day", "timezone": "Mars/Phobos"},
            {"timezone": ["“Mars/Phobos” is not a time zone. Write it like Europe/Amsterdam."]},
        ),
    ],
)
@pytest.mark.parametrize("publish", [False, True], ids=["draft", "publish"])
def test_a_wrong_entry_is_told_at_its_field(
    editor: Editor, changes: dict[str, Any], wrong: dict[str, list[str]], publish: bool
) -> None:
    response = add(editor, changes, publish=publish)
    found = errors(response)
    assert {name: found.get(name) for name in wrong} == wrong
    assert SessionPage.objects.count() == 0


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        (
            {**NEW, "precision": "day"},
            {"start_date": ["Fill in the date, or choose above what is known of it."]},
        ),
        (
            {**DAY, "precision": "time"},
            {
                "start_time": [
                    "Fill in the time, or choose “A day” above while the time is not known."
                ]
            },
        ),
        (
            {**NEW, "precision": "month"},
            {"start_month": ["Choose the month."], "start_year": ["Fill in the year."]},
        ),
        (
            {**NEW, "precision": "months", "start_month": "9", "start_year": "2026"},
            {"end_month": ["Choose the second month, or choose “Only the month” above."]},
        ),
    ],
)
def test_what_is_still_missing_stops_publishing_but_not_a_draft(
    editor: Editor, changes: dict[str, Any], missing: dict[str, list[str]]
) -> None:
    assert errors(add(editor, changes)) == missing
    assert errors(add(editor, changes, publish=False)) == {}
    assert not SessionPage.objects.get().live


def test_the_message_stands_at_the_field_in_the_editors_language_and_nothing_is_lost() -> None:
    editor = Editor("nl")
    response = editor.send(
        editor.add_url(series()),
        {
            **NEW,
            "introduction": "Al getypt",
            "precision": "month",
            "start_month": "11",
            "venue_name": "Stadhuis",
        },
        publish=True,
    )
    ((place, message),) = shown_errors(response).items()
    assert place.endswith("start_year-errors")
    assert message == "Vul ook het jaar in."
    soup = soup_of(response)
    assert soup.select_one("#id_start_year")["aria-describedby"] == place
    assert soup.select_one("#id_start_month option[selected]").get_text(strip=True) == "November"
    assert soup.select_one("#id_introduction").get_text(strip=True) == "Al getypt"
    assert soup.select_one("#id_venue_name")["value"] == "Stadhuis"
    assert soup.select_one('[name="precision"][checked]')["value"] == "month"


def test_a_number_is_there_once_in_a_series(editor: Editor) -> None:
    index = series()
    session(index, number=2, title="Twee")
    soup = editor.open(editor.add_url(index))
    assert soup.select_one("#id_number")["value"] == "3"
    response = editor.send(
        editor.add_url(index), {**DAY, "precision": "day", "number": "2"}, publish=True
    )
    assert errors(response) == {"number": ["This series already has a session 2: “Twee”."]}
    elsewhere = series(title="Anders")
    response = editor.send(
        editor.add_url(elsewhere), {**DAY, "precision": "day", "number": "2"}, publish=True
    )
    assert errors(response) == {}


def test_opening_a_month_shows_month_and_year_and_no_day(editor: Editor) -> None:
    page = session(precision="months", start_date=date(2026, 12, 1), end_date=date(2027, 1, 1))
    soup = editor.open(editor.edit_url(page))
    assert soup.select_one("#id_start_month option[selected]")["value"] == "12"
    assert soup.select_one("#id_start_year")["value"] == "2026"
    assert soup.select_one("#id_end_month option[selected]")["value"] == "1"
    assert soup.select_one("#id_start_date").get("value") is None
    assert errors(editor.send(editor.edit_url(page), {}, publish=True)) == {}
    page = fresh(page)
    assert (page.start_date, page.end_date) == (date(2026, 12, 1), date(2027, 1, 1))
    assert page.session.sequence == 0


def test_a_month_becomes_a_day(editor: Editor) -> None:
    page = session(precision="month", start_date=date(2026, 11, 1), start_time=None, end_time=None)
    changes = {"precision": "time", "start_date": "2026-11-26", "start_time": "13:00"}
    assert errors(editor.send(editor.edit_url(page), changes, publish=True)) == {}
    page = fresh(page)
    assert (page.start_date, page.session.sequence) == (date(2026, 11, 26), 1)


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        (
            {
                "programme_rows-TOTAL_FORMS": "1",
                "programme_rows-0-title": "Welkom",
                "programme_rows-0-starts_at": "13:00",
                "programme_rows-0-ends_at": "12:00",
                "programme_rows-0-ORDER": "1",
            },
            {"programme_rows.0.ends_at": ["This part ends before it starts."]},
        ),
        (
            {
                "material_rows-TOTAL_FORMS": "1",
                "material_rows-0-title": "Dia’s",
                "material_rows-0-ORDER": "1",
            },
            {"material_rows.0.url": ["Choose a document or give a web address."]},
        ),
    ],
)
def test_a_wrong_row_is_told_at_its_field(
    editor: Editor, row: dict[str, str], wrong: dict[str, list[str]]
) -> None:
    assert errors(add(editor, {**DAY, "precision": "day", **row})) == wrong


def test_a_draft_without_a_date_can_be_previewed(editor: Editor) -> None:
    index = series()
    data = editor.fill_in(editor.add_url(index), {**NEW, "precision": "day"})
    url = f"/admin/pages/add/cop_events/sessionpage/{index.pk}/preview/"
    assert editor.client.post(url, data).json()["is_valid"] is True
    response = editor.client.get(url)
    assert response.status_code == 200
    assert "Nieuw" in response.content.decode()


def test_a_never_saved_page_is_previewed_as_it_was_typed(editor: Editor) -> None:
    index = series()
    data = editor.fill_in(
        editor.add_url(index),
        {**NEW, "precision": "month", "start_month": "11", "start_year": "2026"},
    )
    url = f"/admin/pages/add/cop_events/sessionpage/{index.pk}/preview/"
    assert editor.client.post(url, data).json()["is_valid"] is True
    soup = soup_of(editor.client.get(url))
    assert soup.select_one("time").get_text(" ", strip=True) == "november 2026"
    assert SessionPage.objects.count() == 0


def test_a_translation_shows_facts_to_read_and_keeps_its_words_editable(editor: Editor) -> None:
    english = translate(full_session())
    soup = editor.open(editor.edit_url(english))
    names = {field["name"] for field in soup.select("#page-edit-form [name]")}
    assert not names & {*WHEN, "start_month", "start_year", "end_month", "mode", "number"}
    assert {"title", "introduction", "venue_accessibility", "question_rows-0-text"} <= names
    assert "programme_rows-0-title" in names
    assert "programme_rows-0-starts_at" not in names


def test_a_forged_post_does_not_change_the_facts_of_a_translation(editor: Editor) -> None:
    english = translate(full_session())
    forged = {
        "precision": "month",
        "start_month": "1",
        "start_year": "2030",
        "start_date": "2030-01-01",
        "status": "cancelled",
        "venue_name": "Elders",
        "title": "People",
    }
    assert errors(editor.send(editor.edit_url(english), forged, publish=True)) == {}
    english = fresh(english)
    assert english.title == "People"
    assert (english.precision, english.start_date, english.status, english.venue_name) == (
        "time",
        date(2026, 11, 26),
        "planned",
        "Het Voorbeeldgebouw",
    )


def test_two_versions_are_compared(editor: Editor) -> None:
    page = session()
    first = page.save_revision()
    page.start_date = date(2026, 11, 27)
    second = page.save_revision()
    response = editor.client.get(
        f"/admin/pages/{page.pk}/revisions/compare/{first.pk}...{second.pk}/"
    )
    assert response.status_code == 200
    soup = soup_of(response)
    assert [change.get_text() for change in soup.select(".addition")] == [
        "Friday 27 November 2026, 13:00–17:00"
    ]


def test_the_tabs_of_the_form(editor: Editor) -> None:
    soup = editor.open(editor.add_url(series()))
    tabs = [
        tab.get_text(" ", strip=True).removesuffix(" ( )") for tab in soup.select(".w-tabs__tab")
    ]
    assert tabs == [
        "Session",
        "Date and place",
        "Programme",
        "Materials and report",
        "Promote",
    ]


@pytest.mark.parametrize(
    ("changes", "stored"),
    [
        ({"mode": "online", "venue_name": "Thuis", "venue_address": "Kade 1"}, ("", "", "")),
        (
            {"mode": "onsite", "venue_name": "Hier", "online_url": "https://x.nl/y"},
            ("Hier", "", ""),
        ),
        # What is wrong in a field that does not apply is in nobody's way.
        ({"mode": "onsite", "venue_name": "Hier", "online_url": "no address"}, ("Hier", "", "")),
        (
            {"mode": "hybrid", "venue_name": "Hier", "online_url": "https://x.nl/y"},
            ("Hier", "", "https://x.nl/y"),
        ),
    ],
)
def test_a_place_or_link_that_does_not_apply_is_not_kept(
    editor: Editor, changes: dict[str, str], stored: tuple[str, str, str]
) -> None:
    assert errors(add(editor, {**TIME, "precision": "time", **changes})) == {}

    page = SessionPage.objects.get(slug="nieuw")
    assert (page.venue_name, page.venue_address, page.online_url) == stored


def test_the_panels_name_the_rules_that_the_server_judges_by(editor: Editor) -> None:
    from cop_events.edit_forms.rules import APPLIES

    form = editor.open(editor.add_url(series()))

    asked = {
        field["name"]
        for field in form.select('[data-w-rules-target="show"] [name]')
        if field["name"] in APPLIES
    }
    assert asked == set(APPLIES)


def test_a_translation_shows_its_text_whatever_the_mode(editor: Editor) -> None:
    page = session(mode="online")
    english = translate(page)

    form = editor.open(editor.edit_url(english))

    assert form.select("[data-w-rules]") == []
    assert form.select_one('[name="venue_accessibility"]') is not None
