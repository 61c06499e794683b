"""The tables of words: made after every ``migrate``, since no model describes them.

Called by ``post_migrate``, so that they are there with and without migrations; it makes what is
missing, and anew what an older version made with other columns (``checks.check_words`` then tells
that a rebuild is needed), forgets words of documents that are gone (a flushed database), and goes
with the last migration.
"""

from typing import Any

from django.db import connections, router

from cop_blocks.tables import has_table


def ensure_schema(using: str, **kwargs: Any) -> None:
    """Makes or drops the tables of words in the database ``using``; other vendors have none."""
    from cop_search.models import Document
    from cop_search.wagtail_search import analyse

    connection = connections[using]
    if not router.allow_migrate_model(using, Document):
        return
    if connection.vendor == "sqlite":
        from cop_search.engines.sqlite import create_schema, drop_schema
    elif connection.vendor == "postgresql":
        from cop_search.engines.postgresql import create_schema, drop_schema
    else:
        return
    if has_table(Document, using):
        create_schema(connection)
    else:
        drop_schema(connection)
    analyse(connection)
