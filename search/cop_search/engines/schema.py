"""The table of words: made after every ``migrate``, since no model describes it.

Called by ``post_migrate``, so that it is there with and without migrations; it makes what is
missing, forgets words of documents that are gone (a flushed database), and goes with the last
migration.
"""

from typing import Any

from django.db import connections, router

from cop_search.engines.sql import MATCH_TABLE


def ensure_schema(using: str, **kwargs: Any) -> None:
    """Makes or drops the table of words in the database ``using``; other vendors have none."""
    from cop_search.models import Document
    from cop_search.wagtail_search import analyse

    connection = connections[using]
    if not router.allow_migrate_model(using, Document):
        return
    if connection.vendor == "sqlite":
        from cop_search.engines.sqlite import create_schema

        key = "rowid"
    elif connection.vendor == "postgresql":
        from cop_search.engines.postgresql import create_schema

        key = "document_id"
    else:
        return
    documents = Document._meta.db_table
    with connection.cursor() as cursor:
        if documents not in connection.introspection.table_names(cursor):
            cursor.execute(f"DROP TABLE IF EXISTS {MATCH_TABLE}")
            return
        create_schema(connection)
        cursor.execute(
            f"DELETE FROM {MATCH_TABLE} WHERE {key} NOT IN (SELECT id FROM {documents})"  # noqa: S608
        )
    analyse(connection)
