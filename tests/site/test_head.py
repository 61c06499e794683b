"""What the head of each page says: once, whole, and the same thing everywhere."""

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Site

from cop_blocks.head import og_locale
from cop_catalog.models import GoodPracticeIndexPage, ThemeIndexPage
from cop_search import outbox
from cop_search.models import SearchPage
from tests.blocks.site_factories import image
from tests.catalog import factories
from tests.site import fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Any:
    home = fresh.home()
    home.theme = factories.make_term("theme", "digitalisation", "Digitalisering")
    home.list = factories.make_index(
        home, title="Steun", slug="steun", introduction="Alle steun op een rij."
    )
    home.search = factories.make_index(home, SearchPage, title="Zoeken", slug="zoeken")
    return home


def head(path: str) -> Any:
    outbox.work_off()
    Site.clear_site_root_paths_cache()
    answer = Client(headers={"host": "localhost"}).get(path)
    assert answer.status_code == 200, path
    return BeautifulSoup(answer.content, "html.parser").head


def meta(path: str) -> dict[str, str]:
    found = head(path).select("meta[name], meta[property]")
    return {each.get("name") or each["property"]: each["content"] for each in found}


def canonical(path: str) -> list[str]:
    return [link["href"] for link in head(path).select("link[rel=canonical]")]


def alternates(path: str) -> dict[str, str]:
    return {link["hreflang"]: link["href"] for link in head(path).select("link[hreflang]")}


def test_all_that_shared_links_need(home: Any) -> None:
    said = meta("/nl/steun/")
    assert {name: said[name] for name in said if name.startswith(("og:", "twi", "desc"))} == {
        "description": "Alle steun op een rij.",
        "og:title": "Steun",
        "og:description": "Alle steun op een rij.",
        "og:type": "website",
        "og:url": "http://localhost/nl/steun/",
        "og:site_name": "Samen voor het mkb",
        "og:locale": "nl_NL",
        "og:image": "http://localhost/nl/steun/card/",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Steun",
        "twitter:card": "summary_large_image",
    }


def test_nothing_is_said_twice(home: Any) -> None:
    home.search_description = "Van de redactie."
    home.save()
    for path in ("/nl/", "/nl/steun/", "/nl/steun/?q=x", "/nl/zoeken/"):
        said = [
            each.get("name") or each["property"]
            for each in head(path).select("meta[name], meta[property]")
        ]
        assert sorted(said) == sorted(set(said)), path
        assert len(head(path).select("title")) == 1
        assert len(canonical(path)) == 1
    assert meta("/nl/")["description"] == "Van de redactie."


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/nl/", "Thuis – Samen voor het mkb"),
        ("/nl/steun/", "Steun – Samen voor het mkb"),
        ("/nl/steun/?page=2", "Steun, pagina 2 – Samen voor het mkb"),
        ("/nl/zoeken/?q=+een++%3Cb%3E+", "“een <b>” – Zoeken – Samen voor het mkb"),
    ],
)
def test_the_title_says_what_is_shown_and_where(home: Any, path: str, title: str) -> None:
    for number in range(21):
        factories.make_initiative(home.list, f"Regeling {number}")
    assert " ".join(head(path).title.text.split()) == title


@pytest.mark.parametrize(
    ("path", "is_listed", "address"),
    [
        ("/nl/steun/", True, "/nl/steun/"),
        ("/nl/steun/?utm_source=x", True, "/nl/steun/"),
        ("/nl/steun/?theme=digitalisation", True, "/nl/steun/?theme=digitalisation"),
        ("/nl/steun/?sort=title&theme=digitalisation", False, None),
        ("/nl/steun/?q=krediet", False, "/nl/steun/?q=krediet"),
        ("/nl/zoeken/?q=krediet", False, "/nl/zoeken/?q=krediet"),
    ],
)
def test_a_state_of_a_list_has_one_address_and_is_listed_if_it_is_worth_it(
    home: Any, path: str, is_listed: bool, address: str | None
) -> None:
    assert (meta(path).get("robots") != "noindex") is is_listed
    if address:
        assert canonical(path) == [f"http://localhost{address}"]


