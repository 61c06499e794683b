"""A search server filled anew, beside what answers meanwhile."""

from collections.abc import Iterator
from itertools import product

from wagtail.models import Locale, Site

from cop_search import index, outbox
from cop_search.delivery import rows
from cop_search.delivery.comparing import compare
from cop_search.delivery.drain import Send, deliver, read, unread
from cop_search.delivery.readiness import forget_what_waits, note_complete, why_rebuild
from cop_search.delivery.rows import Reservation
from cop_search.delivery.target import Beside, Place, Target
from cop_search.delivery.versions import next_version, note_success
from cop_search.maintenance import Progress
from cop_search.models import Document

#: How often what is missing is delivered before the rebuild gives up.
_TRIES = 5


class Incomplete(Exception):
    """The new index holds other pages than the tables, so it does not take over."""


def rebuild(name: str, target: Target) -> Iterator[Progress]:
    """Fills an empty index with every document, then has it take over. What changes meanwhile is
    delivered to both. Raises ``Away`` and ``Incomplete``; stopped at any moment, it leaves what
    answered before, and the next run begins anew."""
    # Before anything is read: what is delivered from now on goes there too, so what is read is
    # never older than what went past it.
    beside = target.begin(_places())
    # What was made otherwise answers nobody, and may not take what is made now.
    send = beside.follow if why_rebuild(name, target) else target.send
    forget_what_waits(name)
    aside = list(rows.aside(name).values_list("pk", flat=True))
    # All that waits now is read with all else, once the tables know of it.
    with rows.reserved(name) as reserved:
        outbox.work_off()
        yield from _fill(name, beside, reserved)
        _catch_up(name, beside, send, reserved)
        beside.swap()
    rows.forget_aside(name, aside)
    note_complete(name, target.schema)
    note_success(name)


def _fill(name: str, beside: Beside, reserved: Reservation) -> Iterator[Progress]:
    ids = list(Document.objects.order_by("page_id").values_list("page_id", flat=True))
    done = failed = 0
    for chunk in index.chunks(ids):
        reserved.hold()
        changes = read(chunk, next_version(name))
        refused = {**unread(chunk, changes), **beside.send(changes)}
        rows.keep_aside(name, refused)
        done += len(chunk)
        failed += len(refused)
        yield Progress(done, len(ids), failed)


def _catch_up(name: str, beside: Beside, send: Send, reserved: Reservation) -> None:
    """What changed meanwhile, until the new index holds what the tables hold."""
    for _ in range(_TRIES):
        for _bundle in deliver(name, send):
            reserved.hold()
        if not (differing := compare(name, beside, reserved.taken.rows)):
            return
    page_id, problem = min(differing.items())
    said = f"{len(differing)} pages differ from the new index, as page {page_id}: {problem}"
    raise Incomplete(said)


def _places() -> set[Place]:
    """Languages and sites that there are documents of; all, where there are none yet."""
    found = set(Document.objects.order_by().values_list("locale", "site_id").distinct())
    if found:
        return found
    codes = Locale.objects.values_list("language_code", flat=True)
    return set(product(codes, Site.objects.values_list("pk", flat=True)))
