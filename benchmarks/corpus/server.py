"""A search server beside the tables: filled, told of changes, weighed. Nothing without one."""

from collections import deque
from collections.abc import Iterator

from benchmarks.corpus.timing import once
from cop_search import outbox
from cop_search.delivery import rebuilding
from cop_search.delivery.drain import drain
from cop_search.delivery.target import Target, targets
from cop_search.models import Document, Outbox

#: So many pages are told to it again.
_CHANGED = 2_000


def measure() -> Iterator[tuple[str, str]]:
    for name, target in targets().items():
        yield from _measure(name, target)


def _measure(name: str, target: Target) -> Iterator[tuple[str, str]]:
    number = Document.objects.count()
    filled = once(lambda: deque(rebuilding.rebuild(name, target), maxlen=0))
    yield "filling the search server", _pace(number, filled)
    changed = list(Document.objects.order_by("pk").values_list("page_id", flat=True)[:_CHANGED])
    Outbox.objects.bulk_create(Outbox(page_id=page_id, reader=name) for page_id in changed)
    drained = once(lambda: deque(drain(name, target), maxlen=0))
    if outbox.waiting(name).exists():
        raise RuntimeError("not everything was delivered")
    yield f"cop_search_drain of {len(changed)} pages", _pace(len(changed), drained)
    yield "size of its indexes, merged", f"{_bytes(target) / 1e6:.2f} MB"


def _pace(number: int, milliseconds: float) -> str:
    seconds = milliseconds / 1000
    return f"{seconds:.1f} s, {number / seconds:.0f} documents a second"


def _bytes(target: Target) -> int:
    """On disk, without replicas, and without what was written over: by segment, since statistics of
    a store are ten seconds old."""
    from cop_search.engines.elasticsearch.target import ElasticsearchTarget

    assert isinstance(target, ElasticsearchTarget)  # noqa: S101
    mine = f"{target.prefix}.*"
    indices = target.client.options(request_timeout=600).indices
    indices.forcemerge(index=mine, max_num_segments=1)
    # Until then what was merged is listed beside what it was merged into.
    indices.refresh(index=mine)
    told = indices.segments(index=mine).body["indices"].values()
    shards = (shard for index in told for copies in index["shards"].values() for shard in copies)
    return sum(
        segment["size_in_bytes"]
        for shard in shards
        if shard["routing"]["primary"]
        for segment in shard["segments"].values()
    )
