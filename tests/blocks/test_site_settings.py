"""Where questions go, and what the foot of every page links to."""

import pytest
from django.test import Client
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from cop_blocks.contact import ask_address, asked_about, site_links
from cop_blocks.models import Organisation, SiteSettings
from tests.blocks.site_factories import (
    home,
    made_private,
    page_below,
    request_for,
    site_settings,
    translated,
)

pytestmark = pytest.mark.django_db


def test_pages_are_chosen_in_one_language_and_shown_in_the_readers() -> None:
    dutch_home = home()
    translated(dutch_home)
    contact = page_below(dutch_home, "Contact")
    english = translated(contact, title="Contact us")
    site_settings(contact_page=contact, privacy_page=page_below(dutch_home, "Privacy"))
    request = request_for()
    assert site_links(request).contact.pk == contact.pk  # type: ignore[union-attr]
    with override("en"):
        links = site_links(request)
    assert links.contact.pk == english.pk  # type: ignore[union-attr]
    assert (links.privacy, links.accessibility) == (None, None)


def test_a_page_that_is_not_public_is_not_linked_to() -> None:
    dutch_home = home()
    site_settings(
        privacy_page=made_private(page_below(dutch_home, "Privacy")),
        accessibility_page=page_below(dutch_home, "Toegankelijkheid", live=False),
    )
    links = site_links(request_for())
    assert (links.privacy, links.accessibility) == (None, None)


def test_reading_a_page_writes_no_setting(client: Client) -> None:
    home()
    assert client.get("/nl/", headers={"host": "localhost"}).status_code == 200
    assert SiteSettings.objects.count() == 0


def test_the_links_are_read_once_a_request(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    dutch_home = home()
    organiser = Organisation.objects.create(name="Regiobureau")
    pages = [page_below(dutch_home, name) for name in ("Contact", "Privacy", "Toegankelijkheid")]
    site_settings(
        organiser=organiser,
        contact_page=pages[0],
        privacy_page=pages[1],
        accessibility_page=pages[2],
    )
    request = request_for()
    # The site, the setting with its organiser, the pages.
    with django_assert_num_queries(3):
        assert site_links(request).organiser == organiser
    with django_assert_num_queries(0):
        site_links(request)


def test_a_question_goes_to_the_contact_page_and_says_what_it_is_about() -> None:
    dutch_home = home()
    subject = page_below(dutch_home, "Sessie 3")
    site_settings(contact_page=page_below(dutch_home, "Contact"), contact_email="cop@example.org")
    assert ask_address(subject, request_for()) == f"/nl/contact/?about={subject.pk}"
    assert ask_address(None, request_for()) == "/nl/contact/"


def test_without_a_contact_page_a_question_is_a_mail() -> None:
    subject = page_below(home(), "Kosten & baten?")
    site_settings(contact_email="cop@example.org")
    with override("en"):
        address = ask_address(subject, request_for())
    assert address == (
        "mailto:cop@example.org?subject=Question%20about%3A%20Kosten%20%26%20baten%3F"
    )


def test_without_any_contact_there_is_no_address() -> None:
    assert ask_address(home(), request_for()) == ""


def test_the_contact_page_shows_how_to_reach_the_site_and_what_the_question_is_about(
    client: Client,
) -> None:
    dutch_home = home()
    subject = page_below(dutch_home, "Sessie <3>")
    site_settings(
        contact_page=page_below(dutch_home, "Contact"),
        contact_email="cop@example.org",
        contact_phone="+31 (0)70 123 45 67",
    )
    page = client.get(
        f"/nl/contact/?about={subject.pk}", headers={"host": "localhost"}
    ).content.decode()
    assert '<a href="/nl/sessie-3/">Sessie &lt;3&gt;</a>' in page
    assert '<a href="tel:+310701234567">+31 (0)70 123 45 67</a>' in page
    assert "mailto:cop@example.org?subject=" in page


def test_only_the_contact_page_shows_how_to_reach_the_site(client: Client) -> None:
    dutch_home = home()
    page_below(dutch_home, "Over ons")
    site_settings(contact_page=page_below(dutch_home, "Contact"), contact_email="cop@example.org")
    page = client.get("/nl/over-ons/", headers={"host": "localhost"}).content.decode()
    assert "cop@example.org" not in page


def test_the_subject_of_a_question_is_shown_in_the_language_of_the_reader() -> None:
    dutch_home = home()
    translated(dutch_home)
    subject = page_below(dutch_home, "Sessie")
    english = translated(subject, title="Session")
    untranslated = page_below(dutch_home, "Alleen Nederlands")
    with override("en"):
        assert asked_about(request_for(f"/en/?about={subject.pk}")) == english
        about = asked_about(request_for(f"/en/?about={untranslated.pk}"))
        assert about is not None and about.title == "Alleen Nederlands"


@pytest.mark.parametrize(
    "value", ["", "abc", "-1", "1 OR 1=1", "٣", "1" * 10_000, "99999999", "1.5", "%00", "<script>"]
)
def test_nonsense_about_a_question_is_passed_by(client: Client, value: str) -> None:
    dutch_home = home()
    site_settings(contact_page=page_below(dutch_home, "Contact"), contact_email="a@example.org")
    answer = client.get("/nl/contact/", {"about": value}, headers={"host": "localhost"})
    assert answer.status_code == 200
    assert answer.context["contact"].about is None


def test_a_page_that_is_not_public_is_not_named_as_the_subject_of_a_question() -> None:
    dutch_home = home()
    hidden = [
        made_private(page_below(dutch_home, "Besloten")),
        page_below(dutch_home, "Concept", live=False),
        dutch_home.get_parent(),
    ]
    assert [asked_about(request_for(f"/nl/?about={page.pk}")) for page in hidden] == [None] * 3


def test_an_administrator_edits_the_setting(admin_client: Client) -> None:
    dutch_home = home()
    contact = page_below(dutch_home, "Contact")
    site_id = site_settings().site_id
    address = f"/admin/settings/cop_blocks/sitesettings/{site_id}/"
    assert admin_client.get(address, headers={"host": "localhost"}).status_code == 200
    answer = admin_client.post(
        address,
        {"contact_page": contact.pk, "contact_email": "cop@example.org", "contact_phone": ""},
        headers={"host": "localhost"},
    )
    assert answer.status_code == 302
    setting = SiteSettings.objects.get()
    assert (setting.contact_page_id, setting.contact_email) == (contact.pk, "cop@example.org")