class TestLanguages:
    @pytest.fixture(autouse=True)
    def english(self, home: Any) -> None:
        for page in (home, home.list):
            fresh.translated(page)

    def test_every_version_is_named_and_one_for_any_other_reader(self, home: Any) -> None:
        versions = {
            "nl": "http://localhost/nl/steun/",
            "en": "http://localhost/en/steun/",
            "x-default": "http://localhost/nl/steun/",
        }
        assert alternates("/nl/steun/") == alternates("/en/steun/") == versions
        assert meta("/en/steun/")["og:locale"] == "en_GB"
        assert meta("/en/steun/")["og:locale:alternate"] == "nl_NL"

    def test_a_filter_is_the_same_in_every_language(self, home: Any) -> None:
        found = alternates("/nl/steun/?theme=digitalisation")
        assert found["en"] == "http://localhost/en/steun/?theme=digitalisation"
        page = Client(headers={"host": "localhost"}).get("/nl/steun/?theme=digitalisation&q=x")
        link = '<a href="/en/steun/?q=x&amp;theme=digitalisation" lang="en"'
        assert link in page.content.decode()

    def test_what_is_not_to_be_listed_names_no_versions(self, home: Any) -> None:
        assert alternates("/nl/steun/?q=krediet") == {}

    def test_a_page_in_one_language_names_none(self, home: Any) -> None:
        assert alternates("/nl/zoeken/") == {}


def test_an_alias_says_that_it_is_its_original(home: Any) -> None:
    page = factories.make_initiative(home.list, "Krediet")
    page.create_alias(parent=home, update_slug="kopie")
    assert canonical("/nl/kopie/") == ["http://localhost/nl/steun/krediet/"]


def test_a_host_that_says_something_itself_leaves_it_out_of_ours(home: Any, settings: Any) -> None:
    settings.COP_HEAD_LEAVES_OUT = ["canonical", "og", "description"]
    assert canonical("/nl/steun/") == []
    assert set(meta("/nl/steun/")) == {"viewport"}


def test_a_theme_has_the_card_of_its_look_and_its_pages_have_one_of_their_own(home: Any) -> None:
    themes = factories.make_index(home, ThemeIndexPage, title="T", slug="t")
    factories.make_theme(themes, home.theme, "Digitaal")
    factories.make_initiative(home.list, "Digitaal", terms=[home.theme])
    factories.make_initiative(home.list, "Digitaal anders", slug="kaal")
    paths = ("/nl/t/digitaal/", "/nl/steun/digitaal/", "/nl/steun/kaal/")
    of_theme, of_page, plain = (
        Client(headers={"host": "localhost"}).get(f"{path}card/").content for path in paths
    )
    assert meta(paths[0])["og:image"] == f"http://localhost{paths[0]}card/"
    # The same title, theme and site: the same picture.
    assert of_theme == of_page != plain


# Wagtail leaves the temporary file of a new rendition for the garbage collector to close.
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_article_shows_its_own_picture(home: Any) -> None:
    practices = factories.make_index(home, GoodPracticeIndexPage, title="P", slug="p")
    practice = factories.make_practice(practices, "Zo ging het")
    assert meta("/nl/p/zo-ging-het/")["og:image"] == "http://localhost/nl/p/zo-ging-het/card/"
    practice.body = [("image", {"image": image("Bakker")})]
    practice.save()
    said = meta("/nl/p/zo-ging-het/")
    assert re.match(r"http://localhost/media/images/.*\.jpg", said["og:image"])
    assert (said["og:image:width"], said["og:image:height"]) == ("640", "336")
    assert (said["og:type"], said["og:image:alt"]) == ("article", "Bakker")


@pytest.mark.parametrize(
    ("language", "locale"),
    [("nl", "nl_NL"), ("en", "en_GB"), ("en-us", "en_US"), ("de", "de_DE"), ("sv", "sv_SE")],
)
def test_a_language_is_named_with_its_country(language: str, locale: str) -> None:
    assert og_locale(language) == locale


def test_a_page_is_passed_on_without_anybody_else(home: Any) -> None:
    factories.make_initiative(home.list, "Krediet & meer")
    page = BeautifulSoup(
        Client(headers={"host": "localhost"}).get("/nl/steun/krediet-meer/").content, "html.parser"
    )
    share = page.select_one(".cop-share")
    assert share["data-cop-share"] == "http://localhost/nl/steun/krediet-meer/"
    (mail,) = share.select("a")
    assert mail["href"] == (
        "mailto:?subject=Krediet%20%26%20meer"
        "&body=Krediet%20%26%20meer%0D%0Ahttp%3A//localhost/nl/steun/krediet-meer/%0D%0A"
    )
    # What needs a script is not shown without one.
    assert [item.has_attr("hidden") for item in share.select("li")] == [False, True, True, True]
