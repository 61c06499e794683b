"""Signing in, the dashboard, and finding things back."""

import re
from typing import Any

from tools.handbook.scene import Actor, scene


@scene(role="", height=800)
def sign_in(me: Actor) -> Any:
    me.visit("/admin/login/")
    return me.page.get_by_role("button", name=re.compile("Inloggen|Sign in"))


@scene(height=980)
def dashboard(me: Actor) -> Any:
    me.visit("/admin/")
    return me.panel("What can I do here?")


@scene(height=560)
def menu(me: Actor) -> Any:
    me.visit("/admin/")
    navigation = me.page.get_by_role("navigation", name=me.say("Main menu"))
    navigation.get_by_role("button", name=me.say("Community"), exact=True).click()
    link = navigation.get_by_role("link", name=me.say("Initiatives"), exact=True)
    link.wait_for()
    me.page.wait_for_timeout(500)
    return link


@scene(height=760)
def filters(me: Actor) -> Any:
    me.visit("/admin/cop_initiatives/")
    button = me.button(me.say("Show filters"))
    button.click()
    me.page.get_by_role("button", name=me.label("state"), exact=True).first.click()
    me.page.wait_for_timeout(500)
    return button
