"""What a cluster answered."""

from collections.abc import Mapping
from typing import Any

from cop_search.delivery.target import Away
from cop_search.engines.base import Answer, Question

Found = Mapping[str, Any]


def whole(found: Found) -> Found:
    """Raises ``Away`` where only a part of it answered."""
    if found["timed_out"] or found["_shards"]["failed"]:
        raise Away("only a part of it answers")
    return found


def ids(found: Found, field: str = "document_id") -> tuple[int, ...]:
    return tuple(hit["fields"][field][0] for hit in found["hits"]["hits"])


def total(found: Found) -> int:
    number: int = found["hits"]["total"]["value"]
    return number


def answer(found: Found, question: Question) -> Answer:
    number = total(found)
    pages = max(1, -(-number // question.page_size))
    counted = found.get("aggregations", {})
    counts = {facet.dimension: _counts(counted[facet.dimension]) for facet in question.facets}
    page = min(question.page, pages)
    return Answer(ids(found), number, page, counts, page_ids=ids(found, "page_id"))


def _counts(said: Mapping[str, Any]) -> dict[str, int]:
    buckets = said["values"].get("buckets", {})
    counted = (
        buckets.items()
        if isinstance(buckets, Mapping)
        else ((bucket["key"], bucket) for bucket in buckets)
    )
    return {value: bucket["doc_count"] for value, bucket in counted if bucket["doc_count"]}
