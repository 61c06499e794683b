"""What a page is related to is right in English, whatever the Dutch editor does to it, and whenever
the other side is translated or deleted."""

from typing import Any

import pytest
from django.test import Client, TestCase
from icalendar import Calendar
from wagtail.models import Page

from cop_events.models import SessionIndexPage, SessionPage
from tests.blocks.facts.factories import fresh, locale
from tests.translation.freshness.world import change
from tests.translation.proof.everything import translate
from tests.translation.proof.kinds import KINDS, Kind
from tests.translation.proof.relations import World

pytestmark = pytest.mark.django_db

#: Known by a label or a function in each language: the Dutch one until there is an English one.
HAS_LABELS = ("term", "speaker")
#: The block of a person leaves a function out that there is none of in the reader's language.
HAS_A_FUNCTION = ("block contact_person",)
#: A person or organisation has one name for all languages.
HAS_A_NAME = (
    *("organisation of an initiative", "organisation of a session", "organisation of a practice"),
    *("contact of an initiative", "speaker of a part", "second speaker of a part"),
)
#: The words of a link stand in running text: it leads to the Dutch page as long as that is all
#: there is. Whatever else links leaves out what its reader cannot read.
STAYS_A_LINK = ("block text",)
#: Without a series these show the sessions of all of them, in Dutch as in English.
OF_ALL = ("block next_sessions", "block session_line")


class Wrong:
    """Collects the cells in which English pages do not show what is expected."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.cells: list[tuple[str, str, set[str]]] = []
        self.tried = 0

    def look(self, act: str, expected: Any) -> None:
        shown = self._world.shown()
        for kind in KINDS:
            self.tried += 1
            if shown[kind.name] != set(expected(kind)):
                self.cells.append((kind.name, act, shown[kind.name]))


def test_relations_are_right_in_english_after_every_act() -> None:
    world = World()
    with TestCase.captureOnCommitCallbacks(execute=True):
        world.plant()
    wrong = Wrong(world)

    world.relate("A")
    world.translate_pages()
    wrong.look("create", lambda kind: "A")

    world.relate("B")
    # Facts are there at once; what blocks link to is content, and follows with its translation.
    wrong.look("change", lambda kind: "A" if kind.name.startswith("block") else "B")
    world.update_bodies()
    wrong.look("change", lambda kind: "B")

    world.relate("AB")
    world.update_bodies()
    wrong.look("add row", lambda kind: "A" if kind.is_single else "AB")

    world.relate("")
    world.update_bodies()
    wrong.look("clear", lambda kind: "A" if kind.is_needed else "")

    world.relate("C")
    world.update_bodies()
    wrong.look("without a translation", untranslated)
    for kind in KINDS:
        with TestCase.captureOnCommitCallbacks(execute=True):
            world.give_english(world.targets[kind.name, "C"], world.names[kind.name, "C"])
    wrong.look("translate target later", lambda kind: "C")

    for page in world.pages_to_relate_to("C"):
        with TestCase.captureOnCommitCallbacks(execute=True):
            page.get_translation(locale("en")).delete()
    named = (*HAS_LABELS, *HAS_A_FUNCTION, *HAS_A_NAME)
    wrong.look(
        "delete its translation", lambda kind: "C" if kind.name in named else untranslated(kind)
    )
    for kind in KINDS:
        target = world.targets[kind.name, "C"]
        with TestCase.captureOnCommitCallbacks(execute=True):
            (fresh(target) if isinstance(target, Page) else target).delete()
    wrong.look("delete target", lambda kind: "AB" if kind.name in OF_ALL else "")

    assert wrong.cells == []
    assert wrong.tried == 9 * len(KINDS)


def untranslated(kind: Kind) -> str:
    if kind.name in (*HAS_LABELS, *STAYS_A_LINK):
        return "c"
    return "C" if kind.name in HAS_A_NAME else ""


def calendar(page: Any) -> dict[str, str]:
    """What the calendar file of a session's page says of it."""
    answer = Client(headers={"host": "localhost"}).get(f"{fresh(page).get_url()}ics/")
    assert answer.status_code == 200, (answer.status_code, answer.headers)
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    return {name: str(event.get(name, "")) for name in ("UID", "SEQUENCE", "LOCATION")}


def test_the_record_of_a_session_is_one_for_all_its_languages() -> None:
    world = World()
    with TestCase.captureOnCommitCallbacks(execute=True):
        world.plant_lists()
    index = world.lists[SessionIndexPage]
    with TestCase.captureOnCommitCallbacks(execute=True):
        page = world.add(index, SessionPage, "sessie", venue_name="Hal", **world.soon())
        page.save_revision().publish()
    before = calendar(page)
    with TestCase.captureOnCommitCallbacks(execute=True):
        translate(fresh(page))
    english = page.get_translation(locale("en"))
    steps = {"translate later": (calendar(english), before)}
    for act, place in (("change", "Kade"), ("clear", ""), ("add", "Zaal")):
        page = change(fresh(page), venue_name=place)
        expected = before | {"LOCATION": place, "SEQUENCE": str(int(before["SEQUENCE"]) + 1)}
        before = calendar(page)
        steps[act] = (calendar(english), expected)
        steps[f"{act} in Dutch"] = (before, expected)
    with TestCase.captureOnCommitCallbacks(execute=True):
        fresh(page).delete()
    steps["delete"] = (calendar(english), before)
    assert {act: found for act, (found, expected) in steps.items() if found != expected} == {}
