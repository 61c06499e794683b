"""A small site in two languages, with pages of the catalogue on it."""

from typing import Any

from django.utils.text import slugify
from wagtail.models import Locale, Site

from cop_blocks.base_page import Page
from cop_blocks.models import Organisation, Term, TermLabel, TermRow, Vocabulary, VocabularyLabel
from cop_catalog.models import (
    GoodPracticeInitiative,
    GoodPracticePage,
    GoodPracticeSession,
    InitiativeIndexPage,
    InitiativeOrganisation,
    InitiativePage,
    ThemePage,
)


def make_homes() -> tuple[Page, Page]:
    """A home page in Dutch, which the default site shows, and its English translation."""
    dutch, _ = Locale.objects.get_or_create(language_code="nl")
    english, _ = Locale.objects.get_or_create(language_code="en")
    root = Page.get_first_root_node() or Page.add_root(
        instance=Page(title="Root", slug="root", locale=dutch)
    )
    home = Page(title="Thuis", slug="thuis", locale=dutch)
    root.add_child(instance=home)
    home_en = Page(
        title="Home", slug="home-en", locale=english, translation_key=home.translation_key
    )
    root.add_child(instance=home_en)
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    return home, home_en


def make_term(vocabulary: str, code: str, nl: str = "", en: str = "", **of_vocabulary: Any) -> Any:
    owner, is_new = Vocabulary.objects.get_or_create(code=vocabulary, defaults=of_vocabulary)
    if is_new:
        VocabularyLabel.objects.create(vocabulary=owner, language="en", label=vocabulary.title())
    term, is_new = Term.objects.get_or_create(
        vocabulary=owner,
        code=code,
        defaults={"name": f"{vocabulary}.{code}", "slug": f"{vocabulary}--{code}"},
    )
    if is_new:
        for language, label in (("nl", nl or code), ("en", en or code)):
            TermLabel.objects.create(term=term, language=language, label=label)
    return term


def make_index(parent: Page, model: type = InitiativeIndexPage, **fields: Any) -> Any:
    title = fields.pop("title", str(model._meta.verbose_name))  # type: ignore[attr-defined]
    return _add(parent, model(title=title, **fields))


def make_initiative(index: Page, title: str = "Voorbeeld: voucher", **fields: Any) -> Any:
    """``terms`` and ``providers`` (names) are put on it; everything else is a field."""
    terms, providers = fields.pop("terms", ()), fields.pop("providers", ())
    page: Any = InitiativePage(title=title, summary=fields.pop("summary", "Eén zin."), **fields)
    page.organisation_rows = [
        InitiativeOrganisation(organisation=make_organisation(name), sort_order=place)
        for place, name in enumerate(providers)
    ]
    return _add(index, page, terms)


def make_practice(
    index: Page,
    title: str = "Goede praktijk",
    *,
    initiatives: Any = (),
    sessions: Any = (),
    **fields: Any,
) -> Any:
    terms = fields.pop("terms", ())
    page: Any = GoodPracticePage(title=title, summary=fields.pop("summary", "Eén zin."), **fields)
    page.initiative_rows = [GoodPracticeInitiative(page=chosen) for chosen in initiatives]
    page.session_rows = [GoodPracticeSession(page=chosen) for chosen in sessions]
    return _add(index, page, terms)


def make_theme(index: Page, term: Term, title: str = "Digitalisering", **fields: Any) -> Any:
    return _add(index, ThemePage(title=title, **fields), [term])


def make_organisation(name: str, **fields: Any) -> Any:
    return Organisation.objects.get_or_create(name=name, defaults=fields)[0]


def translated(page: Any, language: str = "en", **fields: Any) -> Any:
    """A live translation of ``page``; its parent must have one."""
    copy = page.copy_for_translation(Locale.objects.get(language_code=language), copy_parents=False)
    for name, value in fields.items():
        setattr(copy, name, value)
    copy.save_revision().publish()
    return type(page).objects.get(pk=copy.pk)


def _add(parent: Page, page: Any, terms: Any = ()) -> Any:
    page.locale = parent.locale
    page.slug = page.slug or slugify(page.title)
    page.cop_term_rows = [TermRow(tag=term, sort_order=place) for place, term in enumerate(terms)]
    parent.add_child(instance=page)
    return page
