"""Pages to look at again: written with the change, worked off after its commit.

A row is written in the transaction that changes the page, so no change is lost, whatever happens
after; what is indexed is what is in the database when the row is worked off, so no draft and no
older state gets in.
"""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from cop_blocks.base_page import Page
from cop_search import index
from cop_search.models import Outbox


def enqueue(page_ids: Iterable[int]) -> None:
    """Have these pages looked at when the transaction commits."""
    rows = [Outbox(page_id=page_id) for page_id in page_ids]
    if rows:
        Outbox.objects.bulk_create(rows, batch_size=500)
        # Robust: the editor's page is saved; a failing index is no reason to answer 500. Many saves
        # in a transaction ask for this many times: the first does all, the others find nothing.
        transaction.on_commit(work_off, using=index.using(), robust=True)


def enqueue_tree(page: Any) -> None:
    """Have a page and all below it looked at."""
    below: QuerySet[Any] = Page.objects.filter(path__startswith=page.path)
    enqueue(below.values_list("pk", flat=True))


def work_off() -> None:
    """Indexes all that waits. Its own transaction for each chunk; a failure leaves the rows."""
    while _work_off_chunk():
        pass


def _work_off_chunk() -> bool:
    rows = dict(waiting()[: index.CHUNK])
    if not rows:
        return False
    with transaction.atomic(using=index.using()):
        index.lock()
        # First a write: from here on SQLite has no other writer, and what is read is the latest.
        Outbox.objects.filter(pk__in=rows).delete()
        page_ids = set(rows.values())
        failed = index.refresh(page_ids)
        Outbox.objects.filter(failed=True, page_id__in=page_ids).delete()
        mark_failed(failed)
    return True


def mark_failed(page_ids: Iterable[int]) -> None:
    """Keep a row for pages that could not be read, out of the way of all others."""
    Outbox.objects.bulk_create(Outbox(page_id=page_id, failed=True) for page_id in page_ids)


def waiting() -> "QuerySet[Any, tuple[int, int]]":
    """Row and page of all that waits, the oldest first; what failed waits for a repair."""
    return Outbox.objects.filter(failed=False).order_by("pk").values_list("pk", "page_id")
