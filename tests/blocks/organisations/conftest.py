from importlib import import_module

import pytest
from django.db import connection
from django.db.migrations import RunSQL, SeparateDatabaseAndState

from tests.blocks.terms.conftest import english

__all__ = ["english", "wagtail_index"]


@pytest.fixture
def wagtail_index(db: None) -> None:
    """The full-text table of Wagtail's own search on SQLite. Only a migration makes it, and tests
    run without migrations."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE wagtailsearch_indexentry_fts")
        migration = import_module("wagtail.search.migrations.0006_customise_indexentry").Migration
        for operation in migration.operations:
            if isinstance(operation, SeparateDatabaseAndState):
                for step in operation.database_operations:
                    if isinstance(step, RunSQL):
                        cursor.execute(str(step.sql))
