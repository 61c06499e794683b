"""The pages that no feature owns, translated as a translator does it."""

from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from wagtail.models import Locale

from cop_blocks.models import InformationPage
from cop_search.models import SearchPage
from cop_site.models import HomePage
from tests.catalog import factories
from tests.localize import translate_in_admin
from tests.site import fresh

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not apps.is_installed("wagtail_localize"), reason="wagtail-localize is optional"
    ),
]


@pytest.fixture
def translator(client: Client, admin_user: Any) -> Client:
    client.force_login(admin_user)
    return client


def test_a_home_page_is_translated(translator: Client) -> None:
    home = fresh.home()
    Locale.objects.get_or_create(language_code="en")
    home.introduction = "Samen verder."
    home.body = [("heading", {"text": "Vier sessies", "level": "h2"}), ("next_sessions", {})]
    home.save_revision().publish()

    english = translate_in_admin(translator, HomePage.objects.get())

    assert (english.title, english.introduction) == ("EN Thuis", "EN Samen verder.")
    assert [block.block_type for block in english.body] == ["heading", "next_sessions"]
    assert english.body[0].value["text"] == "EN Vier sessies"


def test_an_information_page_is_translated(translator: Client) -> None:
    home = fresh.home()
    fresh.translated(home)
    page = InformationPage(
        title="Privacy",
        slug="privacy",
        locale=home.locale,
        introduction="Wat wij bewaren.",
        body=[("text", "<p>Niets.</p>")],
    )
    home.add_child(instance=page)

    english = translate_in_admin(translator, page)

    assert (english.title, english.introduction) == ("EN Privacy", "EN Wat wij bewaren.")
    assert "EN Niets." in str(english.body)


def test_a_results_page_is_translated_and_keeps_its_filters(translator: Client) -> None:
    home = fresh.home()
    fresh.translated(home)
    page = SearchPage(
        title="Zoeken",
        slug="zoeken",
        locale=home.locale,
        introduction="Zoek in alles.",
        finds_kinds=["initiative"],
    )
    term = factories.make_term("theme", "digitalisation")
    page.cop_term_rows = [factories.TermRow(tag=term)]
    home.add_child(instance=page)

    english = translate_in_admin(translator, page)

    assert (english.title, english.introduction) == ("EN Zoeken", "EN Zoek in alles.")
    assert english.finds_kinds == ["initiative"]
    assert [row.tag for row in english.cop_term_rows.all()] == [term]
