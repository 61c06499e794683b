"""Whether a table is there: checks of the database also run before the first ``migrate``."""

from typing import Any

from django.db import connections


def has_table(model: Any, using: str) -> bool:
    """Whether the database ``using`` has the table of ``model``."""
    connection = connections[using]
    with connection.cursor() as cursor:
        return model._meta.db_table in connection.introspection.table_names(cursor)
