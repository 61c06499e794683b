"""From the outbox to a search server, in bundles.

Whoever drains first brings the tables up to date: then what is read for the server is what the
tables hold, and a process that died right after its commit leaves nothing behind.
"""

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils import timezone

from cop_search import index, outbox
from cop_search.delivery import rows
from cop_search.delivery.readiness import why_rebuild
from cop_search.delivery.rows import Taken
from cop_search.delivery.target import Away, Change, Stored, Target
from cop_search.delivery.versions import next_version, note_failure, note_success
from cop_search.models import Document

logger = logging.getLogger("cop_search")

#: What is said of a page of which the app raised: it stays as it was, until somebody asks.
_UNREAD = "The page could not be read; the log says why"

#: Rows in one bundle.
BUNDLE = 200

#: See ``Index.send``.
Send = Callable[[Sequence[Change]], Mapping[int, str]]


@dataclass(frozen=True, slots=True)
class Delivered:
    """Of one bundle: how many pages the server has now, and which it refused, and why."""

    pages: int
    refused: Mapping[int, str]


def drain(name: str, target: Target, size: int = BUNDLE) -> Iterator[Delivered]:
    """Delivers all that waits for ``name``, a bundle at a time. Raises ``Away``; what was not
    acknowledged stays in the outbox."""
    if problem := why_rebuild(name, target):
        raise Away(problem)
    yield from deliver(name, target.send, size)


def deliver(name: str, send: Send, size: int = BUNDLE) -> Iterator[Delivered]:
    """As ``drain``, to whatever ``send`` reaches, also where the server is being filled."""
    while (taken := rows.take(name, size)).rows:
        try:
            delivered = _deliver(name, send, taken)
        except Away as problem:
            rows.release(taken)
            note_failure(name, str(problem))
            raise
        except BaseException:
            rows.release(taken)
            raise
        note_success(name)
        yield delivered


def _deliver(name: str, send: Send, taken: Taken) -> Delivered:
    outbox.work_off()
    page_ids = taken.page_ids
    changes = read(page_ids, next_version(name))
    if timezone.now() > taken.until:
        raise Away("Reading the pages took too long; others may have them by now")
    refused = {**unread(page_ids, changes), **send(changes)}
    for page_id, error in refused.items():
        logger.error("Page %s is refused by %s and set aside: %s", page_id, name, error)
    rows.acknowledge(name, taken, page_ids.difference(refused))
    rows.set_aside(name, taken, refused)
    return Delivered(len(page_ids) - len(refused), refused)


def unread(page_ids: Collection[int], changes: Iterable[Change]) -> dict[int, str]:
    """The pages that could not be read, with what is said of them."""
    return dict.fromkeys(set(page_ids).difference(change.page_id for change in changes), _UNREAD)


def read(page_ids: Collection[int], version: int) -> list[Change]:
    """What holds of these pages now. What the tables do not find the server is not to find either;
    a page that cannot be read stays as it was, in both."""
    now = index.read(page_ids)
    known = Document.objects.filter(page_id__in=page_ids).values_list("page_id", "pk")
    keys = dict(known)
    return [
        Change(
            page_id,
            version,
            Stored(keys[page_id], now.drafts[page_id])
            if page_id in keys and page_id in now.drafts
            else None,
        )
        for page_id in sorted(set(page_ids).difference(now.failed))
    ]
