"""What search engines read of each kind of page: extracted by extruct, held to schema.org."""

import importlib
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import extruct
import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Site

from cop_blocks.models import Organisation, OrganisationIndexPage, SiteSettings
from cop_catalog.models import GoodPracticeIndexPage, GoodPracticeOrganisation
from cop_events.models import SessionIndexPage
from cop_search import outbox
from cop_search.models import SearchPage
from tests.catalog import factories
from tests.events import factories as events
from tests.site import fresh

pytestmark = pytest.mark.django_db

SCHEMA: Any = importlib.import_module("msgspec_schemaorg.models")


@pytest.fixture
def home() -> Any:
    """One page of each kind, organised by somebody."""
    home = fresh.home()
    theme = factories.make_term("theme", "digitalisation", "Digitalisering")
    region = factories.make_term("region", "haaglanden", "Haaglanden")
    support = factories.make_index(home, title="Steun", slug="steun")
    factories.make_index(home, SearchPage, title="Zoeken", slug="zoeken")
    factories.make_index(home, OrganisationIndexPage, title="Wie", slug="wie")
    factories.make_initiative(support, "Krediet", terms=[theme, region], providers=["Bank"])
    practices = factories.make_index(home, GoodPracticeIndexPage, title="P", slug="praktijken")
    practice = factories.make_practice(practices, "Zo ging het", terms=[theme])
    bank = Organisation.objects.get(name="Bank")
    practice.organisation_rows = [GoodPracticeOrganisation(organisation=bank)]
    practice.save_revision().publish()
    series = factories.make_index(home, SessionIndexPage, title="S", slug="sessies")
    events.full_session(
        series, title="Mensen", mode="hybrid", start_date=timezone.localdate() + timedelta(9)
    )
    organiser = Organisation.objects.create(name="Gemeenschap", website="https://example.org/")
    SiteSettings.objects.create(site=Site.objects.get(is_default_site=True), organiser=organiser)
    return home


PAGES = {
    "/nl/": {"WebSite"},
    "/nl/steun/": {"BreadcrumbList", "ItemList"},
    "/nl/steun/krediet/": {"BreadcrumbList", "Service"},
    "/nl/praktijken/zo-ging-het/": {"BreadcrumbList", "Article"},
    "/nl/sessies/mensen/": {"BreadcrumbList", "Event"},
    "/nl/wie/bank/": {"BreadcrumbList", "Organization"},
    "/nl/zoeken/?q=krediet": {"BreadcrumbList"},
}
#: What search engines ask of a type before they show it.
NEEDED = {
    "Event": {"name", "startDate", "location", "eventStatus", "eventAttendanceMode"},
    "Article": {"headline", "author", "datePublished", "dateModified", "image"},
    "WebSite": {"name", "url", "potentialAction", "publisher"},
    "BreadcrumbList": {"itemListElement"},
    "ItemList": {"itemListElement"},
    "ListItem": {"position", "name"},
    "Service": {"name", "provider", "areaServed"},
    "Organization": {"name"},
}


def documents(path: str) -> list[dict[str, Any]]:
    outbox.work_off()
    Site.clear_site_root_paths_cache()
    answer = Client(headers={"host": "localhost"}).get(path)
    assert answer.status_code == 200
    found = extruct.extract(answer.content.decode(), syntaxes=["json-ld"], errors="strict")
    read: list[dict[str, Any]] = found["json-ld"]
    return read


def things(value: Any) -> Iterator[dict[str, Any]]:
    """Everything with a type in a document, from the outside in."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from things(inner)
    if isinstance(value, list):
        for inner in value:
            yield from things(inner)


@pytest.mark.parametrize("path", PAGES)
def test_each_kind_of_page_says_what_it_is(home: Any, path: str) -> None:
    read = documents(path)
    assert {document["@type"] for document in read} == PAGES[path]
    assert {document["@context"] for document in read} == {"https://schema.org"}


@pytest.mark.parametrize("path", PAGES)
def test_every_property_is_one_of_its_type(home: Any, path: str) -> None:
    for thing in things(documents(path)):
        known = {*getattr(SCHEMA, thing["@type"]).__struct_encode_fields__, "query-input"}
        assert set(thing) - known == set(), thing["@type"]
        assert NEEDED.get(thing["@type"], set()) - set(thing) == set()


def test_the_home_page_says_whose_site_it_is_and_how_to_search_it(home: Any) -> None:
    (site,) = documents("/nl/")
    assert site["name"] == "Samen voor het mkb"
    assert site["publisher"]["name"] == "Gemeenschap"
    template = site["potentialAction"]["target"]["urlTemplate"]
    assert template == "http://localhost/nl/zoeken/?q={search_term_string}"


def test_a_list_names_what_stands_in_it_with_whole_addresses(home: Any) -> None:
    (listed,) = (each for each in documents("/nl/steun/") if each["@type"] == "ItemList")
    assert listed["itemListElement"] == [
        {
            "@type": "ListItem",
            "position": 1,
            "name": "Krediet",
            "url": "http://localhost/nl/steun/krediet/",
        }
    ]


def test_a_session_without_a_day_is_no_event(home: Any) -> None:
    series = SessionIndexPage.objects.get()
    events.session(series, title="Ooit", precision="month")
    assert {each["@type"] for each in documents("/nl/sessies/ooit/")} == {"BreadcrumbList"}
