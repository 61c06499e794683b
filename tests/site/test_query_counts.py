"""What the lists of the whole site cost: the same, whatever stands in them and around them."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, Site

from cop_blocks.models import SiteSettings, Vocabulary, VocabularyLabel
from cop_catalog.models import GoodPracticeIndexPage, InitiativeIndexPage, ThemeIndexPage
from cop_events.models import SessionIndexPage
from cop_search import outbox
from cop_search.models import SearchPage
from tests.catalog import factories
from tests.events import factories as events
from tests.site import fresh

pytestmark = pytest.mark.django_db

MOST = 25
#: Of a list with filters, with words in the address or without; ten are Wagtail's way to a page
#: and what stands around it on the reference site.
MOST_OF_A_LIST = 15
LANGUAGES = [(code, code) for code in ("nl", "en", "de", "fr", "es", "it", "pl", "da", "sv", "fi")]
LISTS = ("", "series/", "catalogue/", "practices/", "themes/", "themes/digitalisering/", "search/")


@pytest.fixture
def home() -> Any:
    home = fresh.home()
    for slug, model in (
        ("series", SessionIndexPage),
        ("catalogue", InitiativeIndexPage),
        ("practices", GoodPracticeIndexPage),
        ("themes", ThemeIndexPage),
        ("search", SearchPage),
    ):
        factories.make_index(home, model, title=slug, slug=slug)
    digital = factories.make_term("theme", "digitalisation", "Digitalisering")
    factories.make_theme(child(home, "themes"), digital)
    home.body = [
        ("session_line", {"heading": "Lijn"}),
        ("initiatives", {"heading": "Nieuw", "number": 6}),
        ("themes", {"heading": "Thema's"}),
    ]
    home.save()
    return home


def child(home: Any, slug: str) -> Any:
    return Page.objects.child_of(home).get(slug=slug).specific


def fill(home: Any, numbers: range) -> None:
    """Items with everything that a card shows, each with organisations of its own."""
    theme = factories.make_term("theme", "digitalisation")
    for number in numbers:
        initiative = factories.make_initiative(
            child(home, "catalogue"),
            f"Voorbeeld {number}",
            terms=[theme],
            providers=[f"Loket {number}", f"Fonds {number}"],
        )
        session = events.full_session(
            child(home, "series"),
            title=f"Sessie {number}",
            start_date=timezone.localdate() + timedelta(number + 1),
        )
        session.cop_term_rows = [factories.TermRow(tag=theme)]
        session.save()
        factories.make_practice(
            child(home, "practices"),
            f"Praktijk {number}",
            terms=[theme],
            initiatives=[initiative],
            sessions=[session],
        )


def surround(home: Any) -> None:
    """Five times the vocabularies, each with its name, and languages; and pages in the foot."""
    SiteSettings.objects.create(
        site=Site.objects.get(),
        contact_page=child(home, "series"),
        about_page=child(home, "themes"),
    )
    for number in range(5):
        for term in range(5):
            factories.make_term(f"vocabulary-{number}", f"term-{number}-{term}")
    for vocabulary in Vocabulary.objects.exclude(labels__language="nl"):
        VocabularyLabel.objects.create(vocabulary=vocabulary, language="nl", label="Naam")
    for code, _ in LANGUAGES[2:]:
        fresh.translated(home, code)


def costs(path: str) -> int:
    outbox.work_off()
    client = Client(headers={"host": "localhost"})
    Site.clear_site_root_paths_cache()
    client.get(f"/nl/{path}")
    with CaptureQueriesContext(connection) as captured:
        assert client.get(f"/nl/{path}").status_code == 200
    return len(captured)


def test_a_full_page_costs_no_more_than_one_item(home: Any, settings: Any) -> None:
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
    fresh.translated(home)
    fill(home, range(1))
    with_one = {path: costs(path) for path in LISTS}

    fill(home, range(1, 22))
    surround(home)

    with_many = {path: costs(path) for path in LISTS}

    # A list of next to nothing also asks how much there is in other languages.
    assert {path: cost for path, cost in with_many.items() if cost > with_one[path]} == {}
    assert {path: cost for path, cost in with_one.items() if cost > MOST} == {}


ASKED = ("", "?q=voorbeeld", "?q=voorbeeld&theme=digitalisation", "?theme=digitalisation&sort=date")


def test_whatever_is_asked_of_a_list_costs_little(home: Any, settings: Any) -> None:
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
    fresh.translated(home)
    fill(home, range(4))
    surround(home)
    cost = {
        f"{path}{asked}": costs(f"{path}{asked}")
        for path in ("search/", "catalogue/")
        for asked in ASKED
    }
    assert {path: number for path, number in cost.items() if number > MOST_OF_A_LIST} == {}
