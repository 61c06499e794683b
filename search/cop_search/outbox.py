"""Pages to look at again: written with the change, worked off after its commit.

A row is written in the transaction that changes the page, so no change is lost, whatever happens
after; what is indexed is what is in the database when the row is worked off, so no draft and no
older state gets in. Each reader has rows of its own and takes them at its own pace: the tables of
this database right after the commit, by ``work_off``; any other by ``waiting`` and ``acknowledge``.
"""

from collections.abc import Callable, Collection, Iterable
from typing import Any

from django.db import connections, transaction
from django.db.models import QuerySet

from cop_blocks.base_page import Page
from cop_search import index
from cop_search.documents import findable
from cop_search.models import Document, Outbox, Reader
from cop_search.noted import Note, forget, noted

#: The reader that is always there: documents, facets and words in this database.
TABLES = "tables"

_others: dict[str, Callable[[], bool]] = {}
_listeners: list[Callable[[], None]] = []


def register_listener(listener: Callable[[], None]) -> None:
    """Have ``listener`` called after each commit that changed pages. Call it in ``ready()``."""
    if listener not in _listeners:
        _listeners.append(listener)


def register_reader(name: str, is_on: Callable[[], bool] = lambda: True) -> None:
    """Have every change written down for ``name`` too, as long as ``is_on``. Call it in
    ``ready()``; whoever reads takes what is ``waiting`` and says what it may ``acknowledge``."""
    _others[name] = is_on


def unregister_reader(name: str) -> None:
    """Take back what ``register_reader`` said, and its rows."""
    _others.pop(name, None)
    Outbox.objects.filter(reader=name).delete()


def other_readers() -> list[str]:
    return [name for name, is_on in _others.items() if is_on()]


def enqueue(page_ids: Iterable[int]) -> None:
    """Have these pages looked at when the transaction commits."""
    connection = connections[index.using()]
    changed = set(page_ids)
    if not changed:
        return
    new = changed.difference(noted(connection))
    if new:
        _write(new, [TABLES, *other_readers()])
    # Robust: the editor's page is saved; a failing index is no reason to answer 500.
    transaction.on_commit(Note(connection, new, _after_commit), using=index.using(), robust=True)


def _after_commit() -> None:
    """The tables first; whoever else was told may then read what they hold."""
    work_off()
    for listener in _listeners:
        listener()


def enqueue_for_others(page_ids: Iterable[int]) -> None:
    """The tables were brought up to date without a row; the other readers still have to look."""
    _write(page_ids, other_readers())


def _write(page_ids: Iterable[int], readers: Iterable[str]) -> None:
    rows = (Outbox(page_id=each, reader=name) for name in readers for each in sorted(page_ids))
    Outbox.objects.bulk_create(rows, batch_size=500)


def enqueue_tree(page: Any) -> None:
    """Have a page and all below it looked at."""
    below: QuerySet[Any] = Page.objects.filter(path__startswith=page.path)
    enqueue(below.values_list("pk", flat=True))


def waiting(reader: str = TABLES) -> "QuerySet[Any, tuple[int, int]]":
    """Row and page of all that waits, the oldest first; what failed waits for a repair."""
    rows = Outbox.objects.filter(reader=reader, failed=False).order_by("pk")
    return rows.values_list("pk", "page_id")


def acknowledge(rows: Collection[int]) -> None:
    """These rows are done. A page that changed meanwhile has another row, which stays."""
    Outbox.objects.filter(pk__in=rows).delete()


def work_off() -> None:
    """Brings the tables up to date with all that waits. Its own transaction for each chunk; a
    failure leaves the rows. Pages that may not be found any more go before all others."""
    number = waiting().count()
    if number > index.CHUNK:
        _take_down()
    if number:
        while _work_off_chunk() >= index.CHUNK:
            pass


def _take_down() -> None:
    with transaction.atomic(using=index.using()):
        index.lock()
        changed = Outbox.objects.filter(reader=TABLES, failed=False).values("page_id")
        gone = Document.objects.filter(page_id__in=changed).exclude(
            page_id__in=findable().values("pk")
        )
        index.remove(list(gone.values_list("page_id", flat=True)))


def _work_off_chunk() -> int:
    """How many rows were taken."""
    with transaction.atomic(using=index.using()):
        index.lock()
        # Taken after the lock, so no two processes do the same rows.
        taken = _take(index.CHUNK)
        page_ids = set(taken)
        forget(connections[index.using()], page_ids)
        mark_failed(index.refresh(page_ids))
        _tell_apart_who_was_not_told()
    return len(taken)


def _tell_apart_who_was_not_told() -> None:
    """A search server that is switched off while pages change is to be filled again before it
    answers."""
    if off := set(_others).difference(other_readers()):
        Reader.objects.filter(name__in=off, is_complete=True).update(is_complete=False)


def _take(number: int) -> list[int]:
    """The pages of the oldest rows, which are deleted, and with them what failed of those pages."""
    table = Outbox._meta.db_table
    mine = "reader = %s AND page_id IN (SELECT page_id FROM {0} WHERE reader = %s AND NOT failed"
    statement = f"DELETE FROM {{0}} WHERE {mine} ORDER BY id LIMIT %s) RETURNING page_id"  # noqa: S608
    with connections[index.using()].cursor() as cursor:
        cursor.execute(statement.format(table), [TABLES, TABLES, number])
        return [row[0] for row in cursor.fetchall()]


def mark_failed(page_ids: Iterable[int]) -> None:
    """Keep a row for pages that could not be read, out of the way of all others."""
    Outbox.objects.bulk_create(Outbox(page_id=page_id, failed=True) for page_id in page_ids)
