"""How the same text was translated elsewhere, and who is told."""

from datetime import UTC, datetime

import pytest
from wagtail_localize.models import StringTranslation

from cop_blocks.translation.memory import elsewhere, remembered
from tests.rights import EDIT, person
from tests.translation.help.texts import counted, say, segment, segments, submitted

pytestmark = pytest.mark.django_db


def texts(translation, user, text):
    found = segment(translation, text)
    told = elsewhere(translation, user, [found]).get(found.pk, [])
    return [(each.text, each.is_approved, each.where) for each in told]


@pytest.fixture
def here(world):
    return submitted("<p>Meld je aan</p><p>Alleen hier</p>", title="Hier")


def test_approved_texts_come_first_and_the_newest_of_them(world, here):
    for title, text, year, machine in [
        ("A", "Register", 2024, False),
        ("B", "Sign up", 2025, False),
        ("C", "Report yourself", 2026, True),
        ("D", "Sign up", 2023, False),
    ]:
        row = say(
            submitted("<p>Meld je aan</p>", title=title), "Meld je aan", text, machine=machine
        )
        StringTranslation.objects.filter(pk=row.pk).update(
            updated_at=datetime(year, 1, 1, tzinfo=UTC)
        )
    admin = world.people["superuser"]

    assert texts(here, admin, "Meld je aan") == [
        ("Sign up", True, "B"),
        ("Register", True, "A"),
        ("Report yourself", False, "C"),
    ]
    assert texts(here, admin, "Alleen hier") == []
    string = segment(here, "Meld je aan").string_id
    assert remembered(here, admin, {string}) == {string: "Sign up"}


def test_what_stands_in_the_place_itself_is_not_elsewhere(world, here):
    say(here, "Meld je aan", "Sign up")
    assert texts(here, world.people["superuser"], "Meld je aan") == []
    say(submitted("<p>Meld je aan</p>", title="A"), "Meld je aan", "Sign up")
    assert texts(here, world.people["superuser"], "Meld je aan") == [("Sign up", True, "A")]


def test_another_place_of_the_same_page_is_told(world):
    both = submitted("<p>Samen sterk</p>", title="Hier", summary="Samen sterk")
    [summary, body] = [each for each in segments(both) if each.string.data == "Samen sterk"]
    StringTranslation.objects.create(
        translation_of=summary.string, context=summary.context, locale=both.target_locale,
        data="Strong together", translation_type="manual",
    )  # fmt: skip
    told = elsewhere(both, world.people["superuser"], [summary, body])
    assert {pk: [each.text for each in found] for pk, found in told.items()} == {
        body.pk: ["Strong together"]
    }


def test_errors_empty_texts_and_other_languages_are_left_out(world, here):
    say(submitted("<p>Meld je aan</p>", title="A"), "Meld je aan", "<p>Sign", has_error=True)
    say(submitted("<p>Meld je aan</p>", title="B"), "Meld je aan", "")
    assert texts(here, world.people["superuser"], "Meld je aan") == []


def test_only_what_somebody_may_see_is_told(world, here):
    """Somebody with rights on one page alone learns nothing of the text of another."""
    hidden = submitted("<p>Meld je aan</p>", title="Geheim")
    say(hidden, "Meld je aan", "Secret")
    seen = here.get_target_instance()
    narrow = person("narrow", {seen: EDIT})

    assert texts(here, world.people["superuser"], "Meld je aan") == [("Secret", True, "Geheim")]
    assert texts(here, world.people["translator_en"], "Meld je aan") == [("Secret", True, "Geheim")]
    assert texts(here, narrow, "Meld je aan") == []
    assert remembered(here, narrow, [segment(here, "Meld je aan").string_id]) == {}


def test_fifty_texts_take_the_statements_of_one(world):
    many = submitted("".join(f"<p>Zin {number}</p>" for number in range(50)), title="Hier")
    other = submitted("".join(f"<p>Zin {number}</p>" for number in range(50)), title="Daar")
    for found in segments(other):
        if found.string.data.startswith("Zin"):
            say(other, found.string.data, f"Sentence {found.pk}")
    user = world.people["translator_en"]
    of_one, of_all = segments(many)[:1], segments(many)
    elsewhere(many, user, of_one)

    one = counted(lambda: elsewhere(many, user, of_one))

    assert counted(lambda: elsewhere(many, user, of_all)) == one <= 3
    assert len(elsewhere(many, user, of_all)) == 50
