"""The language switcher, ``hreflang``, and the language of an address."""

from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries, Settings

from cop_blocks.languages import alternates, content_language, language_links, own_name
from tests.blocks.site_factories import (
    home,
    locale,
    made_private,
    page_below,
    request_for,
    translated,
)

pytestmark = pytest.mark.django_db


def switcher(page: Any, language: str = "nl") -> list[tuple[str, str, bool]]:
    with override(language):
        links = language_links(page, request_for())
    return [(link.code, link.url, link.is_current) for link in links]


def test_the_switcher_leads_to_the_translation_of_the_page() -> None:
    dutch_home = home()
    translated(dutch_home)
    contact = page_below(dutch_home, "Contact")
    translated(contact, slug="contact-us")
    assert switcher(contact) == [
        ("nl", "/nl/contact/", True),
        ("en", "/en/contact-us/", False),
    ]
    assert switcher(contact, "en")[1] == ("en", "/en/contact-us/", True)


def test_without_a_translation_it_leads_to_the_home_page_of_the_language() -> None:
    dutch_home = home()
    translated(dutch_home)
    contact = page_below(dutch_home, "Contact")
    assert switcher(contact) == [("nl", "/nl/contact/", True), ("en", "/en/", False)]


@pytest.mark.parametrize("how", ["draft", "private"])
def test_a_translation_that_is_not_public_is_no_translation(how: str) -> None:
    dutch_home = home()
    translated(dutch_home)
    contact = page_below(dutch_home, "Contact")
    english = translated(contact, live=how != "draft")
    if how == "private":
        made_private(english)
    assert switcher(contact) == [("nl", "/nl/contact/", True), ("en", "/en/", False)]
    assert alternates(contact, request_for()) == []


def test_a_language_without_a_live_home_page_is_not_offered() -> None:
    dutch_home = home()
    translated(dutch_home, live=False)
    assert switcher(dutch_home) == [("nl", "/nl/", True)]


def test_an_address_without_a_page_has_the_home_pages() -> None:
    translated(home())
    assert switcher(None) == [("nl", "/nl/", True), ("en", "/en/", False)]


def test_languages_name_themselves() -> None:
    assert [own_name(code) for code in ("nl", "en")] == ["Nederlands", "English"]


def test_a_variant_of_a_language_reads_the_content_of_that_language() -> None:
    assert content_language("en-gb") == "en"


def test_a_language_without_content_reads_the_default_language() -> None:
    assert [content_language(code) for code in ("fr", None, "", "x" * 1000)] == ["nl"] * 4


def test_a_host_in_one_language_has_no_switcher(settings: Settings) -> None:
    settings.WAGTAIL_I18N_ENABLED = False
    assert switcher(home()) == []


def test_the_languages_are_asked_for_once_a_request(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    dutch_home = home()
    translated(dutch_home)
    request = request_for()
    language_links(dutch_home, request)
    with django_assert_num_queries(0):
        language_links(dutch_home, request)
        alternates(dutch_home, request)


def test_a_page_names_its_translations_with_whole_addresses(client: Client) -> None:
    dutch_home = home()
    translated(dutch_home)
    page = client.get("/en/", headers={"host": "localhost"}).content.decode()
    assert '<link rel="alternate" hreflang="nl" href="http://localhost/nl/">' in page
    assert '<link rel="alternate" hreflang="en" href="http://localhost/en/">' in page


def test_a_language_without_pages_does_not_serve_those_of_another(client: Client) -> None:
    """Wagtail falls back to the Dutch tree below /en/ as long as there is no English one."""
    page_below(home(), "Contact")
    answer = client.get("/en/contact/?about=1", headers={"host": "localhost"})
    assert (answer.status_code, answer["Location"]) == (302, "/nl/contact/?about=1")
    answer = client.get("/nl/contact/", headers={"host": "localhost"})
    assert answer.status_code == 200
    assert '<html lang="nl">' in answer.content.decode()


def test_an_alias_in_another_language_leads_to_the_page_itself(
    client: Client, settings: Any
) -> None:
    settings.COP_TRANSLATION_NOT_YET = False
    dutch_home = home()
    translated(dutch_home)
    contact = page_below(dutch_home, "Contact")
    contact.copy_for_translation(locale("en"), alias=True)
    answer = client.get("/en/contact/", headers={"host": "localhost"})
    assert (answer.status_code, answer["Location"]) == (302, "/nl/contact/")


def test_an_alias_in_its_own_language_is_served(client: Client) -> None:
    dutch_home = home()
    contact = page_below(dutch_home, "Contact")
    contact.create_alias(update_slug="reach-us")
    assert client.get("/nl/reach-us/", headers={"host": "localhost"}).status_code == 200


def test_a_host_without_prefixes_serves_its_pages_in_any_language(
    client: Client, settings: Settings
) -> None:
    settings.WAGTAIL_I18N_ENABLED = False
    page_below(home(), "Contact")
    assert client.get("/nl/contact/", headers={"host": "localhost"}).status_code == 200
