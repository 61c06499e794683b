"""A session, from last year's to its report."""

from typing import Any

from tools.handbook.scene import Actor, scene


@scene(height=1020)
def copy_session(me: Actor) -> Any:
    me.visit(f"/admin/cop/sessions/copy/{me.things['past']}/")
    return me.button(me.say("Copy"))


def dating(me: Actor, known: str) -> None:
    me.edit("dated")
    me.tab("Date and place")
    me.choose(known)


@scene(height=680)
def date_month(me: Actor) -> Any:
    dating(me, "Only the month")
    me.field("Month").select_option(index=10)
    me.field("Year").fill("2027")
    return me.radio("Only the month").locator("xpath=ancestor::label[1]"), me.field("Month")


@scene(height=760)
def date_day(me: Actor) -> Any:
    dating(me, "A day and a time")
    for field, value in (("date", "2027-10-07"), ("starts at", "13:00"), ("ends at", "17:00")):
        me.field(field).fill(value)
        # What was opened to choose from would cover the rest; it closes by a click elsewhere.
        me.tab("Date and place")
    return me.radio("A day and a time").locator("xpath=ancestor::label[1]")


@scene(height=760)
def session_questions(me: Actor) -> Any:
    me.edit("coming")
    return me.panel_named(f"{me.label('guiding question')} 1")


@scene(height=860)
def session_programme(me: Actor) -> Any:
    me.edit("coming")
    me.tab("Programme")
    return me.panel_named(f"{me.label('part of the programme')} 2")


@scene(height=760)
def session_place(me: Actor) -> Any:
    me.edit("coming")
    me.tab("Date and place")
    return me.field("venue")


@scene(height=720)
def session_report(me: Actor) -> Any:
    me.edit("past")
    me.tab("Materials and report")
    return me.section("Afterwards")
