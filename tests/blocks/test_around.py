"""What stands around any page is read in one statement, whoever shows a part of it."""

from collections.abc import Iterator

import pytest
from django.db.models import Q
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from cop_blocks import around
from cop_blocks.around import know_locale, pages_around, read_along, speaks_its_language
from cop_blocks.contact import site_links
from cop_blocks.feeds import lists_with_feeds
from cop_blocks.languages import language_links
from cop_blocks.reach import home_paths
from tests.blocks.site_factories import (
    home,
    made_private,
    page_below,
    request_for,
    site_settings,
    translated,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def menu(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A host's own menu, read along."""
    monkeypatch.setattr(around, "_along", dict(around._along))
    read_along("menu", lambda request: Q(show_in_menus=True))
    yield


def titles(request: object, key: object = None) -> list[str]:
    return [page.title for page in pages_around(request, key)]  # type: ignore[arg-type]


def test_every_language_of_the_home_and_of_the_page_is_there_and_the_readers_menu(
    menu: None,
) -> None:
    dutch_home = home()
    english_home = translated(dutch_home)
    page = page_below(dutch_home, "Regeling")
    translated(page, title="Scheme")
    page_below(dutch_home, "In het menu", show_in_menus=True)
    page_below(english_home, "In the menu", show_in_menus=True)
    page_below(dutch_home, "Elders")
    request = request_for()
    key = page.translation_key
    assert titles(request, key) == ["Thuis", "Regeling", "In het menu", "Thuis (en)", "Scheme"]
    with override("en"):
        assert titles(request, key) == ["Thuis", "Regeling", "Thuis (en)", "Scheme", "In the menu"]


def test_nothing_that_a_visitor_may_not_see_is_there(menu: None) -> None:
    dutch_home = home()
    page_below(dutch_home, "Concept", live=False, show_in_menus=True)
    private = made_private(page_below(dutch_home, "Besloten", show_in_menus=True))
    page_below(private, "Daaronder", show_in_menus=True)
    assert titles(request_for(), private.translation_key) == ["Thuis"]


def test_whoever_asks_shares_one_statement(
    menu: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    dutch_home = home()
    translated(dutch_home)
    page = page_below(dutch_home, "Contact")
    site_settings(contact_page=page, privacy_page=page_below(dutch_home, "Privacy"))
    # Wagtail and Django remember the roots of sites and types of content.
    assert len(language_links(page, request_for())) == 2
    request = request_for()
    # The site, its setting, the pages.
    with django_assert_num_queries(3):
        know_locale(page, request)
        assert page.locale.language_code == "nl"
        assert [link.code for link in language_links(page, request)] == ["nl", "en"]
        links = site_links(request)
        assert (links.contact.title, links.privacy.title) == ("Contact", "Privacy")  # type: ignore[union-attr]
        assert home_paths(request) == {"nl": dutch_home.path, "en": home_paths(request)["en"]}
        assert lists_with_feeds(request) == {}


def test_another_page_is_asked_for_by_itself(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    dutch_home = home()
    first, second = page_below(dutch_home, "Een"), page_below(dutch_home, "Twee")
    request = request_for()
    assert titles(request, first.translation_key) == ["Thuis", "Een"]
    assert titles(request, second.translation_key) == ["Thuis", "Twee"]
    with django_assert_num_queries(0):
        assert titles(request) == ["Thuis", "Twee"]


def test_an_alias_in_another_language_does_not_speak_it() -> None:
    dutch_home = home()
    english_home = translated(dutch_home)
    page = page_below(dutch_home, "Regeling")
    page.copy_for_translation(english_home.locale, alias=True)
    speaking = {
        (each.title, each.locale.language_code): speaks_its_language(each)
        for each in pages_around(request_for(), page.translation_key)
    }
    assert speaking["Regeling", "nl"]
    assert not speaking["Regeling", "en"]


def test_without_a_site_there_is_nothing() -> None:
    request = request_for()
    assert titles(request) == []
