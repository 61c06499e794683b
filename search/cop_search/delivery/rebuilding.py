"""A search server filled anew, beside what answers meanwhile."""

from collections.abc import Iterator
from itertools import product

from wagtail.models import Locale, Site

from cop_search import index, outbox
from cop_search.delivery import rows
from cop_search.delivery.comparing import compare
from cop_search.delivery.drain import deliver, read, unread
from cop_search.delivery.readiness import forget_what_waits, note_complete, why_rebuild
from cop_search.delivery.target import Place, Target
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
    # All that waits is read below. Its rows stay until then: what answers meanwhile may hold pages
    # that nobody is to find any more.
    settled = rows.take_all(name)
    outbox.work_off()
    aside = list(rows.aside(name).values_list("pk", flat=True))
    try:
        ids = list(Document.objects.order_by("page_id").values_list("page_id", flat=True))
        done = failed = 0
        for chunk in index.chunks(ids):
            settled = rows.hold(settled)
            changes = read(chunk, next_version(name))
            refused = {**unread(chunk, changes), **beside.send(changes)}
            rows.keep_aside(name, refused)
            done += len(chunk)
            failed += len(refused)
            yield Progress(done, len(ids), failed)
        for _ in range(_TRIES):
            for _bundle in deliver(name, send):
                settled = rows.hold(settled)
            if not (differing := compare(name, beside, settled.rows)):
                break
        else:
            page_id, problem = min(differing.items())
            said = f"{len(differing)} pages differ from the new index, as page {page_id}: {problem}"
            raise Incomplete(said)
        beside.swap()
    except BaseException:
        rows.release(settled)
        raise
    rows.settle(settled)
    rows.forget_aside(name, aside)
    note_complete(name, target.schema)
    note_success(name)


def _places() -> set[Place]:
    """Languages and sites that there are documents of; all, where there are none yet."""
    found = set(Document.objects.order_by().values_list("locale", "site_id").distinct())
    if found:
        return found
    codes = Locale.objects.values_list("language_code", flat=True)
    return set(product(codes, Site.objects.values_list("pk", flat=True)))
