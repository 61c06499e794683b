"""What a translator sees."""

import re
from typing import Any

from tests.browser.stories.translating import REPORT
from tools.handbook.scene import Actor, scene
from tools.handbook.titles import ASKED


@scene(role="translator", height=760)
def facts(me: Actor) -> Any:
    me.edit("translation")
    return me.section("Place in the series")


@scene(height=560)
def translate_ask(me: Actor) -> Any:
    me.edit("untranslated")
    me.header_action("Translate this page")
    box = me.page.get_by_role("checkbox", name=re.compile("Engels|English"))
    box.check()
    return me.button(me.say("Submit"))


@scene(role="translator", height=560)
def translate_report(me: Actor) -> Any:
    return translation(me)


def translation(me: Actor) -> Any:
    """In the report: the link to what is to be translated."""
    me.visit(f"{REPORT}?q={ASKED['title']}")
    row = me.page.get_by_role("row").filter(has_text=ASKED["title"])
    return row.get_by_role("link").first


@scene(role="translator", height=860)
def translate_text(me: Actor) -> Any:
    translation(me).click()
    me.page.get_by_role("tab").first.wait_for()
    part = me.page.get_by_role("listitem").filter(has_text=ASKED["title"]).last
    part.get_by_role("button", name=me.say("Translate"), exact=True).click()
    box = me.page.get_by_role("textbox").last
    box.fill("Example: Street heat")
    return me.button(me.say("Save"))
