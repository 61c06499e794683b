"""The index as a whole: made anew, or repaired where it differs."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

from django.db import connections, transaction
from django.utils import timezone

from cop_search import index, outbox
from cop_search.differences import Differences
from cop_search.engines import get_engine
from cop_search.engines.schema import ensure_schema
from cop_search.models import Document, Outbox, Rebuild
from cop_search.noted import forget
from cop_search.tally import Tally
from cop_search.vocabulary import UNCOUNTED
from cop_search.wagtail_search import analyse


@dataclass(frozen=True, slots=True)
class Progress:
    """How many pages are done, of how many, and how many of them failed."""

    done: int
    total: int
    failed: int


def rebuild(*, go_on: bool = False) -> Iterator[Progress]:
    """Writes every document anew, a chunk at a time; what is gone goes with its chunk.

    Stopped half-way, it leaves an index in which all is there, old in parts and new in parts. The
    next run starts again, or with ``go_on`` leaves out what the one that was stopped has done.
    """
    ensure_schema(index.using())
    unfinished = Rebuild.objects.filter(finished=None).last() if go_on else None
    run = unfinished or Rebuild.objects.create()
    ids = _still_to_do(run)
    done = failed = 0
    tally = Tally(run.pk)
    with get_engine().rebuild(), closing(tally):
        for chunk in index.chunks(ids, index.REBUILD_CHUNK):
            failed += len(_write(chunk, run.pk, tally))
            tally.write_when_full()
            done += len(chunk)
            yield Progress(done, len(ids), failed)
    analyse(connections[index.using()])
    run.finished = timezone.now()
    run.save()
    Rebuild.objects.filter(pk__lt=run.pk).delete()
    if not ids:
        yield Progress(0, 0, 0)


def _still_to_do(run: Rebuild) -> list[int]:
    written = Document.objects.filter(generation=run.pk).exclude(analyzer_version=UNCOUNTED)
    done = set(written.values_list("page_id", flat=True))
    return [page_id for page_id in index.page_ids() if page_id not in done]


def _write(page_ids: Sequence[int], generation: int, tally: Tally | None = None) -> frozenset[int]:
    """Pages anew, whatever waits of them included; answers those that could not be read."""
    with transaction.atomic(using=index.using()):
        index.lock()
        Outbox.objects.filter(reader=outbox.TABLES, page_id__in=page_ids).delete()
        forget(connections[index.using()], page_ids)
        before = _documents(page_ids)
        failed = index.refresh(page_ids, generation=generation, tally=tally)
        outbox.mark_failed(failed)
        changed = before ^ _documents(page_ids)
        outbox.enqueue_for_others({page_id for page_id, *_ in changed})
    return failed


def _documents(page_ids: Sequence[int]) -> set[tuple[int, int, str]]:
    """What another reader would see of them; nothing where there is none."""
    if not outbox.other_readers():
        return set()
    documents = Document.objects.filter(page_id__in=page_ids)
    return set(documents.values_list("page_id", "pk", "fingerprint"))


def _forget_lost_words() -> None:
    engine = get_engine()
    known = Document.objects.values_list("pk", flat=True)
    engine.delete(sorted(engine.document_ids().difference(known)))


def repair(found: Differences) -> None:
    """Makes the index agree where ``compare`` found that it does not."""
    for chunk in index.chunks(sorted(found.pages)):
        # As a rebuild of these pages alone.
        _write(chunk, 0)
    _forget_lost_words()
