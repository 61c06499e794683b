"""The story of an editor who was never trained, in Dutch and in English."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.conftest import Demo
from tests.browser.editor import Editor
from tests.browser.pages import LANGUAGES

pytestmark = pytest.mark.browser

HOMES = {"nl": "Samen voor het mkb", "en": "Together for SMEs"}
SET_LANGUAGE = """
from django.contrib.auth import get_user_model
from wagtail.users.models import UserProfile
user = get_user_model().objects.get(username="redacteur")
UserProfile.objects.filter(user=user).update(preferred_language="{language}")
"""


@pytest.fixture(params=LANGUAGES)
def editor(request: Any, chromium: Any, demo: Demo) -> Iterator[Editor]:
    demo.manage("shell", "-c", SET_LANGUAGE.format(language=request.param))
    context = chromium.new_context(viewport={"width": 1400, "height": 1400})
    context.set_default_timeout(20_000)
    editor = Editor(context.new_page(), demo, request.param)
    editor.sign_in()
    yield editor
    context.close()


#: What the demo has in each language: the page under which something is made.
PARENTS = {
    "session page": {"nl": "Sessies", "en": "Sessions"},
    "initiative": {"nl": "Ondersteuning", "en": "Support"},
    "good practice": {"nl": "Goede praktijken", "en": "Good practices"},
}


def new(editor: Editor, kind: str, title: str) -> None:
    editor.new_page(HOMES[editor.language], PARENTS[kind][editor.language], kind)
    editor.title(title)


def visit(editor: Editor, title: str) -> str:
    """What a visitor reads on a page, who searches for it."""
    context = editor.page.context.browser.new_context(locale=editor.language)
    page = context.new_page()
    page.goto(f"{editor.demo.base}/{editor.language}/")
    search = page.get_by_role("combobox").first
    search.fill(title)
    search.press("Enter")
    page.get_by_role("main").get_by_role("link", name=title).first.click()
    shown = " ".join(page.get_by_role("main").inner_text().split())
    context.close()
    return shown


def test_a_session_known_by_its_month_an_initiative_and_a_practice(editor: Editor) -> None:
    session, initiative, practice = (
        f"Quail {kind} {editor.language}" for kind in ("session", "voucher", "practice")
    )
    month = {"nl": "oktober 2031", "en": "October 2031"}[editor.language]

    new(editor, "session page", session)
    editor.tab("Date and place")
    editor.choose("Only the month")
    editor.field("Month").select_option(label={"nl": "Oktober", "en": "October"}[editor.language])
    editor.field("Year").fill("2031")
    assert month in editor.preview()
    editor.publish()
    assert month in visit(editor, session)

    new(editor, "initiative", initiative)
    editor.field("summary").fill("Half of the costs of a plan.")
    editor.tab("Who")
    first, second = "Bakkerij Voorbeeld", "CIRCO"
    editor.choose_snippet(editor.add_row("organisation"), "organisation", first)
    row = editor.add_row("organisation")
    editor.choose_snippet(row, "organisation", second)
    row.get_by_role("combobox").select_option(label=editor.say("Funder"))
    shown = editor.preview()
    assert first in shown
    assert second in shown
    editor.publish()
    shown = visit(editor, initiative)
    assert first in shown
    assert second in shown

    new(editor, "good practice", practice)
    editor.field("summary").fill("A baker who planned ahead.")
    editor.choose_page(editor.add_row("session"), session)
    editor.choose_page(editor.add_row("initiative"), initiative)
    shown = editor.preview()
    assert session in shown
    assert initiative in shown
    editor.publish()
    shown = visit(editor, practice)
    assert session in shown
    assert initiative in shown
    assert practice in visit(editor, session)
    assert practice in visit(editor, initiative)


def test_a_session_that_ends_before_it_starts(editor: Editor) -> None:
    new(editor, "session page", "Quail backwards")
    editor.field("introduction").fill("Typed with care.")
    editor.tab("Date and place")
    editor.choose("A day")
    editor.field("date").fill("2031-10-09")
    editor.field("last day").fill("2031-10-08")
    editor.publish()
    editor.tab("Date and place")
    assert editor.error_at("last day") == editor.say("The last day lies before the first day.")
    assert editor.field("date").input_value() == "2031-10-09"
    assert editor.field("last day").input_value() == "2031-10-08"
    assert editor.radio("A day").is_checked()
    editor.tab("Session")
    assert editor.field("introduction").input_value() == "Typed with care."


def test_a_month_without_its_year(editor: Editor) -> None:
    new(editor, "session page", "Quail without a year")
    editor.tab("Date and place")
    editor.choose("Only the month")
    october = {"nl": "Oktober", "en": "October"}[editor.language]
    editor.field("Month").select_option(label=october)
    editor.field("venue").fill("The old harbour")
    editor.publish()
    editor.tab("Date and place")
    assert editor.error_at("Year") == editor.say("Fill in the year as well.")
    assert editor.field("Month").evaluate("box => box.selectedOptions[0].label") == october
    assert editor.field("venue").input_value() == "The old harbour"


def test_a_kvk_number_of_seven_digits(editor: Editor) -> None:
    editor.menu("Community", "Organisations")
    add = editor.say("Add %(model_name)s", model_name=editor.say("organisation"))
    editor.page.get_by_role("link", name=re.compile(f"^{add}$", re.IGNORECASE)).first.click()
    editor.field("name").fill("Quail bakery")
    editor.field("KvK number").fill("1234567")
    editor.button(editor.say("Save")).click()
    wrong = "A KvK number has 8 digits. Check the number in the trade register."
    assert editor.error_at("KvK number") == editor.say(wrong)
    assert editor.field("KvK number").input_value() == "1234567"
    assert editor.field("name").input_value() == "Quail bakery"
