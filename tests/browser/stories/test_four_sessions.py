"""Four sessions get into English: from nothing to published, and then one of them changes."""

import json
import os
import re
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polib
import pytest
from django.utils.text import slugify
from playwright.sync_api import expect

from tests.browser.conftest import Demo
from tests.browser.looking import axe
from tests.browser.stories.colleague import Colleague
from tests.browser.stories.four_sessions import SERIES, SESSIONS, TEXTS
from tests.browser.stories.translating import open_translation, translate, upload
from tests.browser.stories.visitor import Visitor
from tools.screenshots.documentation import save_small

pytestmark = pytest.mark.browser

MAKE = "from tests.browser.stories.four_sessions import make; make({mark!r})"
#: Draws the pictures of docs/images/translation anew where it names that folder.
PICTURES = os.environ.get("COP_STORY_PICTURES", "")
CHANGED = "Wie helpt de slager met zijn kassa?"
ENGLISH = "Who helps the butcher with the till?"


def look(me: Any, name: str, part: str = "#main") -> None:
    """At a screen of ours: no barrier is on it."""
    # Messages come in slowly.
    me.page.evaluate("Promise.all(document.getAnimations().map(each => each.finished))")
    assert axe(me.page, part) == []
    picture(me, name)


def picture(me: Any, name: str) -> None:
    if PICTURES:
        me.page.mouse.move(0, 0)
        save_small(
            me.page.screenshot(animations="disabled"), Path(PICTURES) / f"{name}.png", 100_000
        )


def in_a_file(texts: Any) -> None:
    """One text more, an approved one that its translator is not sure of, and an unknown one."""
    new = next(entry for entry in texts if entry.msgid == CHANGED)
    new.msgstr = ENGLISH
    unsure = next(entry for entry in texts if entry is not new and entry.msgstr)
    unsure.msgstr += "?"
    unsure.flags.append("fuzzy")
    texts.append(polib.POEntry(msgid="Kieviten", msgstr="Lapwings", msgctxt="body.none"))


def test_four_sessions_from_nothing_to_published_and_brought_up_to_date(
    seat: Callable[[str, str], Colleague], visitor: Visitor, demo: Demo
) -> None:
    mark = secrets.token_hex(3)
    printed = demo.manage("shell", "-c", MAKE.format(mark=mark))
    made = json.loads(printed.split("MADE", 1)[1])
    series, sessions = made["series"], made["sessions"]
    titles = [f"{title} {mark}" for title, _question in SESSIONS]
    editor, translator, moderator = (
        seat("editor", "nl"),
        seat("translator", "en"),
        seat("moderator", "en"),
    )

    def english(text: str) -> str:
        """The texts of the series, with the mark; addresses as they are read in English."""
        if text in TEXTS:
            return TEXTS[text]
        words = text.removesuffix(f" {mark}").removesuffix(f"-{mark}")
        if text == f"{words} {mark}":
            return f"{TEXTS[words]} {mark}"
        address = {key.lower(): slugify(value) for key, value in TEXTS.items()}
        return f"{address[words]}-{mark}"

    # Nothing is there in English: a visitor is told so, with the way to the Dutch page.
    assert "This page is not available in English yet" in visitor.open(
        made["url"].replace("/nl/", "/en/", 1)
    )
    look(visitor, "not-yet", "main")
    assert f"{SERIES} {mark}" in visitor.follow(f"{SERIES} {mark}")

    # The Dutch editor asks for all of it at once.
    editor.open(f"/admin/localize/submit/page/{series}/")
    editor.page.get_by_role("checkbox", name=re.compile("Engels|English")).check()
    editor.page.get_by_role("checkbox", name=re.compile("subtree|onderliggende", re.I)).check()
    editor.press("Submit")
    expect(
        editor.page.get_by_text(editor.say("Finished. Everything is submitted."))
    ).to_be_visible()
    look(editor, "job")

    # The translator finds the five, and may not open the Dutch ones, nor publish.
    translator.dashboard()
    assert translator.is_refused(f"/admin/pages/{sessions[0]}/edit/")
    translator.open(f"/admin/reports/cop-translations/?q={mark}")
    expect(translator.page.get_by_role("row").filter(has_text=mark)).to_have_count(5)
    # Wagtail’s own heading above the list has a role that axe does not like.
    look(translator, "report", "form:has(.cop-translations)")
    translator.link("My translations").click()
    translator.reads(titles[0])
    look(translator, "mine")
    for title in (f"{SERIES} {mark}", *titles):
        open_translation(translator, title)
        if title == titles[0]:
            picture(translator, "editor")
        if title != titles[-1]:
            assert title in translate(translator, english)
        assert translator.page.get_by_role("button", name=re.compile("^Publish")).count() == 0

    # The moderator is told what is missing of the last one, and publishes what is whole.
    open_translation(moderator, titles[-1])
    moderator.page.get_by_role("button", name=re.compile("^Publish")).click()
    moderator.reads("texts would be shown to visitors without a translation")
    look(moderator, "unfinished")
    open_translation(translator, titles[-1])
    translate(translator, english)
    for title in (f"{SERIES} {mark}", *titles):
        open_translation(moderator, title)
        with moderator.page.expect_navigation():
            moderator.page.get_by_role("button", name=re.compile("^Publish")).click()
    read = {}
    for title, question in SESSIONS:
        visitor.open(f"{made['english']}sessions-of-the-lapwing-{mark}/")
        said = visitor.follow(f"{TEXTS[title]} {mark}")
        assert TEXTS[question] in said
        read[title] = (visitor.page.url, visitor.page.content())

    # A question changes in Dutch. The English page stays as it is, and its editors are told.
    editor.open(f"/admin/pages/{sessions[0]}/edit/")
    editor.page.get_by_text(SESSIONS[0][1], exact=True).or_(
        editor.page.get_by_role("textbox").filter(has_text=SESSIONS[0][1])
    ).first.fill(CHANGED)
    editor.publish()
    url, before = read["Digitalisering"]
    visitor.page.goto(url)
    assert visitor.page.content() == before
    editor.open(f"/admin/pages/{sessions[0]}/edit/")
    picture(editor, "out-of-date")
    editor.link(editor.say("Bring changes to translators")).click()
    editor.press("Submit")
    visitor.page.goto(url)
    assert visitor.page.content() == before

    # The translator sees what changed and what it was, and the moderator publishes.
    open_translation(translator, titles[0])
    picture(translator, "changed")
    translator.link("Help with this translation").click()
    translator.reads(TEXTS[SESSIONS[0][1]])
    look(translator, "help")
    open_translation(translator, titles[0])
    upload(translator, in_a_file)
    translator.reads("Nothing has been written yet.")
    look(translator, "file")
    translator.link("Back without importing").click()
    translator.page.get_by_role("tab").first.wait_for()
    assert translate(translator, lambda text: ENGLISH) == [CHANGED]
    visitor.page.goto(url)
    assert visitor.page.content() == before
    open_translation(moderator, titles[0])
    with moderator.page.expect_navigation():
        moderator.page.get_by_role("button", name=re.compile("^Publish")).click()
    visitor.page.goto(url)
    assert ENGLISH in visitor.reads()
    assert TEXTS[SESSIONS[0][1]] not in visitor.reads()
    picture(visitor, "published")

    # The Dutch page goes, and the editor is asked what the English one does.
    editor.open(f"/admin/pages/{sessions[0]}/unpublish/")
    editor.press("Yes, unpublish it")
    editor.reads(editor.say("What do the translations do?"))
    look(editor, "follow")
