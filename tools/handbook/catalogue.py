"""Initiatives and good practices."""

import re
from typing import Any

from tools.handbook.scene import Actor, scene


@scene(height=760)
def initiative_new(me: Actor) -> Any:
    me.visit("/admin/")
    me.starting("New initiative").click()
    me.title({"nl": "Adviesbon voor bakkers", "en": "Advice voucher for bakers"}[me.language])
    summary = me.field("summary")
    summary.fill(
        {
            "nl": "Een adviseur helpt bakkers om minder weg te gooien; de helft wordt betaald.",
            "en": "An adviser helps bakers to throw away less; half of the costs is paid.",
        }[me.language]
    )
    return summary.locator("xpath=ancestor::section[1]")


@scene(height=700)
def initiative_who(me: Actor) -> Any:
    me.edit("initiative")
    me.tab("Who")
    return me.panel_named(f"{me.label('organisation')} 1")


@scene(height=640)
def initiatives_check(me: Actor) -> Any:
    me.visit("/admin/cop_initiatives/")
    for number in (1, 2, 3):
        me.page.get_by_role("row").nth(number).get_by_role("checkbox").check()
    me.page.wait_for_timeout(400)
    return me.page.get_by_role(
        "link",
        name=re.compile(
            f"^{me.say('Checked today')}|{me.say('Mark the chosen initiatives as checked today')}"
        ),
    )


@scene(height=760)
def initiative_state(me: Actor) -> Any:
    me.edit("stopping")
    me.tab("State and check")
    me.field("state").select_option(label=me.say("Merged into another initiative"))
    return me.field("state")


@scene(height=760)
def good_practice(me: Actor) -> Any:
    me.edit("practice")
    return me.section("Sessions")
