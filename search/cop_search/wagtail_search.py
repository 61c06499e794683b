"""Wagtail's own search, which the admin goes on using: made fast on the host's database.

On PostgreSQL Wagtail filters on ``title || body``, which none of its indexes covers: each search
reads every row. On SQLite a database without statistics makes it start at the wrong table.
"""

from typing import Any

from django.apps import apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from modelsearch.conf import get_app_config

from cop_blocks.base_page import Page

INDEX_NAME = "cop_search_wagtail_title_body"

#: What makes the columns ``title`` and ``body``, by the label of the app that a host has.
_MADE_BY = {
    "wagtailsearch": "0006_customise_indexentry",
    "modelsearch": "0002_customise_indexentry",
}

#: Rows of a table that SQLite looks at for its statistics: enough to choose, and soon done.
_ANALYSIS_LIMIT = 1000


def entries() -> type[models.Model]:
    """Wagtail's rows of what can be searched; in the host's one app for it."""
    model: type[models.Model] = get_app_config().get_model("IndexEntry", require_ready=False)
    return model


def migration_dependency() -> tuple[str, str]:
    """The migration of Wagtail's search, or of django-modelsearch alone, that ours comes after."""
    label: str = get_app_config().label
    return label, _MADE_BY.get(label, "__first__")


def create_index(connection: BaseDatabaseWrapper) -> None:
    """The index over ``title || body``, as Wagtail's backend writes it; PostgreSQL only."""
    if connection.vendor != "postgresql" or not _has_columns(connection):
        return
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE INDEX IF NOT EXISTS {INDEX_NAME} ON {_table()} USING gin ((title || body))"
        )


def drop_index(connection: BaseDatabaseWrapper) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"DROP INDEX IF EXISTS {INDEX_NAME}")


def analyse(connection: BaseDatabaseWrapper) -> None:
    """Statistics of what a search reads, ours and Wagtail's, for SQLite to plan by."""
    if connection.vendor != "sqlite":
        return
    ours = [model._meta.db_table for model in apps.get_app_config("cop_search").get_models()]
    read = {*ours, _table(), Page._meta.db_table}
    with connection.cursor() as cursor:
        known = read.intersection(connection.introspection.table_names(cursor))
        cursor.execute(f"PRAGMA analysis_limit = {_ANALYSIS_LIMIT}")
        for table in sorted(known):
            cursor.execute(f"ANALYZE {connection.ops.quote_name(table)}")


def _table() -> str:
    return entries()._meta.db_table


def _has_columns(connection: BaseDatabaseWrapper) -> bool:
    with connection.cursor() as cursor:
        if _table() not in connection.introspection.table_names(cursor):
            return False
        columns: Any = connection.introspection.get_table_description(cursor, _table())
    return {"title", "body"} <= {column.name for column in columns}
