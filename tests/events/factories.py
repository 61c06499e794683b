"""A site in two languages, with series and sessions, made as an editor's code would."""

from datetime import date, time
from typing import Any

from wagtail.models import Locale, Site

from cop_blocks.base_page import Page
from cop_blocks.models import Organisation, Person, PersonText, Term, TermLabel, TermRow, Vocabulary
from cop_events.models import (
    SessionIndexPage,
    SessionOrganisation,
    SessionPage,
    SessionProgrammeItem,
    SessionQuestion,
    SessionSpeaker,
)


def locale(language: str = "nl") -> Any:
    return Locale.objects.get_or_create(language_code=language)[0]


def home(language: str = "nl") -> Any:
    """The home page in a language; the Dutch one is the root of the site."""
    root = Page.objects.filter(depth=1).first() or Page.add_root(
        instance=Page(title="Root", slug="root", locale=locale("nl"))
    )
    found = root.get_children().filter(locale=locale(language)).first()
    if found is None:
        if language == "nl":
            found = root.add_child(instance=Page(title="Thuis", slug="thuis", locale=locale("nl")))
        else:
            found = home("nl").copy_for_translation(locale(language))
            found.save_revision().publish()
            found.refresh_from_db()
    if language == "nl" and not Site.objects.exists():
        Site.objects.create(hostname="localhost", root_page=found, is_default_site=True)
    return found


def series(parent: Any = None, **fields: Any) -> Any:
    """A live series, below the home page unless a parent is given."""
    parent = parent or home()
    page = SessionIndexPage(**{"title": "Sessies 2026", "locale": parent.locale, **fields})
    parent.add_child(instance=page)
    return SessionIndexPage.objects.get(pk=page.pk)


WHEN: dict[str, Any] = {
    "precision": "time",
    "start_date": date(2026, 11, 26),
    "start_time": time(13),
    "end_time": time(17),
}


def session(parent: Any = None, **fields: Any) -> Any:
    """A live session on 26 November 2026, in a series; ``live=False`` for a draft."""
    parent = parent or series()
    page = SessionPage(**{"title": "Mensen", "locale": parent.locale, **WHEN, **fields})
    parent.add_child(instance=page)
    return fresh(page)


def full_session(parent: Any = None, **fields: Any) -> Any:
    """A session with everything on it."""
    page = session(
        parent,
        **{
            "number": 3,
            "introduction": "Wat werkt voor elk bedrijf?",
            "venue_name": "Het Voorbeeldgebouw",
            "venue_address": "Kade 1\nDordrecht",
            "venue_accessibility": "Er is een lift.",
            "capacity": 40,
            "sign_up_url": "https://example.org/aanmelden",
            "online_url": "https://example.org/geheime-vergadering",
            **fields,
        },
    )
    organisation = Organisation.objects.create(name=f"Voorbeeldstad {page.pk}")
    person = Person.objects.create(name=f"Sanne Voorbeeld {page.pk}", organisation=organisation)
    PersonText.objects.create(person=person, language="nl", job_title="Accountmanager")
    PersonText.objects.create(person=person, language="en", job_title="Account manager")
    page.question_rows = [
        SessionQuestion(sort_order=number, text=f"Vraag {number}?", locale=page.locale)
        for number in (1, 2, 3)
    ]
    page.programme_rows = [
        SessionProgrammeItem(
            sort_order=1,
            title="Welkom",
            starts_at=time(13),
            ends_at=time(13, 20),
            locale=page.locale,
        ),
        SessionProgrammeItem(
            sort_order=2,
            title="Praktijken",
            starts_at=time(13, 20),
            speaker=person,
            locale=page.locale,
        ),
    ]
    page.speaker_rows = [SessionSpeaker(person=person)]
    page.organisation_rows = [SessionOrganisation(organisation=organisation)]
    page.cop_term_rows = [TermRow(tag=theme())]
    page.save()
    return fresh(page)


def theme(code: str = "human-capital") -> Any:
    """A term of the vocabulary of themes, with a name in both languages."""
    vocabulary, _ = Vocabulary.objects.get_or_create(code="theme")
    term = Term.objects.filter(vocabulary=vocabulary, code=code).first()
    if term is None:
        term = Term(vocabulary=vocabulary, code=code)
        term.full_clean(validate_unique=False)
        term.save()
        TermLabel.objects.create(term=term, language="nl", label=f"Thema {code}")
        TermLabel.objects.create(term=term, language="en", label=f"Theme {code}")
    return term


def translate(page: Any, language: str = "en", live: bool = True, **fields: Any) -> Any:
    """A translation as simple_translation makes one; its parents are translated along."""
    home(language)
    parent = page.get_parent()
    if not parent.has_translation(locale(language)):
        translate(parent.specific, language)
    copy = page.copy_for_translation(locale(language))
    for name, value in fields.items():
        setattr(copy, name, value)
    revision = copy.save_revision()
    if live:
        revision.publish()
    return fresh(copy)


def publish(page: Any, **fields: Any) -> Any:
    """Change a page as the editor does: a draft, and then its publication."""
    draft = page.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision().publish()
    return fresh(page)


def fresh(page: Any) -> Any:
    """The stored row, read again."""
    return type(page).objects.get(pk=page.pk)
