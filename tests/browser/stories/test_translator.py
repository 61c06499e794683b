"""The translator's story: an initiative gets its English texts, and an editor publishes them."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.stories.colleague import Colleague
from tests.browser.stories.translating import open_translation
from tests.browser.stories.visitor import Visitor

pytestmark = pytest.mark.browser

THEME = {"nl": "Digitalisering", "en": "Digitalisation"}


def test_a_page_is_translated_and_an_editor_publishes_it(
    enter: Callable[..., Colleague], visitor: Visitor, language: str, mark: str
) -> None:
    editor, translator = enter("editor"), enter("translator")
    title, english = f"Kievit krediet {mark}", f"Lapwing credit {mark}"

    # An editor publishes it in Dutch and asks for a translation.
    editor.dashboard()
    editor.starting("New initiative").click()
    editor.title(title)
    editor.field("summary").fill("Krediet voor bakkers met een kievit.")
    editor.tab("For whom and where")
    editor.checkbox(THEME[language]).check()
    editor.publish()
    editor.link(editor.say("Edit")).first.click()
    source = editor.page.url.removeprefix(editor.demo.base)
    editor.header_action("Translate this page")
    editor.page.get_by_role("checkbox", name=re.compile("Engels|English")).check()
    editor.press("Submit")

    # The translator has nothing to begin, finds what is to do, and sees only texts.
    translator.dashboard()
    assert translator.panel("What can I do here?").count() == 0
    open_translation(translator, title)
    tabs = [name.strip() for name in translator.page.get_by_role("tab").all_inner_texts()]
    assert tabs == [translator.say("Support"), translator.say("Promote")]
    for tab, dutch, text in (
        ("Support", title, english),
        ("Support", "Krediet voor", "A credit for bakers with a lapwing."),
        ("Promote", f"kievit-krediet-{mark}", f"lapwing-credit-{mark}"),
    ):
        translator.page.get_by_role("tab", name=translator.say(tab)).click()
        part = translator.page.get_by_role("listitem").filter(has_text=dutch).last
        part.get_by_role("button", name=translator.say("Translate"), exact=True).click()
        translator.page.get_by_role("textbox").last.fill(text)
        translator.button(translator.say("Save")).click()
        editor_part = translator.page.get_by_role("tabpanel")
        expect(editor_part.get_by_text(text, exact=True)).to_be_visible()
    publishing = translator.page.get_by_role("button", name=re.compile("Publi", re.I))
    assert publishing.count() == 0
    assert translator.is_refused(source)
    assert visitor.search(english, "en") == []

    # The editor publishes; the theme came along by itself.
    open_translation(editor, title)
    with editor.page.expect_navigation():
        editor.page.get_by_role("button", name=re.compile("^Publi")).click()
    assert visitor.search(english, "en") == [english]
    shown = visitor.follow(english)
    assert "A credit for bakers with a lapwing." in shown
    assert THEME["en"] in shown
