"""All that indexes hold, as of one moment, some thousands in a request."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch

from cop_search.delivery.target import Held
from cop_search.engines.elasticsearch.answering import Found, whole
from cop_search.engines.elasticsearch.errors import told
from cop_search.engines.elasticsearch.mapping import KEPT

_AT_ONCE = 5_000
#: Between two requests.
_KEEP = "2m"


def scan(client: Elasticsearch, indexes: Sequence[str]) -> Iterator[Held]:
    """Raises ``Away``, also where a part of it does not answer."""
    if not indexes:
        return
    with told():
        client.indices.refresh(index=list(indexes))
        point = client.open_point_in_time(index=list(indexes), keep_alive=_KEEP)["id"]
    after: Any = None
    try:
        while True:
            found = _page(client, point, after)
            point = found["pit_id"]
            hits = found["hits"]["hits"]
            for hit in hits:
                yield Held(**hit["_source"])
            if len(hits) < _AT_ONCE:
                return
            after = hits[-1]["sort"]
    finally:
        # It ends by itself too, and a server that is gone needs no telling.
        with suppress(ApiError, TransportError):
            client.close_point_in_time(id=point)


def _page(client: Elasticsearch, point: str, after: Any) -> Found:
    with told():
        found: Found = client.search(
            pit={"id": point, "keep_alive": _KEEP},
            sort=["_shard_doc"],
            size=_AT_ONCE,
            search_after=after,
            track_total_hits=False,
            source={"includes": list(KEPT)},
        ).body
    return whole(found)
