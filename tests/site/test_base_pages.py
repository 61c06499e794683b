"""The frame of the reference site: header, menu, errors, and its security policy."""

import re
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils.translation import override
from django.views.defaults import server_error
from wagtail.models import Page, Site

from cop_blocks.models import OrganisationIndexPage, SiteSettings
from cop_catalog.models import ThemeIndexPage
from cop_search import outbox
from cop_search.models import SearchPage
from cop_site.models import HomePage
from cop_site.security import POLICY
from tests.blocks.site_factories import fresh, locale, made_private, page_below, translated
from tests.catalog import factories

pytestmark = pytest.mark.django_db


def home(**fields: Any) -> Any:
    for language in ("nl", "en"):
        locale(language)
    root = Page.objects.filter(depth=1).first() or Page.add_root(
        instance=Page(title="Root", slug="root", locale=locale("nl"))
    )
    page = HomePage(**{"title": "Ondernemers verder helpen", "locale": locale("nl"), **fields})
    root.add_child(instance=page)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "root_page": page, "site_name": "Samen voor het mkb"},
    )
    return fresh(page)


def get(client: Client, path: str, **headers: str) -> Any:
    return client.get(path, headers={"host": "localhost", **headers})


def html(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_the_home_page_says_what_this_is_and_shows_its_blocks(client: Client) -> None:
    home(
        introduction="Wij brengen ondersteuning bij elkaar.",
        body=[("heading", {"text": "Vier sessies", "level": "h2"})],
    )
    page = html(get(client, "/nl/"))
    assert '<html lang="nl">' in page
    assert "<title>Ondernemers verder helpen – Samen voor het mkb</title>" in page
    assert re.findall("<h1>(.*?)</h1>", page) == ["Ondernemers verder helpen"]
    assert "Wij brengen ondersteuning bij elkaar." in page
    assert "<h2>Vier sessies</h2>" in page


def test_the_home_page_searches_on_the_results_page_of_its_language(client: Client) -> None:
    dutch_home = home()
    translated(dutch_home)
    assert 'role="search"' not in html(get(client, "/nl/"))
    search = SearchPage(title="Zoeken", locale=dutch_home.locale)
    dutch_home.add_child(instance=search)
    assert 'action="/nl/zoeken/"' in html(get(client, "/nl/"))
    assert 'role="search"' not in html(get(client, "/en/"))


def test_the_menu_has_the_public_pages_that_an_editor_puts_in_it(client: Client) -> None:
    dutch_home = home()
    sessions = page_below(dutch_home, "Sessies", show_in_menus=True)
    page_below(sessions, "Sessie 1", show_in_menus=True)
    page_below(dutch_home, "Niet in het menu")
    page_below(dutch_home, "Concept", show_in_menus=True, live=False)
    made_private(page_below(dutch_home, "Besloten", show_in_menus=True))
    menu = re.search('<nav class="site-nav".*?</nav>', html(get(client, "/nl/")))
    assert menu is not None
    assert re.findall('<a href="(.*?)">(.*?)</a>', menu[0]) == [("/nl/sessies/", "Sessies")]


@pytest.mark.parametrize(
    ("path", "current"), [("/nl/sessies/", "page"), ("/nl/sessies/sessie-1/", "true")]
)
def test_the_menu_says_where_the_reader_is(client: Client, path: str, current: str) -> None:
    sessions = page_below(home(), "Sessies", show_in_menus=True)
    page_below(sessions, "Sessie 1")
    assert f'<a href="/nl/sessies/" aria-current="{current}">Sessies</a>' in html(get(client, path))


def test_the_address_of_the_site_leads_to_the_language_of_the_browser(client: Client) -> None:
    translated(home())
    for languages, expected in {"en": "/en/", "nl": "/nl/", "xx": "/nl/"}.items():
        answer = client.get("/", headers={"host": "localhost", "accept-language": languages})
        assert answer["Location"] == expected


def test_an_english_browser_reaches_a_site_that_is_only_dutch(client: Client) -> None:
    home()
    answer = client.get("/", headers={"host": "localhost", "accept-language": "en"}, follow=True)
    assert answer.redirect_chain == [("/en/", 302), ("/nl/", 302)]
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("path", "title", "way_home"),
    [
        ("/nl/bestaat-niet/", "Deze pagina is er niet", "/nl/"),
        ("/en/does-not-exist/", "This page is not here", "/en/"),
    ],
)
def test_an_address_without_a_page_shows_the_way(
    client: Client, path: str, title: str, way_home: str
) -> None:
    translated(home())
    answer = get(client, path)
    assert answer.status_code == 404
    assert f"<h1>{title}</h1>" in html(answer)
    assert f'<a href="{way_home}">' in html(answer)
    assert '<meta name="robots" content="noindex">' in html(answer)


