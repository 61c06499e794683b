"""“9 more in Dutch”: what a thin list says of the other languages of the site."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction, Site

from cop_catalog.models import ThemeIndexPage
from cop_search import outbox
from cop_search.models import SearchPage
from tests.catalog import factories
from tests.site import fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Any:
    """Two languages with the same lists; what is made on it is Dutch."""
    home = fresh.home()
    made = [
        factories.make_index(home, title="Steun", slug="steun"),
        factories.make_index(home, ThemeIndexPage, title="T", slug="t"),
        factories.make_index(home, SearchPage, title="Zoek", slug="zoek"),
    ]
    theme = factories.make_term("theme", "digitalisation", "Digitalisering", "Digitalisation")
    made.append(factories.make_theme(made[1], theme, "Digitaal"))
    home.steun, home.theme = made[0], theme
    for page in (home, *made):
        fresh.translated(page)
    return home


def text(path: str) -> str:
    outbox.work_off()
    Site.clear_site_root_paths_cache()
    answer = Client(headers={"host": "localhost"}).get(path)
    assert answer.status_code == 200, path
    return " ".join(answer.content.decode().split())


def link(path: str, words: str, language: str = "nl") -> str:
    return f'<a href="{path}" hreflang="{language}">{words}</a>'


def dutch(home: Any, *titles: str) -> list[Any]:
    return [factories.make_initiative(home.steun, title, terms=[home.theme]) for title in titles]


TITLES = ("Krediet een", "Krediet twee", "Advies drie", "Advies vier")


@pytest.mark.parametrize(
    ("asked", "there", "words"),
    [
        ("/en/steun/", "/nl/steun/", "4 more in Dutch"),
        ("/en/steun/?theme=digitalisation", "/nl/steun/?theme=digitalisation", "4 more in Dutch"),
        ("/en/steun/?q=krediet", "/nl/steun/?q=krediet", "2 more in Dutch"),
        ("/en/zoek/?q=advies", "/nl/zoek/?q=advies", "2 more in Dutch"),
        ("/en/t/digitaal/", "/nl/t/digitaal/", "4 more in Dutch"),
        ("/en/t/digitaal/?q=advies", "/nl/t/digitaal/?q=advies", "2 more in Dutch"),
    ],
)
def test_an_empty_list_leads_to_the_same_question_in_the_other_language(
    home: Any, asked: str, there: str, words: str
) -> None:
    dutch(home, *TITLES)
    assert link(there, words) in text(asked)


def test_it_is_said_in_the_readers_language(home: Any) -> None:
    (page,) = dutch(home, "Krediet")
    english = fresh.translated(page)
    page.unpublish()
    assert english.live
    assert link("/en/steun/", "Nog 1 in het Engels", "en") in text("/nl/steun/")


def test_what_is_translated_already_is_not_counted_again(home: Any) -> None:
    first, *_ = dutch(home, *TITLES)
    fresh.translated(first)
    assert link("/nl/steun/", "3 more in Dutch") in text("/en/steun/")
    assert "cop-elsewhere" not in text("/nl/steun/")


def test_a_list_that_is_long_enough_says_nothing(home: Any) -> None:
    for page in dutch(home, *TITLES)[:3]:
        fresh.translated(page)
    assert "cop-elsewhere" not in text("/en/steun/")


def test_where_the_other_language_has_nothing_more_nothing_is_said(home: Any) -> None:
    assert "cop-elsewhere" not in text("/en/steun/")
    assert "cop-elsewhere" not in text("/nl/t/digitaal/")


@pytest.mark.parametrize("hide", ["unpublish", "private", "draft"])
def test_what_nobody_may_see_is_not_counted(home: Any, hide: str) -> None:
    page = factories.make_initiative(home.steun, "Geheim", live=hide != "draft")
    if hide == "unpublish":
        page.unpublish()
    if hide == "private":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert "cop-elsewhere" not in text("/en/steun/")


def test_a_list_without_a_translation_is_not_linked_to(home: Any) -> None:
    dutch(home, *TITLES)
    home.steun.unpublish()
    assert "cop-elsewhere" not in text("/en/steun/")


def test_it_costs_the_same_however_many_there_are_and_nothing_for_a_long_list(home: Any) -> None:
    def cost() -> int:
        text("/en/steun/")
        with CaptureQueriesContext(connection) as captured:
            text("/en/steun/")
        return len(captured)

    pages = dutch(home, "Krediet")
    with_one = cost()
    pages += dutch(home, *TITLES)
    assert cost() == with_one
    for page in pages:
        fresh.translated(page)
    assert cost() < with_one
