import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from cop_search import outbox
from cop_search.models import SearchPage
from tests.rights import page_of
from tests.search.factories import page

ORIGIN = {"Origin": "http://localhost"}


@pytest.fixture(autouse=True)
def _no_tokens_used():
    cache.clear()


@pytest.fixture
def visitor():
    """A browser that keeps to Django's CSRF check, as it does on a site."""
    return Client(enforce_csrf_checks=True, headers={"host": "localhost"})


@pytest.fixture
def results(site, visitor):
    """What the results page gives its script for some words."""
    made = page(site.home, "Zoeken", model=SearchPage)
    page(site.home, "Subsidie voor zon")
    outbox.work_off()

    def ask(q, **more):
        screen = page_of(visitor.get(made.get_url(), {"q": q, **more}))
        return screen.select_one("[data-cop-searched]")

    return ask


@pytest.fixture
def post(visitor):
    """What the browser sends when the page was shown."""

    def send(token, headers=ORIGIN):
        return visitor.post(
            reverse("cop_search_searched"), token, content_type="text/plain", headers=headers
        ).status_code

    return send


@pytest.fixture
def search(results, post):
    """A visitor who searches and sees the results."""
    return lambda q, **more: post(results(q, **more)["data-cop-searched"])
