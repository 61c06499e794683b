"""The Atom feeds of what is new, read as a feed reader reads them."""

from datetime import UTC, datetime
from typing import Any

import feedparser
import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction, Site

from cop_catalog.models import (
    GoodPracticeIndexPage,
    GoodPracticeOrganisation,
    InitiativePage,
    ThemeIndexPage,
)
from cop_search import outbox
from tests.catalog import factories
from tests.site import fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def index() -> Any:
    return factories.make_index(fresh.home(), title="Ondersteuning", slug="ondersteuning")


def get(url: str, **headers: str) -> Any:
    outbox.work_off()
    Site.clear_site_root_paths_cache()
    return Client(headers={"host": "localhost", **headers}).get(url)


def feed(url: str) -> Any:
    answer = get(url)
    assert answer.status_code == 200, url
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    read = feedparser.parse(answer.content)
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    return read


def published(page: Any, moment: datetime, **fields: Any) -> Any:
    """Publish as an editor does, at a moment."""
    with time_machine.travel(moment, tick=False):
        for name, value in fields.items():
            setattr(page, name, value)
        page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


URL = "/nl/ondersteuning/atom/"
MAY, JUNE, JULY = (datetime(2026, month, 1, 9, tzinfo=UTC) for month in (5, 6, 7))


def test_an_entry_says_what_is_new_by_whom_and_about_what(index: Any) -> None:
    theme = factories.make_term("theme", "digitalisation", "Digitalisering")
    page = factories.make_initiative(
        index,
        "Voucher <mkb>",
        summary="Voor 1 & 2 < 3.",
        terms=[theme],
        providers=["Loket", "Fonds"],
    )
    published(published(page, MAY), JUNE, body=[])

    (entry,) = feed(URL).entries

    assert entry.title == "Voucher <mkb>"
    assert entry.link == "http://localhost/nl/ondersteuning/voucher-mkb/"
    assert entry.summary == "Voor 1 &amp; 2 &lt; 3."
    assert entry.author == "Loket, Fonds"
    assert [tag.term for tag in entry.tags] == ["Digitalisering"]
    assert (entry.published, entry.updated) == (
        "2026-05-01T09:00:00+00:00",
        "2026-06-01T09:00:00+00:00",
    )
    assert entry.id.startswith("urn:uuid:")


def test_the_feed_says_whose_it_is_and_where(index: Any) -> None:
    index.introduction = "Alle steun."
    index.save()
    published(factories.make_initiative(index), MAY)
    head = feed(URL).feed
    links = {link.rel: link.href for link in head.links}
    assert (head.title, head.subtitle, head.language) == ("Ondersteuning", "Alle steun.", "nl")
    assert links == {
        "alternate": "http://localhost/nl/ondersteuning/",
        "self": f"http://localhost{URL}",
    }
    assert head.updated == "2026-05-01T09:00:00+00:00"
    assert head.author == "Samen voor het mkb"


def test_the_newest_come_first(index: Any) -> None:
    published(factories.make_initiative(index, "Nieuw"), JULY)
    published(factories.make_initiative(index, "Oud"), MAY)
    assert [entry.title for entry in feed(URL).entries] == ["Nieuw", "Oud"]


def test_an_identity_outlives_titles_and_addresses_and_is_one_a_language(index: Any) -> None:
    page = factories.make_initiative(index, "Krediet")
    before = feed(URL).entries[0].id
    page = published(page, JULY, title="Anders", slug="anders")
    assert feed(URL).entries[0].id == before
    fresh.translated(index.get_parent().specific)
    fresh.translated(index)
    fresh.translated(page)
    (english,) = feed("/en/ondersteuning/atom/").entries
    assert english.id != before
    assert english.link == "http://localhost/en/ondersteuning/anders/"


