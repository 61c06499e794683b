"""Pages are read for the index in a number of statements that does not grow with them."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.documents import get_document_model
from wagtail.models import Collection, Site, get_page_models

from cop_blocks.models import InformationPage, Organisation, OrganisationIndexPage, Person
from cop_catalog.models import (
    GoodPracticeIndexPage,
    GoodPracticeOrganisation,
    GoodPracticePage,
    InitiativeIndexPage,
    InitiativeOrganisation,
    InitiativePage,
    ThemeIndexPage,
    ThemePage,
)
from cop_events.models import (
    SessionIndexPage,
    SessionOrganisation,
    SessionPage,
    SessionProgrammeItem,
    SessionQuestion,
    SessionSpeaker,
)
from cop_search import index
from tests.hosts.hostpages.models import EventPage
from tests.search import factories


def person(number):
    return Person.objects.create(name=f"Persoon {number}")


def organisation(number):
    return Organisation.objects.create(name=f"Organisatie {number}")


def body(number):
    """What a page shows by its key alone: somebody, and something to download."""
    leaflet = get_document_model().objects.create(
        title=f"Folder {number}", file=ContentFile(b"x", name="x.pdf")
    )
    return [
        ("heading", {"text": f"Kop {number}", "level": "h2"}),
        ("contact_person", {"person": person(number), "about": ""}),
        ("documents", {"items": [{"document": leaflet, "title": ""}]}),
    ]


def session(number, locale):
    speakers = [SessionSpeaker(person=person(number))]
    programme = [
        SessionProgrammeItem(
            title="Welkom", speaker=person(number), second_speaker=person(number), locale=locale
        )
    ]
    return {
        "precision": "month",
        "start_date": date(2026, 9, 1),
        "speaker_rows": speakers,
        "programme_rows": programme,
        "question_rows": [SessionQuestion(text="Waarom?", locale=locale)],
        "organisation_rows": [SessionOrganisation(organisation=organisation(number))],
        "body": body(number),
    }


def initiative(number, locale):
    row = InitiativeOrganisation(organisation=organisation(number))
    return {
        "summary": "Geld.",
        "organisation_rows": [row],
        "contact": person(number),
        "body": body(number),
    }


def practice(number, locale):
    row = GoodPracticeOrganisation(organisation=organisation(number))
    return {"summary": "Gedaan.", "organisation_rows": [row], "body": body(number)}


PAGES = {
    InformationPage: lambda number, locale: {"introduction": "Over ons.", "body": body(number)},
    InitiativePage: initiative,
    GoodPracticePage: practice,
    ThemePage: lambda number, locale: {"introduction": "Een thema.", "body": body(number)},
    SessionPage: session,
    SessionIndexPage: lambda number, locale: {},
    InitiativeIndexPage: lambda number, locale: {},
    GoodPracticeIndexPage: lambda number, locale: {},
    ThemeIndexPage: lambda number, locale: {},
    OrganisationIndexPage: lambda number, locale: {},
    # Of a host, of which no app says anything.
    EventPage: lambda number, locale: {
        "intro": "<p>Kom ook.</p>",
        "story": [("heading", "Kop"), ("tip", {"text": "Neem de trein."})],
    },
}


@pytest.mark.parametrize("model", PAGES, ids=lambda model: model.__name__)
def test_many_pages_are_read_in_as_many_statements_as_one(site, model):
    Collection.get_first_root_node() or Collection.add_root(name="Root")
    made = [
        factories.page(
            site.home,
            f"Bladzijde {number}",
            model=model,
            terms=["theme.circular", "region.delft"],
            **PAGES[model](number, site.home.locale),
        ).pk
        for number in range(4)
    ]
    Site.get_site_root_paths()
    counts = []
    for ids in (made[:1], made):
        with CaptureQueriesContext(connection) as captured:
            now = index.read(ids)
        assert (sorted(now.drafts), now.failed) == (ids, frozenset())
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_every_page_type_of_ours_is_read_so():
    """A new one is added above."""
    ours = ("cop_blocks", "cop_events", "cop_catalog")
    found = {model for model in get_page_models() if model._meta.app_label in ours}
    assert found == {*PAGES} - {EventPage}
