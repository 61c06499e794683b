"""Every kind of relation that a page can have, and how an editor makes it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cop_blocks.models import (
    InformationPage,
    Organisation,
    Person,
    PersonText,
    Term,
    TermLabel,
    TermRow,
    Vocabulary,
)
from cop_catalog.models import (
    GoodPracticeInitiative,
    GoodPracticeOrganisation,
    GoodPracticePage,
    GoodPracticeSession,
    InitiativeIndexPage,
    InitiativeOrganisation,
    InitiativePage,
    InitiativeRelation,
    ThemePage,
)
from cop_events.models import (
    SessionIndexPage,
    SessionOrganisation,
    SessionPage,
    SessionProgrammeItem,
    SessionSpeaker,
)
from tests.translation.proof.words import translated

if TYPE_CHECKING:
    from tests.translation.proof.relations import World

Targets = list[Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """``put`` relates a page to some targets and to no others."""

    name: str
    of: Any
    make: Callable[["World", str], Any]
    put: Callable[[Any, Targets], None]
    #: A page has one at most.
    is_single: bool = False
    #: A page must have one.
    is_needed: bool = False


def rows(name: str, model: Any, column: str) -> Callable[[Any, Targets], None]:
    def put(page: Any, targets: Targets) -> None:
        setattr(page, name, [model(**{column: each}) for each in targets])

    return put


def key(name: str) -> Callable[[Any, Targets], None]:
    def put(page: Any, targets: Targets) -> None:
        setattr(page, name, next(iter(targets), None))

    return put


def speaking(column: str) -> Callable[[Any, Targets], None]:
    """The part of the programme stays; who speaks in it is a fact of it."""

    def put(page: Any, targets: Targets) -> None:
        row = next(iter(page.programme_rows.all()), None) or SessionProgrammeItem(
            title="Welkom", locale=page.locale
        )
        setattr(row, column, next(iter(targets), None))
        page.programme_rows = [row]

    return put


def block(kind: str, value: Callable[[Targets], Any]) -> Callable[[Any, Targets], None]:
    """The block of the body that links; without anything to link to it is taken out."""

    def put(page: Any, targets: Targets) -> None:
        known = [each for each in page.body.get_prep_value() if each["type"] != kind]
        new = [{"type": kind, "id": f"of-{kind}", "value": value(targets)}] if targets else []
        page.body = json.dumps([*known, *new])

    return put


def items(values: list[Any]) -> list[dict[str, Any]]:
    return [{"type": "item", "id": f"i{at}", "value": each} for at, each in enumerate(values)]


BUTTON = {"title": "Doe mee", "text": "", "button": "Verder", "url": ""}
BLOCKS = [
    ("call_to_action", lambda found: {**BUTTON, "page": found[0].pk}, True),
    ("page_links", lambda found: {"title": "", "pages": items([each.pk for each in found])}, False),
    (
        "text",
        lambda found: "".join(
            f'<p><a linktype="page" id="{each.pk}">Lees het daar</a></p>' for each in found
        ),
        False,
    ),
]


def initiative(world: "World", word: str) -> Any:
    return world.add(world.lists[InitiativeIndexPage], InitiativePage, word, summary="Zin.")


def information(world: "World", word: str) -> Any:
    return world.add(world.home, InformationPage, word)


def session(world: "World", word: str) -> Any:
    return world.add(world.lists[SessionIndexPage], SessionPage, word, **world.soon())


def series(world: "World", word: str) -> Any:
    """It is known by its session."""
    page = world.add(world.home, SessionIndexPage, f"reeks-{word}")
    world.add(page, SessionPage, word, **world.soon())
    return page


def organisation(world: "World", word: str) -> Any:
    return Organisation.objects.create(name=translated(word))


def person(world: "World", word: str) -> Any:
    return Person.objects.create(name=translated(word))


def official(world: "World", word: str) -> Any:
    """A person who is known by a function."""
    made = Person.objects.create(name="Sanne Voorbeeld")
    PersonText.objects.create(person=made, language="nl", job_title=word)
    return made


def term(vocabulary: str) -> Callable[["World", str], Any]:
    def make(world: "World", word: str) -> Any:
        of = Vocabulary.objects.get_or_create(code=vocabulary)[0]
        made = Term(vocabulary=of, code=word)
        made.full_clean(validate_unique=False)
        made.save()
        TermLabel.objects.create(term=made, language="nl", label=word)
        return made

    return make


def theme(world: "World", word: str) -> Any:
    """It is known by an initiative that carries it."""
    made = term("theme")(world, f"t{word[4:]}")
    carries = [TermRow(tag=made)]
    world.carriers[made.pk] = world.add(
        world.lists[InitiativeIndexPage],
        InitiativePage,
        word,
        summary="Zin.",
        cop_term_rows=carries,
    )
    return made


KINDS = [
    Kind("theme", ThemePage, theme, rows("cop_term_rows", TermRow, "tag"), True, True),
    Kind("term", InitiativePage, term("audience"), rows("cop_term_rows", TermRow, "tag")),
    Kind(
        "organisation of an initiative",
        InitiativePage,
        organisation,
        rows("organisation_rows", InitiativeOrganisation, "organisation"),
    ),
    Kind("contact of an initiative", InitiativePage, person, key("contact"), True),
    Kind("successor", InitiativePage, initiative, key("successor"), True),
    Kind(
        "related initiative",
        InitiativePage,
        initiative,
        rows("relation_rows", InitiativeRelation, "page"),
    ),
    Kind(
        "organisation of a session",
        SessionPage,
        organisation,
        rows("organisation_rows", SessionOrganisation, "organisation"),
    ),
    Kind("speaker", SessionPage, official, rows("speaker_rows", SessionSpeaker, "person")),
    Kind("speaker of a part", SessionPage, person, speaking("speaker"), True),
    Kind("second speaker of a part", SessionPage, person, speaking("second_speaker"), True),
    Kind(
        "organisation of a practice",
        GoodPracticePage,
        organisation,
        rows("organisation_rows", GoodPracticeOrganisation, "organisation"),
    ),
    Kind(
        "session of a practice",
        GoodPracticePage,
        session,
        rows("session_rows", GoodPracticeSession, "page"),
    ),
    Kind(
        "initiative of a practice",
        GoodPracticePage,
        initiative,
        rows("initiative_rows", GoodPracticeInitiative, "page"),
    ),
    *(
        Kind(f"block {name}", InformationPage, information, block(name, value), single)
        for name, value, single in BLOCKS
    ),
    Kind(
        "block contact_person",
        InformationPage,
        official,
        block("contact_person", lambda found: {"person": found[0].pk, "about": ""}),
        True,
    ),
    Kind(
        "block next_sessions",
        InformationPage,
        series,
        block("next_sessions", lambda found: {"heading": "", "number": 3, "series": found[0].pk}),
        True,
    ),
    Kind(
        "block session_line",
        InformationPage,
        series,
        block("session_line", lambda found: {"heading": "", "series": found[0].pk}),
        True,
    ),
]
