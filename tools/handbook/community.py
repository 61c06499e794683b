"""Terms, organisations, pictures: what pages share."""

import re
from typing import Any

from tools.handbook.scene import Actor, scene


@scene(role="moderator", height=860)
def term_look(me: Actor) -> Any:
    me.visit(f"/admin/cop_terms/edit/{me.things['term']}/")
    return me.section("Look")


@scene(role="moderator", height=620)
def term_names(me: Actor) -> Any:
    me.visit(f"/admin/cop_terms/edit/{me.things['term']}/")
    return me.section("Name")


@scene(role="moderator", height=520)
def term_merge(me: Actor) -> Any:
    me.visit(f"/admin/cop_terms/merge/{me.things['loan']}/")
    return me.field("Merge into")


@scene(height=720)
def organisation(me: Actor) -> Any:
    me.visit(f"/admin/snippets/cop_blocks/organisation/edit/{me.things['organisation']}/")
    return me.section("Description")


@scene(height=640)
def image_description(me: Actor) -> Any:
    me.visit("/admin/images/")
    me.link("Fatma Voorbeeld").click()
    me.page.wait_for_load_state("networkidle")
    box = me.page.get_by_role("textbox", name=re.compile(f"^{me.say('Description')}"))
    box.fill({"nl": "Vrouw met kort haar, lachend", "en": "Smiling woman"}[me.language])
    return box
