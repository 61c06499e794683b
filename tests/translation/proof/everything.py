"""A Dutch site with a page of every type of ours, every text of it a word that stands nowhere else;
and the same site in English, translated word for word."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.test import TestCase, override_settings
from django.utils import timezone, translation
from modelcluster.fields import ParentalKey
from wagtail.models import Page, Site
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cop_blocks.models import (
    InformationPage,
    Organisation,
    OrganisationIndexPage,
    Person,
    SiteSettings,
    Term,
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
from cop_events.models import SessionIndexPage, SessionOrganisation, SessionPage, SessionSpeaker
from cop_search.models import SearchPage
from tests.blocks.facts.factories import fresh, locale
from tests.blocks.site_factories import document, image
from tests.site.fresh import home
from tests.translation.guards.steps import segments
from tests.translation.proof.filling import fill
from tests.translation.proof.reading import Read, read_all
from tests.translation.proof.words import Words, dutch, translated

VOCABULARIES = ("theme", "support-type", "region", "audience")


@dataclass(slots=True)
class Everything:
    words: Words = field(default_factory=lambda: Words("e"))
    #: In Dutch, in the order of the tree.
    pages: list[Any] = field(default_factory=list)
    #: What pages have one of for all languages, by model.
    shared: dict[Any, Any] = field(default_factory=dict)
    #: The words of rows that there is one of for each language: labels, descriptions.
    labels: set[str] = field(default_factory=set)
    #: The words that a translator is given.
    segments: set[str] = field(default_factory=set)
    _read: dict[str, dict[str, Read]] = field(default_factory=dict)

    def read(self, language: str) -> dict[str, Read]:
        """What can be read in a language, by address: got when it is asked for first."""
        return self._read.get(language) or self._read.setdefault(language, read_all(language))

    def page(self, model: Any) -> Any:
        return next(page for page in self.pages if type(page) is model)

    def chosen(self, model: Any) -> Any:
        """What links lead to."""
        if issubclass(model, Page):
            return self.page(InformationPage if model is Page else model)
        return self.shared[model]


@contextmanager
def everything() -> Iterator[Everything]:
    """In a transaction that is taken back."""
    with transaction.atomic():
        site = Everything()
        with translation.override("nl"), without_wagtails_indexes():
            share(site)
            plant(site)
            with TestCase.captureOnCommitCallbacks(execute=True):
                for page in site.pages:
                    page.refresh_from_db(fields=["numchild"])
                    fill(page, site.words, site.chosen, label_of(site, page))
                    page.save_revision().publish()
            site.pages = [fresh(page) for page in site.pages]
            with TestCase.captureOnCommitCallbacks(execute=True):
                for page in site.pages:
                    site.segments |= translate(page)
        yield site
        transaction.set_rollback(True)


@contextmanager
def without_wagtails_indexes() -> Iterator[None]:
    """They are kept at every save, and nobody here asks for them."""
    backend = settings.WAGTAILSEARCH_BACKENDS["default"]
    backends = {"default": {**backend, "AUTO_UPDATE": False}}
    with override_settings(WAGTAILSEARCH_BACKENDS=backends), disable_reference_index_auto_update():
        yield


def label_of(site: Everything, page: Any) -> str:
    """The type of a page, with a number from the second on."""
    before = [each for each in site.pages if type(each) is type(page)].index(page)
    return f"{type(page).__name__}{before + 1 if before else ''}"


def share(site: Everything) -> None:
    """Terms, an organisation, a person, files; with words of each language where there are."""
    home("nl")
    locale("en")
    for code in VOCABULARIES:
        vocabulary = Vocabulary.objects.create(code=code)
        term = Term.objects.create(
            vocabulary=vocabulary, code="een", name=f"{code}.een", slug=f"{code}--een"
        )
        site.shared.setdefault(Vocabulary, vocabulary)
        site.shared.setdefault(Term, term)
        per_language(site, vocabulary)
        per_language(site, term)
    organisation = Organisation.objects.create(name="Voorbeeldstad", website="https://example.org/")
    person = Person.objects.create(name="Sanne Voorbeeld", organisation=organisation)
    for owner in (organisation, person):
        per_language(site, owner)
        site.shared[type(owner)] = owner
    for file in (image("Foto"), document("Verslag")):
        site.shared[type(file)] = file


def language_models() -> list[Any]:
    """Rows of ours that there is one of for each language, below what they are of."""
    return [
        model
        for model in apps.get_models()
        if model._meta.app_label.startswith("cop_")
        and {"language"} <= {each.name for each in model._meta.get_fields()}
    ]


def per_language(site: Everything, owner: Any) -> None:
    for model in language_models():
        keys = [each for each in model._meta.get_fields() if isinstance(each, ParentalKey)]
        key = next(each for each in keys)
        if key.related_model is not type(owner):
            continue
        known = set(site.words.places)
        dutch = fill(model(**{key.name: owner, "language": "nl"}), site.words, site.chosen)
        site.labels |= set(site.words.places) - known
        english = model(**{key.name: owner, "language": "en"})
        for each in model._meta.get_fields():
            value = getattr(dutch, each.name, None)
            if isinstance(value, str) and each.name != "language":
                setattr(english, each.name, translated(value))
        dutch.save()
        english.save()


def plant(site: Everything) -> None:
    """The pages, empty but for what they hang together by."""
    root = Site.objects.get(is_default_site=True).root_page.specific
    add = Planter(site)
    site.pages.append(root)
    information = add(root, InformationPage)
    add(root, OrganisationIndexPage)
    series = add(root, SessionIndexPage)
    today = timezone.localdate()
    coming, past = (
        add(series, SessionPage, start_date=today + timedelta(days=days), precision="day", number=1)
        for days in (30, -30)
    )
    catalogue = add(root, InitiativeIndexPage)
    active, paused = (
        add(catalogue, InitiativePage, state=state, contact=site.shared[Person])
        for state in ("active", "paused")
    )
    practices = add(root, GoodPracticeIndexPage)
    practice = add(practices, GoodPracticePage)
    themes = add(root, ThemeIndexPage)
    add(themes, ThemePage, terms=[site.shared[Term]])
    add(root, SearchPage)
    organisation, person = site.shared[Organisation], site.shared[Person]
    for session in (coming, past):
        session.speaker_rows = [SessionSpeaker(person=person)]
        session.organisation_rows = [SessionOrganisation(organisation=organisation)]
    for page, other in ((active, paused), (paused, active)):
        page.organisation_rows = [InitiativeOrganisation(organisation=organisation)]
        page.relation_rows = [InitiativeRelation(page=other)]
        page.successor = None if page is active else active
    practice.organisation_rows = [GoodPracticeOrganisation(organisation=organisation)]
    practice.session_rows = [GoodPracticeSession(page=each) for each in (coming, past)]
    practice.initiative_rows = [GoodPracticeInitiative(page=each) for each in (active, paused)]
    for page in (coming, past, active, paused, practice):
        page.cop_term_rows = [TermRow(tag=term) for term in Term.objects.order_by("pk")]
    SiteSettings.objects.create(
        site=Site.objects.get(),
        organiser=organisation,
        contact_page=information,
        about_page=information,
        privacy_page=information,
        accessibility_page=information,
    )


class Planter:
    """Adds pages below others, in Dutch."""

    def __init__(self, site: Everything) -> None:
        self._site = site

    def __call__(self, parent: Any, model: Any, terms: Any = (), **fields: Any) -> Any:
        number = len(self._site.pages)
        page = model(
            title=f"Nog leeg {number}",
            slug=f"leeg-{number}",
            locale=locale("nl"),
            show_in_menus=True,
            **fields,
        )
        if issubclass(model, InitiativePage | GoodPracticePage):
            page.summary = "Nog leeg."
        page.cop_term_rows = [TermRow(tag=term) for term in terms]
        fresh(parent).add_child(instance=page)
        self._site.pages.append(page)
        return page


def translate(page: Any) -> set[str]:
    """Translates every segment and publishes; gives the words that were in them."""
    source, _made = TranslationSource.get_or_create_from_instance(page)
    record, _made = Translation.objects.get_or_create(source=source, target_locale=locale("en"))
    found = segments(record)
    StringTranslation.objects.bulk_create(
        [
            StringTranslation(
                translation_of=segment.string,
                context=segment.context,
                locale=record.target_locale,
                translation_type="manual",
                data=translated(segment.string.data),
            )
            for segment in found
        ],
        ignore_conflicts=True,
    )
    record.save_target(publish=True)
    return dutch(" ".join(segment.string.data for segment in found))
