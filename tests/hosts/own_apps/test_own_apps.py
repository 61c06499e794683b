"""A host that has apps named ``search`` and ``events`` keeps them."""

import importlib
import re
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test import Client


def test_the_names_still_mean_the_hosts_own_apps() -> None:
    for name in ("search", "events"):
        assert "own_apps" in (importlib.import_module(name).__file__ or "")
    assert apps.get_model("events.Session") is not apps.get_model("cop_events.Session")


def test_the_hosts_own_search_answers_at_its_address(client: Client) -> None:
    assert client.get("/search/").content == b"the host's own search"


@pytest.mark.django_db
def test_wagtails_own_search_has_the_index_that_it_lacks_on_postgresql() -> None:
    from cop_search.wagtail_search import INDEX_NAME, entries

    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, entries()._meta.db_table)
    assert (INDEX_NAME in found) is (connection.vendor == "postgresql")


def test_our_pages_stand_in_the_hosts_frame(home: object, client: Client) -> None:
    from cop_blocks.models import InformationPage
    from tests.hosts.test_every_host import make

    page = make(InformationPage, "Contact us")
    assert "The host's own header" in client.get(page.get_url()).content.decode()


def test_the_hosts_own_event_page_stands_among_our_sessions(
    home: Any, client: Client, django_capture_on_commit_callbacks: Any
) -> None:

    from cop_blocks.models import Term, TermRow
    from cop_catalog.models import ThemePage
    from cop_search.facade import SearchQuery, search

    with django_capture_on_commit_callbacks(execute=True):
        call_command("cop_setup", stdout=StringIO())
        page = apps.get_model("events.EventPage")(
            title="Our fair", date_from=date(2030, 6, 1), location="Town hall"
        )
        page.cop_term_rows = [TermRow(tag=Term.objects.get(code="digitalisation"))]
        home.add_child(instance=page)

    hits = search(SearchQuery(locale="en", kinds=("session",))).hits
    assert [(hit.title, hit.url) for hit in hits] == [("Our fair", page.get_url())]
    theme = ThemePage.objects.get(cop_term_rows__tag__code="digitalisation")
    shown = client.get(theme.get_url()).content.decode()
    assert "Our fair" in shown
    assert "Saturday 1 Jun 2030" in " ".join(re.sub(r"<[^>]+>", " ", shown).split())
    assert "Town hall" in shown
