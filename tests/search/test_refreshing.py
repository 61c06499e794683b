"""Lists refresh in place where django-htmx is installed, and work without it."""

import pytest
from django.apps import apps
from django.template import engines

from cop_search import outbox
from cop_search.checks import check_htmx
from cop_search.models import SearchPage
from tests.search.factories import page


@pytest.fixture
def html(client, site):
    page(site.home, "Zoeken", model=SearchPage)

    def ask():
        outbox.work_off()
        return client.get("/nl/zoeken/").content.decode()

    return ask


def test_htmx_comes_from_the_hosts_own_static_files(html):
    found = html()
    assert '<script src="/static/django_htmx/htmx-2.min.js" defer></script>' in found
    assert 'data-hx-get="/nl/zoeken/"' in found


def test_without_django_htmx_the_form_leads_to_whole_pages(html, monkeypatch):
    is_installed = apps.is_installed
    monkeypatch.setattr(
        apps, "is_installed", lambda name: name != "django_htmx" and is_installed(name)
    )
    found = html()
    assert [word for word in ("htmx", "data-hx", "data-cop-refreshes") if word in found] == []
    assert '<form class="cop-searchbar" id="cop-finder-form" method="get"' in found
    assert [problem.id for problem in check_htmx()] == ["cop_search.W001"]


def test_a_check_says_nothing_where_it_is_installed():
    assert check_htmx() == []


def test_the_script_has_the_nonce_of_a_policy():
    template = engines["django"].from_string("{% load cop_search %}{% cop_htmx_script %}")
    assert template.render({"csp_nonce": "n0nce"}) == (
        '<script src="/static/django_htmx/htmx-2.min.js" defer nonce="n0nce"></script>'
    )
