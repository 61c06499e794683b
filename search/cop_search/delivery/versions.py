"""Numbers by which a server tells what is newer.

One is drawn *after* the rows are taken and *before* the pages are read. So of two deliveries the
one with the higher number has read the pages after all rows of the lower one were committed:
whichever arrives last, nothing older stands in the end. They follow the clock, so that they also
rise where a database was restored or replaced, and rise by one where the clock does not.
"""

import time

from django.db import connections
from django.utils import timezone

from cop_search import index
from cop_search.models import Reader


def next_version(reader: str) -> int:
    """Higher than all before it, whoever drew them. Do not call it in a transaction: others wait
    for the row, and a number that is rolled back is drawn twice."""
    drawn = _draw(reader)
    if drawn is None:
        Reader.objects.get_or_create(name=reader)
        drawn = _draw(reader)
    assert drawn is not None  # noqa: S101
    return drawn


def _draw(reader: str) -> int | None:
    now = time.time_ns() // 1000
    statement = (
        "UPDATE {0} SET version = CASE WHEN version >= %s THEN version + 1 ELSE %s END "
        "WHERE name = %s RETURNING version"
    )
    with connections[index.using()].cursor() as cursor:
        cursor.execute(statement.format(Reader._meta.db_table), [now, now, reader])
        row = cursor.fetchone()
    return int(row[0]) if row else None


def note_success(reader: str) -> None:
    Reader.objects.filter(name=reader).update(
        last_success=timezone.now(), last_error="", failed_at=None
    )


def note_failure(reader: str, error: str) -> None:
    Reader.objects.update_or_create(
        name=reader, defaults={"last_error": error, "failed_at": timezone.now()}
    )