def test_an_address_without_a_page_offers_search_and_themes(client: Client) -> None:
    site_home = home()
    factories.make_index(site_home, SearchPage, title="Zoeken", slug="zoeken")
    themes = factories.make_index(site_home, ThemeIndexPage)
    factories.make_theme(themes, factories.make_term("theme", "circular"), "Circulair")
    outbox.work_off()
    answer = html(get(client, "/nl/bestaat-niet/"))
    assert 'action="/nl/zoeken/"' in answer
    assert ">Circulair</a>" in answer


@pytest.mark.parametrize(
    ("template", "title"),
    [
        ("500.html", "Er ging iets mis"),
        ("400.html", "Dit verzoek was niet te lezen"),
        ("403.html", "Hier hebt u geen toegang toe"),
        ("403_csrf.html", "Het formulier is niet verstuurd"),
    ],
)
def test_errors_are_told_without_help_of_the_site(
    template: str, title: str, django_assert_num_queries: Any
) -> None:
    with override("nl"), django_assert_num_queries(0):
        answer = render_to_string(template)
    assert '<html lang="nl">' in answer
    assert f"<h1>{title}</h1>" in answer
    assert '<a class="cop-button" href="/">' in answer


def test_an_error_of_ours_answers_500() -> None:
    with override("nl"):
        assert server_error(RequestFactory().get("/nl/")).status_code == 500


def test_public_pages_have_a_strict_policy_and_keep_to_it(client: Client) -> None:
    home(body=[("video", {"title": "Film", "url": "https://youtu.be/abc", "text": ""})])
    answer = get(client, "/nl/")
    assert answer["Content-Security-Policy"] == POLICY
    assert "unsafe" not in POLICY
    page = html(answer)
    assert re.findall(r"<script(?![^>]* src=)(?![^>]*ld\+json)", page) == []
    assert re.findall(r"<style|\sstyle=|\son[a-z]+=", page) == []
    loaded = re.findall(r'(?:\ssrc|<link rel="(?:stylesheet|icon)"[^>]*? href)="(.*?)"', page)
    assert loaded and all(address.startswith("/") for address in loaded)


def test_the_admin_keeps_its_own_ways(client: Client) -> None:
    answer = get(client, reverse("wagtailadmin_login"))
    assert "Content-Security-Policy" not in answer


def test_a_preview_speaks_the_language_of_its_page(admin_client: Client) -> None:
    """Also where the editor works in another language and the page has no address yet."""
    dutch_home = home()
    english = page_below(translated(dutch_home), "About")
    response = english.make_preview_request()
    assert '<html lang="en">' in html(response)
    assert english.get_parent().title in html(response)


@pytest.mark.parametrize("children", [1, 8])
def test_the_frame_costs_the_same_with_any_menu(
    client: Client, children: int, django_assert_max_num_queries: Any
) -> None:
    dutch_home = home()
    translated(dutch_home)
    for i in range(children):
        page_below(dutch_home, f"Pagina {i}", show_in_menus=True)
    get(client, "/nl/")
    with django_assert_max_num_queries(17):
        get(client, "/nl/")


@pytest.mark.parametrize("model", [ThemeIndexPage, OrganisationIndexPage])
def test_an_empty_list_says_so_and_where_to_ask(client: Client, model: Any) -> None:
    index = factories.make_index(home(), model, title="Lijst", slug="lijst")
    answer = html(get(client, index.get_url()))
    assert "Er zijn nog geen" in answer
    assert "Kom later terug." in answer
    assert "Stel een vraag" not in answer
    SiteSettings.objects.create(site=Site.objects.get(), contact_email="cop@example.org")
    assert "Stel een vraag" in html(get(client, index.get_url()))
