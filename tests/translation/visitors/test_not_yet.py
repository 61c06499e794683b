"""Who asks for a page that is not there in their language is told where it can be read."""

from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site

from cop_blocks.models import InformationPage
from cop_blocks.translation import checks
from tests.hosts.hostpages.models import NotePage
from tests.rights import words
from tests.site import fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> Any:
    """Two homes, and a Dutch page of ours and of the host's that no other language has."""
    home = fresh.home()
    english = fresh.translated(home)
    made = InformationPage(title="Over ons", slug="over-ons", locale=home.locale)
    home.add_child(instance=made)
    Site.clear_site_root_paths_cache()
    return SimpleNamespace(home=home, english=english, dutch=made)


def get(path: str, **headers: str) -> Any:
    return Client(headers={"host": "localhost", "accept": "text/html", **headers}).get(path)


def told(path: str) -> list[tuple[str, str, str, str]]:
    """The links that the visitor is given: address, text, and the languages that they are marked
    with."""
    response = get(path)
    assert (response.status_code, response.headers.get("X-Robots-Tag")) == (404, "noindex"), path
    page = BeautifulSoup(response.content, "html.parser")
    assert words(page.h1) == "This page is not available in English yet"
    assert page.html["lang"] == "en"
    assert [tag["content"] for tag in page.select("meta[name=robots]")] == ["noindex"]
    return [
        (link["href"], words(link), link["lang"], link["hreflang"])
        for link in page.select(".cop-article .cop-links a")
    ]


DUTCH = [("/nl/over-ons/", "Over ons (Nederlands)", "nl", "nl")]


def test_an_address_that_only_the_other_language_has(world: Any) -> None:
    assert told("/en/over-ons/") == DUTCH


def test_a_draft_that_is_being_translated_is_not_shown_but_its_original_is(world: Any) -> None:
    draft = world.dutch.copy_for_translation(world.english.locale)
    Page.objects.filter(pk=draft.pk).update(slug="about-us", title="About us")
    draft.refresh_from_db()
    draft.set_url_path(world.english)
    draft.save()
    assert told("/en/about-us/") == DUTCH


@pytest.mark.parametrize("model", [InformationPage, NotePage])
def test_an_alias_does_not_show_the_text_of_another_language(world: Any, model: Any) -> None:
    """Whoever's page type it is."""
    page = model(title="Nieuws", slug="nieuws", locale=world.home.locale)
    world.home.add_child(instance=page)
    page.copy_for_translation(world.english.locale, alias=True)
    assert told("/en/nieuws/") == [("/nl/nieuws/", "Nieuws (Nederlands)", "nl", "nl")]


def test_it_is_said_in_the_language_that_was_asked_for(world: Any) -> None:
    made = InformationPage(title="News", slug="news", locale=world.english.locale)
    world.english.add_child(instance=made)
    page = BeautifulSoup(get("/nl/news/").content, "html.parser")
    assert words(page.h1) == "Deze pagina is er nog niet in het Nederlands"
    assert words(page.select_one(".cop-article .cop-links")) == "News (English)"


@pytest.mark.parametrize("hide", ["private", "unpublish", "private parent"])
def test_what_nobody_may_see_is_not_told(world: Any, hide: str) -> None:
    if hide == "unpublish":
        world.dutch.unpublish()
    else:
        hidden = world.dutch if hide == "private" else world.home
        PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    response = get("/en/over-ons/")
    assert (response.status_code, b"Over ons" in response.content) == (404, False)


def test_what_is_nowhere_stays_not_found(world: Any) -> None:
    response = get("/en/nergens/")
    assert response.status_code == 404
    assert b"not available in English" not in response.content


def test_a_page_that_is_there_is_served(world: Any) -> None:
    world.dutch.copy_for_translation(world.english.locale)
    english = InformationPage.objects.get(locale=world.english.locale)
    english.save_revision().publish()
    assert get("/en/over-ons/").status_code == 200


def test_a_redirect_that_an_editor_made_goes_first(world: Any) -> None:
    Redirect.objects.create(old_path="/en/over-ons", redirect_link="/en/", is_permanent=False)
    assert get("/en/over-ons/").status_code == 302


def test_a_site_does_not_tell_of_the_pages_of_another(world: Any) -> None:
    other = Page.get_first_root_node().add_child(
        instance=InformationPage(title="Ander", slug="ander", locale=world.home.locale)
    )
    Site.objects.create(hostname="ander.example", root_page=other)
    other.add_child(instance=InformationPage(title="Daar", slug="daar", locale=world.home.locale))
    Site.clear_site_root_paths_cache()
    assert b"Daar" not in get("/en/daar/").content
    assert b"Over ons" not in get("/en/over-ons/", host="ander.example").content


@pytest.mark.parametrize(
    "headers", [{"accept": "application/json"}, {"hx-request": "true"}], ids=["data", "a script"]
)
def test_only_who_reads_pages_is_told(world: Any, headers: dict[str, str]) -> None:
    response = get("/en/over-ons/", **headers)
    assert (response.status_code, b"Over ons" in response.content) == (404, False)


def test_a_site_may_switch_it_off(world: Any, settings: Any) -> None:
    settings.COP_TRANSLATION_NOT_YET = False
    world.dutch.copy_for_translation(world.english.locale, alias=True)
    # As without this app: ours lead to the original.
    response = get("/en/over-ons/")
    assert (response.status_code, response["Location"]) == (302, "/nl/over-ons/")
    assert b"not available in English" not in get("/en/nergens/").content


def test_it_costs_the_same_however_deep_and_many_the_pages_are(world: Any) -> None:
    def cost(path: str) -> int:
        told(path)
        with CaptureQueriesContext(connection) as captured:
            told(path)
        return len(captured)

    before = cost("/en/over-ons/")
    for number in range(3):
        world.dutch.add_child(
            instance=InformationPage(title=f"{number}", slug=f"n{number}", locale=world.home.locale)
        )
    assert cost("/en/over-ons/n1/") == before


def test_a_site_without_the_middleware_is_told(settings: Any) -> None:
    assert checks.check_not_yet() == []
    settings.MIDDLEWARE = [
        name for name in settings.MIDDLEWARE if name != checks.NOT_YET_MIDDLEWARE
    ]
    assert [each.id for each in checks.check_not_yet()] == ["cop_translation.W050"]
    settings.COP_TRANSLATION_NOT_YET = False
    assert checks.check_not_yet() == []
