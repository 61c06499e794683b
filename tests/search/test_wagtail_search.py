"""Wagtail's own search, for the admin: as it was, and fast."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from cop_blocks.models import InformationPage
from cop_catalog.models import InitiativePage
from cop_events.models import SessionPage
from cop_search import wagtail_search
from cop_search.engines.schema import ensure_schema
from cop_search.setup import fill_index
from tests.search.factories import page

OPERATION = import_module("cop_search.migrations.0003_wagtails_own_search").Migration.operations[0]


def apply(direction):
    """What ``migrate`` does, forwards or back."""
    run = {"forwards": OPERATION.code, "backwards": OPERATION.reverse_code}[direction]
    run(apps, SimpleNamespace(connection=connection))


def index_names():
    with connection.cursor() as cursor:
        table = wagtail_search.entries()._meta.db_table
        return set(connection.introspection.get_constraints(cursor, table))


def fill(parent, number):
    """So many pages with entries as Wagtail's backend writes them: word0, word1, ..."""
    made = [
        Page(
            title=f"word{each}",
            draft_title=f"word{each}",
            slug=f"word{each}",
            path=f"{parent.path}{each:04}",
            depth=parent.depth + 1,
            locale=parent.locale,
            url_path=f"{parent.url_path}word{each}/",
            content_type=ContentType.objects.get_for_model(Page),
        )
        for each in range(number)
    ]
    Page.objects.bulk_create(made)
    with connection.cursor() as cursor:
        # Inside the test's transaction foreign keys are still to be checked.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(
            "INSERT INTO wagtailsearch_indexentry "
            "(content_type_id, object_id, title, body, autocomplete, title_norm, title_text, "
            "body_text) SELECT content_type_id, id, to_tsvector(title), to_tsvector(slug), '', "
            "1, title, '' FROM wagtailcore_page WHERE title LIKE 'word%'"
        )


@pytest.mark.postgres
@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has another backend")
def test_the_search_of_the_admin_uses_the_index(site):
    fill(site.home, 5000)
    found = get_search_backend().search("word77", Page.objects.all())
    assert wagtail_search.INDEX_NAME not in found.get_queryset().explain()
    apply("forwards")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE wagtailcore_page, wagtailsearch_indexentry")
    plan = found.get_queryset().explain()
    assert f"Bitmap Index Scan on {wagtail_search.INDEX_NAME}" in plan
    assert [each.title for each in found] == ["word77"]


@pytest.mark.django_db
def test_the_migration_may_run_twice_and_does_nothing_elsewhere_than_on_postgresql():
    before = index_names()
    apply("forwards")
    apply("forwards")
    made = {wagtail_search.INDEX_NAME} if connection.vendor == "postgresql" else set()
    assert index_names() == before | made
    apply("backwards")
    apply("backwards")
    assert index_names() == before


@pytest.mark.django_db
def test_the_migration_passes_a_host_by_that_has_no_such_table(monkeypatch):
    monkeypatch.setattr(wagtail_search, "_table", lambda: "gone")
    apply("forwards")
    apply("backwards")


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("wagtailsearch", "0006_customise_indexentry"),
        ("modelsearch", "0002_customise_indexentry"),
        ("own", "__first__"),
    ],
)
def test_the_migration_comes_after_the_columns_that_it_needs(monkeypatch, label, name):
    monkeypatch.setattr(wagtail_search, "get_app_config", lambda: SimpleNamespace(label=label))
    assert wagtail_search.migration_dependency() == (label, name)


@pytest.mark.wagtail_indexes
@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL counts by itself")
@pytest.mark.parametrize(
    "after",
    [
        lambda: ensure_schema("default"),
        lambda: call_command("cop_search_rebuild", verbosity=0),
        lambda: fill_index(SimpleNamespace(is_dry=False)),
    ],
    ids=["migrate", "cop_search_rebuild", "cop_setup"],
)
def test_sqlite_has_statistics_after(site, after):
    page(site.home, "Lening voor de bakker")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE sqlite_schema")
        cursor.execute("DELETE FROM sqlite_stat1")
        after()
        cursor.execute("SELECT DISTINCT tbl FROM sqlite_stat1")
        known = {row[0] for row in cursor.fetchall()}
    assert {"wagtailcore_page", "wagtailsearch_indexentry", "cop_search_document"} <= known


@pytest.mark.parametrize("model", [InformationPage, InitiativePage, SessionPage])
def test_our_page_types_add_nothing_to_what_wagtail_indexes_of_a_page(model):
    """Found in the admin by title, as every page; whole texts are searched in our own index."""
    own = set(model.search_fields) - set(Page.search_fields)
    assert own == set()
