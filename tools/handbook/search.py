"""Best bets, synonyms and what visitors search for."""

import re
from typing import Any

from tools.handbook.scene import Actor, scene


@scene(height=900)
def best_bet(me: Actor) -> Any:
    me.visit(f"/admin/snippets/cop_search/bestbet/edit/{me.things['bet']}/")
    return me.page.locator("#id_words")


@scene(height=900)
def synonym_effect(me: Actor) -> Any:
    me.visit(f"/admin/snippets/cop_search/synonym/edit/{me.things['synonym']}/")
    me.page.locator("#id_words").fill("zzp’er, zelfstandige, freelancer, ondernemer")
    me.button(me.say("Show what changes")).click()
    me.page.wait_for_load_state("networkidle")
    return me.page.locator(".cop-effect__sides")


@scene(height=860)
def searches(me: Actor) -> Any:
    me.visit("/admin/reports/cop-searches/")
    return me.page.get_by_role("link", name=re.compile(me.say("Make a synonym"))).first
