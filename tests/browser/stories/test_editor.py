"""The editor's story: last year's session for a new date, an initiative, and the yearly check."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook  # type: ignore[import-untyped]

from tests.browser.stories.colleague import Colleague
from tests.browser.stories.visitor import Visitor

pytestmark = pytest.mark.browser

LAST_YEAR = "Van de eerste digitale stap naar de volgende"
SHORTCUTS = (
    "New session",
    "New initiative",
    "New good practice",
    "Copy last year’s session",
    "New organisation",
)


def test_last_years_session_gets_a_date_and_is_announced(
    enter: Callable[..., Colleague], visitor: Visitor, language: str, mark: str
) -> None:
    editor = enter("editor")
    title = f"Egret session {mark}"
    day = date.today() + timedelta(days=400)

    # Copied from the dashboard: the programme comes along, the date is asked for.
    editor.dashboard()
    assert editor.shortcuts() == [editor.say(name) for name in SHORTCUTS]
    editor.starting("Copy last year’s session").click()
    editor.link(LAST_YEAR).last.click()
    editor.field("Title of the session").fill(title)
    editor.press("Copy")
    editor.told(title)
    editor.tab("Programme")
    assert editor.page.get_by_role("textbox", name=editor.label("title")).count() > 3
    editor.tab("Date and place")
    assert editor.radio("Only the month").is_checked()
    editor.choose("A day")
    editor.field("date").fill(day.isoformat())

    # Kept as a draft: the form says what could be better, and nobody sees it yet.
    editor.save()
    advice = "There is no address to sign up: visitors cannot take part yet."
    editor.reads(editor.say(advice))
    assert title not in visitor.open("/nl/sessies/")

    # Filled in and published: on the series' page, and in everybody's calendar.
    editor.tab("Date and place")
    editor.field("address of the sign-up form").fill("https://www.voorbeeld.example/egret")
    editor.publish()
    assert title in visitor.open("/nl/sessies/")
    shown = visitor.follow(title)
    assert str(day.year) in shown
    calendar = Calendar.from_ical(visitor.get("/nl/sessies/ics/"))
    days = {str(event["summary"]): event.decoded("dtstart") for event in calendar.walk("VEVENT")}
    assert days[title] == day


def test_a_new_initiative_and_the_yearly_check(
    enter: Callable[..., Colleague], visitor: Visitor, language: str, mark: str, tmp_path: Path
) -> None:
    editor = enter("editor")
    title = f"Plover loan {mark}"

    # A new initiative, from the dashboard to the list that visitors filter.
    editor.dashboard()
    editor.starting("New initiative").click()
    editor.title(title)
    editor.field("summary").fill("A loan for bakers who plover.")
    editor.tab("For whom and where")
    editor.checkbox({"nl": "Digitalisering", "en": "Digitalisation"}[language]).check()
    editor.publish()
    assert title in visitor.open(f"/nl/ondersteuning/?theme=digitalisation&q={mark}")

    # What was not checked for a year is a number on the dashboard, and a list behind it.
    editor.dashboard()
    to_check = re.compile("initiatieven om te controleren|initiatives to check")
    editor.panel("Out of date").get_by_role("link", name=to_check).click()
    row = editor.page.get_by_role("row").filter(has=editor.page.get_by_role("cell")).first
    stale = row.get_by_role("link").first.inner_text()
    row.get_by_role("checkbox").check()
    editor.link(editor.say("Mark the chosen initiatives as checked today")).click()
    editor.press("Checked today")
    editor.reads("1 pagina is gewijzigd." if language == "nl" else "1 page was changed.")
    assert editor.page.get_by_role("table").get_by_role("link", name=stale).count() == 0

    # The export holds what the list shows.
    editor.menu("Community", "Initiatives")
    editor.search_list(title, title)
    file = tmp_path / "list.xlsx"
    editor.download("Download XLSX", file)
    heading, *rows = load_workbook(file).active.values
    assert [row[0] for row in rows] == [title]