def test_a_theme_has_a_feed_of_its_own(index: Any) -> None:
    digital = factories.make_term("theme", "digitalisation", "Digitalisering")
    factories.make_initiative(index, "Digitaal", terms=[digital])
    factories.make_initiative(index, "Iets anders")
    read = feed(f"{URL}digitalisation/")
    assert [entry.title for entry in read.entries] == ["Digitaal"]
    assert read.feed.title == "Ondersteuning – Digitalisering"
    assert read.feed.link == "http://localhost/nl/ondersteuning/?theme=digitalisation"
    assert read.feed.id != feed(URL).feed.id


def test_an_unknown_theme_is_a_clear_page(index: Any) -> None:
    answer = get(f"{URL}visserij/")
    assert answer.status_code == 404
    assert "Er is geen thema “visserij”." in answer.content.decode()


def test_good_practices_have_one_too(index: Any) -> None:
    practices = factories.make_index(
        index.get_parent(), GoodPracticeIndexPage, title="Praktijken", slug="praktijken"
    )
    practice = factories.make_practice(practices, "Zo ging het")
    organisation = factories.make_organisation("De bakker")
    practice.organisation_rows = [GoodPracticeOrganisation(organisation=organisation)]
    practice.save()
    (entry,) = feed("/nl/praktijken/atom/").entries
    assert (entry.title, entry.author) == ("Zo ging het", "De bakker")


def test_an_empty_feed_is_a_feed_and_does_not_change_by_itself(index: Any) -> None:
    with time_machine.travel(MAY, tick=False):
        first = get(URL)
    assert feed(URL).entries == []
    assert get(URL).content == first.content


@pytest.mark.parametrize("header", ["etag", "date"])
def test_who_has_it_already_gets_304(index: Any, header: str) -> None:
    published(factories.make_initiative(index), MAY)
    first = get(URL)
    known = (
        {"if-none-match": first["ETag"]}
        if header == "etag"
        else {"if-modified-since": first["Last-Modified"]}
    )
    answer = get(URL, **known)
    assert (answer.status_code, answer.content) == (304, b"")


def test_what_xml_cannot_hold_breaks_nothing(index: Any) -> None:
    page = factories.make_initiative(index, "Krediet")
    InitiativePage.objects.filter(pk=page.pk).update(title="Kre\x0bdiet\x01")
    InitiativePage.objects.get(pk=page.pk).save()
    assert [entry.title for entry in feed(URL).entries] == ["Krediet"]


@pytest.mark.parametrize("hide", ["unpublish", "private", "draft"])
def test_what_nobody_may_see_is_not_in_it(index: Any, hide: str) -> None:
    page = factories.make_initiative(index, "Geheim", live=hide != "draft")
    if hide == "unpublish":
        page.unpublish()
    if hide == "private":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert feed(URL).entries == []


def test_it_costs_the_same_for_one_entry_as_for_many(index: Any) -> None:
    theme = factories.make_term("theme", "digitalisation")

    def cost() -> int:
        get(URL)
        with CaptureQueriesContext(connection) as captured:
            get(URL)
        return len(captured)

    factories.make_initiative(index, "Eerste", terms=[theme], providers=["Loket"])
    with_one = cost()
    for number in range(5):
        factories.make_initiative(index, f"{number}", terms=[theme], providers=[f"{number}"])
    assert cost() == with_one


def test_lists_and_themes_lead_to_their_feeds(index: Any) -> None:
    theme = factories.make_term("theme", "digitalisation", "Digitalisering")
    themes = factories.make_index(index.get_parent(), ThemeIndexPage, title="T", slug="t")
    factories.make_theme(themes, theme)
    of_theme = f"http://localhost{URL}digitalisation/"
    for path, address in (
        ("/nl/ondersteuning/", f"http://localhost{URL}"),
        ("/nl/t/digitalisering/", of_theme),
    ):
        text = get(path).content.decode()
        assert f'title="Nieuwe initiatieven" href="{address}">' in text
        assert f'<a href="{address}" type="application/atom+xml">' in text
