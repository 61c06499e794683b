"""Pages with every kind of relation, and things to relate them to, in Dutch and English."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.test import Client, TestCase
from django.utils import timezone
from wagtail.models import Page

from cop_blocks.models import (
    InformationPage,
    Person,
    PersonText,
    Term,
    TermLabel,
    TermRow,
)
from cop_catalog.models import (
    GoodPracticeIndexPage,
    GoodPracticePage,
    InitiativeIndexPage,
    InitiativePage,
    ThemeIndexPage,
    ThemePage,
)
from cop_events.models import (
    SessionIndexPage,
    SessionPage,
)
from tests.blocks.facts.factories import fresh, locale
from tests.site.fresh import home
from tests.translation.freshness.world import translation_of
from tests.translation.proof.everything import translate
from tests.translation.proof.kinds import KINDS
from tests.translation.proof.words import Words, dutch, english, translated


@dataclass(slots=True)
class World:
    words: Words = field(default_factory=lambda: Words("r"))
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


def copied(page: Any) -> None:
    """A live translation, made without wagtail-localize: it is only there to be related to."""
    made = page.copy_for_translation(locale("en"))
    made.title, made.slug, made.live = translated(page.title), translated(page.slug), True
    made.save()
