"""The sitemap lists every live, public page in every language, and no other."""

import re

import pytest
from django.test import Client
from lxml import etree
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


SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def test_it_is_written_as_the_protocol_says(client: Client) -> None:
    """Elements, their order and their values, as sitemaps.org and Google's extension have them."""
    dutch_home = home()
    translated(dutch_home)
    contact = page_below(dutch_home, "Contact & meer")
    translated(contact)
    for page in (dutch_home, contact):
        page.save_revision().publish()
    answer = client.get("/sitemap.xml", headers={"host": "localhost"})
    assert answer["Content-Type"] == "application/xml"
    root = etree.fromstring(answer.content)
    assert root.tag == f"{SITEMAP}urlset"
    assert len(root) == 4
    for url in root:
        location, lastmod, *links = url
        assert [url.tag, location.tag, lastmod.tag] == [
            f"{SITEMAP}{name}" for name in ("url", "loc", "lastmod")
        ]
        assert location.text.startswith("http://localhost/")
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", lastmod.text)
        assert {link.tag for link in links} == {f"{XHTML}link"}
        assert {link.get("rel") for link in links} == {"alternate"}


def versions(client: Client) -> dict[str, dict[str, str]]:
    root = etree.fromstring(client.get("/sitemap.xml", headers={"host": "localhost"}).content)
    cut = len("http://localhost")
    return {
        url.findtext(f"{SITEMAP}loc")[cut:]: {
            link.get("hreflang"): link.get("href")[cut:] for link in url.iter(f"{XHTML}link")
        }
        for url in root
    }


def test_each_version_names_all_versions_and_the_one_for_any_other_reader(client: Client) -> None:
    dutch_home = home()
    translated(dutch_home)
    contact = page_below(dutch_home, "Contact")
    translated(contact, slug="contact-us")
    page_below(dutch_home, "Alleen hier")
    of_home = {"nl": "/nl/", "en": "/en/", "x-default": "/nl/"}
    of_contact = {"nl": "/nl/contact/", "en": "/en/contact-us/", "x-default": "/nl/contact/"}
    assert versions(client) == {
        "/nl/": of_home,
        "/en/": of_home,
        "/nl/contact/": of_contact,
        "/en/contact-us/": of_contact,
        "/nl/alleen-hier/": {},
    }


def test_a_version_that_is_not_public_is_not_named(client: Client) -> None:
    dutch_home = home()
    translated(dutch_home)
    contact = page_below(dutch_home, "Contact")
    made_private(translated(contact, slug="geheim"))
    assert versions(client)["/nl/contact/"] == {}


@pytest.mark.parametrize("number", [1, 12])
def test_the_number_of_queries_does_not_depend_on_the_number_of_pages(
    client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    dutch_home = home()
    translated(dutch_home)
    for i in range(number):
        page_below(dutch_home, f"Pagina {i}")
    with django_assert_num_queries(9):
        assert len(addresses(client)) == number + 2
