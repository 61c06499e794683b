"""Every kind of relation that a page can have, with things to relate to, in Dutch and English."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.test import Client, TestCase
from django.utils import timezone
from wagtail.models import Page

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
    GoodPracticeIndexPage,
    GoodPracticeInitiative,
    GoodPracticeOrganisation,
    GoodPracticePage,
    GoodPracticeSession,
    InitiativeIndexPage,
    InitiativeOrganisation,
    InitiativePage,
    InitiativeRelation,
    ThemeIndexPage,
    ThemePage,
)
from cop_events.models import (
    SessionIndexPage,
    SessionOrganisation,
    SessionPage,
    SessionProgrammeItem,
    SessionSpeaker,
)
from tests.blocks.facts.factories import fresh, locale
from tests.site.fresh import home
from tests.translation.freshness.world import translation_of
from tests.translation.proof.everything import translate
from tests.translation.proof.words import Words, dutch, english, translated

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


def copied(page: Any) -> None:
    """A live translation, made without wagtail-localize: it is only there to be related to."""
    made = page.copy_for_translation(locale("en"))
    made.title, made.slug, made.live = translated(page.title), translated(page.slug), True
    made.save()


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


@dataclass(slots=True)
class World:
    words: Words = field(default_factory=Words)
    home: Any = None
    lists: dict[Any, Any] = field(default_factory=dict)
    #: The pages that have relations, by type.
    pages: dict[Any, Any] = field(default_factory=dict)
    #: Kind and letter -> what can be related to, and its word.
    targets: dict[tuple[str, str], Any] = field(default_factory=dict)
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    #: Theme -> the initiative by which it is known.
    carriers: dict[int, Any] = field(default_factory=dict)

    def soon(self) -> dict[str, Any]:
        return {"precision": "day", "start_date": timezone.localdate() + timedelta(days=30)}

    def add(self, parent: Any, model: Any, title: str, **fields: Any) -> Any:
        page = model(title=title, slug=title.lower(), locale=locale("nl"))
        for name, value in fields.items():
            setattr(page, name, value)
        Page.objects.get(pk=parent.pk).add_child(instance=page)
        return fresh(page)

    def plant_lists(self) -> None:
        self.home = home("nl")
        locale("en")
        translate(self.home)
        for model in (
            InitiativeIndexPage,
            GoodPracticeIndexPage,
            ThemeIndexPage,
            SessionIndexPage,
        ):
            self.lists[model] = self.add(self.home, model, model.__name__)
            translate(self.lists[model])

    def plant(self) -> None:
        self.plant_lists()
        for kind in KINDS:
            for letter in "ABC":
                word = self.words.new(f"{kind.name} {letter}")
                self.names[kind.name, letter] = word
                self.targets[kind.name, letter] = target = kind.make(self, word)
                if letter != "C":
                    self.give_english(target, word)
        parents = {
            InitiativePage: InitiativeIndexPage,
            GoodPracticePage: GoodPracticeIndexPage,
            ThemePage: ThemeIndexPage,
            SessionPage: SessionIndexPage,
        }
        for model in dict.fromkeys(kind.of for kind in KINDS):
            parent = self.lists[parents[model]] if model in parents else self.home
            fields = self.soon() if model is SessionPage else {}
            if model in (InitiativePage, GoodPracticePage):
                fields = {"summary": "Zin."}
            if model is ThemePage:
                fields = {"cop_term_rows": [TermRow(tag=self.targets["theme", "A"])]}
            page = self.add(parent, model, f"met-{model.__name__}", **fields)
            self.pages[model] = page

    def give_english(self, target: Any, word: str) -> None:
        """Translates what can be related to, as far as it has a language."""
        if isinstance(target, Page):
            for page in (target, *Page.objects.child_of(target).specific()):
                copied(page)
        elif isinstance(target, Term):
            label = translated(word)
            TermLabel.objects.create(term=target, language="en", label=label)
            if target.pk in self.carriers:
                copied(self.carriers[target.pk])
        elif isinstance(target, Person) and target.texts.exists():
            PersonText.objects.create(person=target, language="en", job_title=translated(word))

    def relate(self, letters: str) -> None:
        """The Dutch editor relates every page to these targets, and publishes; of the bodies of
        pages the translator takes over the change."""
        for model, page in self.pages.items():
            draft = fresh(page).get_latest_revision_as_object()
            for kind in KINDS:
                if kind.of is model and (letters or not kind.is_needed):
                    chosen = letters[:1] if kind.is_single else letters
                    kind.put(draft, [self.targets[kind.name, each] for each in chosen])
            with TestCase.captureOnCommitCallbacks(execute=True):
                draft.save_revision().publish()

    def translate_pages(self) -> None:
        with TestCase.captureOnCommitCallbacks(execute=True):
            for page in self.pages.values():
                translate(fresh(page))

    def update_bodies(self) -> None:
        """What blocks link to is content: it follows with the translation."""
        page = self.pages[InformationPage]
        translation_of(page).source.update_from_db()
        with TestCase.captureOnCommitCallbacks(execute=True):
            translate(fresh(page))

    def pages_to_relate_to(self, letter: str) -> list[Any]:
        """With the carriers of themes, and what lies below."""
        found = [self.targets[kind.name, letter] for kind in KINDS]
        pages = [
            self.carriers.get(each.pk, each) if isinstance(each, Term) else each for each in found
        ]
        return [each for each in pages if isinstance(each, Page)]

    def shown(self) -> dict[str, set[str]]:
        """What English pages show of each kind: letters, small where it is Dutch."""
        found: dict[str, set[str]] = {}
        for model, page in self.pages.items():
            address = page.get_translation(locale("en")).get_url()
            answer = Client(headers={"host": "localhost"}).get(address)
            assert answer.status_code == 200, address
            html = answer.content.decode()
            for kind in KINDS:
                if kind.of is model:
                    names = {letter: self.names[kind.name, letter] for letter in "ABC"}
                    found[kind.name] = {
                        *(each for each, word in names.items() if word in english(html)),
                        *(each.lower() for each, word in names.items() if word in dutch(html)),
                    }
        return found
