"""What writing costs: the whole index, and one page more."""

from collections import deque
from collections.abc import Iterator
from functools import partial

from django.core.management import call_command
from django.db import transaction

from benchmarks.corpus import server
from benchmarks.corpus.models import SupportPage
from benchmarks.corpus.timing import median, once, p95
from cop_search import maintenance, outbox
from cop_search.delivery.target import targets
from cop_search.models import Document
from cop_search.wagtail_search import entries

_PUBLISHED = 30


#: Beyond so many pages Wagtail's index is made with what we read ahead for it, not without.
_TOO_MANY = 10_000


def measure(size: int) -> Iterator[tuple[str, str]]:
    """A kept site that is indexed already is not indexed again, but in a search server, which is
    new each time, and of which Wagtail's own index is not the measure."""
    ours = None
    if Document.objects.count() < size:
        ours = once(lambda: deque(maintenance.rebuild(), maxlen=0))
        yield "cop_search_rebuild, the tables", f"{ours / 1000:.1f} s"
    if targets():
        yield from server.measure()
    elif entries()._default_manager.count() < size:
        yield from _plain(size, ours)


def _plain(size: int, ours: float | None) -> Iterator[tuple[str, str]]:
    for reads_ahead in (True, False) if size <= _TOO_MANY else (True,):
        SupportPage.reads_ahead = reads_ahead
        entries()._default_manager.all().delete()
        plain = once(lambda: call_command("update_index", verbosity=0))
        how = "update_index, names of terms read ahead" if reads_ahead else "update_index"
        yield how, f"{plain / 1000:.1f} s"
        if ours:
            yield f"{how}, times ours", f"{plain / ours:.1f}"


def freshness() -> Iterator[tuple[str, str]]:
    """What a publication takes longer: the row in the outbox, and the work after the commit."""
    pages = list(SupportPage.objects.order_by("-pk").values_list("pk", flat=True)[:_PUBLISHED])
    spent = [once(partial(_publish, page)) for page in pages]
    yield "publishing takes longer by, median / p95", f"{median(spent):.1f} / {p95(spent):.1f} ms"


def _publish(page_id: int) -> None:
    with transaction.atomic():
        SupportPage.objects.filter(pk=page_id).update(summary="Een andere tekst.")
        outbox.enqueue([page_id])
