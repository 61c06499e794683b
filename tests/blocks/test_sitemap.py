"""The sitemap lists every live, public page in every language, and no other."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.blocks.site_factories import home, locale, made_private, page_below, translated

pytestmark = pytest.mark.django_db


def addresses(client: Client) -> list[str]:
    answer = client.get("/sitemap.xml", headers={"host": "localhost"})
    assert answer.status_code == 200
    return re.findall("<loc>http://localhost(.*?)</loc>", answer.content.decode())


def test_pages_of_all_languages_are_listed(client: Client) -> None:
    dutch_home = home()
    translated(dutch_home)
    contact = page_below(dutch_home, "Contact")
    translated(contact, slug="contact-us")
    assert addresses(client) == ["/nl/", "/nl/contact/", "/en/", "/en/contact-us/"]


def test_what_is_not_public_is_not_listed(client: Client) -> None:
    """Drafts, private pages and what is below them, also where only one language is private."""
    dutch_home = home()
    translated(dutch_home)
    page_below(dutch_home, "Concept", live=False)
    parent = made_private(page_below(dutch_home, "Besloten"))
    page_below(parent, "Kind van besloten")
    in_dutch = page_below(dutch_home, "Besloten in het Nederlands")
    translated(in_dutch, slug="open-in-english")
    made_private(in_dutch)
    assert addresses(client) == ["/nl/", "/en/", "/en/open-in-english/"]


def test_aliases_are_not_listed(client: Client) -> None:
    dutch_home = home()
    translated(dutch_home)
    contact = page_below(dutch_home, "Contact")
    contact.copy_for_translation(locale("en"), alias=True)
    assert addresses(client) == ["/nl/", "/nl/contact/", "/en/"]


@pytest.mark.parametrize("number", [1, 12])
def test_the_number_of_queries_does_not_depend_on_the_number_of_pages(
    client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    dutch_home = home()
    translated(dutch_home)
    for i in range(number):
        page_below(dutch_home, f"Pagina {i}")
    with django_assert_num_queries(8):
        assert len(addresses(client)) == number + 2
