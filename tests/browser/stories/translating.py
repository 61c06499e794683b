"""A translator at the report and at wagtail-localize's editor."""

from collections.abc import Callable
from typing import Any

import polib
from playwright.sync_api import expect

from tests.browser.stories.colleague import Colleague

REPORT = "/admin/reports/cop-translations/"


def open_translation(me: Colleague, title: str) -> None:
    """From the report, narrowed to this title, into the editor."""
    me.open(f"{REPORT}?q={title}")
    row = me.page.get_by_role("row").filter(has_text=title)
    row.get_by_role("link").first.click()
    me.page.get_by_role("tab").first.wait_for()


def translate(me: Colleague, english: Callable[[str], str]) -> list[str]:
    """Types what ``english`` gives for each text that has no translation, on every tab; gives the
    texts in the order of the screen."""
    done = []
    for tab in me.page.get_by_role("tab").all():
        tab.click()
        panel = me.page.get_by_role("tabpanel").locator("visible=true")
        # wagtail-localize says by a class alone which texts are to do.
        to_do = panel.locator("li.incomplete").locator("visible=true")
        while left := to_do.count():
            part = to_do.first
            source = part.locator("> p").inner_text()
            part.get_by_role("button", name=me.say("Translate"), exact=True).click()
            part.get_by_role("textbox").fill(english(source))
            part.get_by_role("button", name=me.say("Save"), exact=True).click()
            expect(to_do).to_have_count(left - 1)
            done.append(source)
    return done


def upload(me: Colleague, change: Callable[[Any], None]) -> None:
    """All texts as a PO file, as ``change`` leaves it, up to the screen that says what it would
    do."""
    form = me.page.locator("form[action$='/pofile/upload/']").first
    path = str(form.get_attribute("action")).replace("/upload/", "/download/")
    texts = polib.pofile(me.page.context.request.get(me.demo.base + path).text())
    change(texts)
    file = {"name": "en.po", "mimeType": "text/x-gettext", "buffer": str(texts).encode()}
    with me.page.expect_navigation():
        form.locator("input[type=file]").set_input_files(file)
