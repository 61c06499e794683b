"""A search box leads to the results page of the visitor's site and language."""

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation
from wagtail.models import Page, Site

from cop_search.boxes import results_page, search_box
from cop_search.models import SearchPage
from tests.search import factories
from tests.search.factories import page


def a_request():
    return RequestFactory().get("/nl/", headers={"host": "localhost"})


@pytest.fixture
def request_nl(site):
    with translation.override("nl"):
        yield a_request()


def shown(request, tag):
    template = Template("{% load cop_search %}" + tag)
    return template.render(Context({"request": request}))


def test_it_leads_to_the_results_page_with_a_term_sent_along(site, request_nl):
    page(site.home, "Zoeken", model=SearchPage)
    html = shown(request_nl, '{% cop_search_box theme="circular" %}')
    assert 'action="/nl/zoeken/"' in html
    assert '<input type="hidden" name="theme" value="circular">' in html
    assert 'for="cop-search-box-theme-circular"' in html
    assert 'id="cop-search-box-theme-circular" name="q"' in html


def test_nothing_is_shown_without_a_results_page_or_a_request(site, request_nl):
    assert shown(request_nl, "{% cop_search_box %}").strip() == ""
    assert shown(None, "{% cop_search_box %}").strip() == ""


def test_private_pages_drafts_and_other_languages_are_no_address(site, request_nl):
    factories.make_private(page(site.home, "Besloten", model=SearchPage))
    page(site.home, "Concept", model=SearchPage, live=False)
    page(site.english, "Search", model=SearchPage)
    assert search_box(request_nl, {}) is None
    with translation.override("en"):
        assert search_box(request_nl, {}).url == "/en/search/"


def test_a_page_that_finds_everything_goes_before_one_with_presets(site, request_nl):
    page(site.home, "Aanbod", model=SearchPage, finds_kinds=["offer"])
    assert results_page(request_nl).title == "Aanbod"
    page(site.home, "Zoeken", model=SearchPage)
    assert results_page(a_request()).title == "Zoeken"


def test_another_site_has_a_box_of_its_own(site, request_nl):
    other = page(Page.objects.get(depth=1), "Andere site")
    page(other, "Zoeken daar", model=SearchPage)
    Site.objects.create(hostname="other.example", root_page=other)
    assert search_box(request_nl, {}) is None
    request = RequestFactory().get("/nl/", headers={"host": "other.example"})
    assert search_box(request, {}).url == "/nl/zoeken-daar/"


def test_all_boxes_of_a_request_take_one_statement(site, request_nl, django_assert_num_queries):
    page(site.home, "Zoeken", model=SearchPage)
    page(site.home, "Aanbod", model=SearchPage, finds_kinds=["offer"])
    Site.find_for_request(request_nl)
    with django_assert_num_queries(1):
        assert search_box(request_nl, {"theme": "circular"}).filters == (("theme", "circular"),)
        assert search_box(request_nl, {}).url == "/nl/zoeken/"
