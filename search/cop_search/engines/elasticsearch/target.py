"""A cluster as the outbox sees it: what it is sent, what it holds, and a rebuild beside it."""

import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from elasticsearch import BadRequestError

from cop_search import conf
from cop_search.delivery.target import Away, Change, Held, State
from cop_search.engines.elasticsearch import names
from cop_search.engines.elasticsearch.bulk import Operation, bundles, outcome
from cop_search.engines.elasticsearch.errors import told
from cop_search.engines.elasticsearch.mapping import KEPT, MAPPING, as_source, schema, settings
from cop_search.engines.elasticsearch.names import Indexes, Place
from cop_search.engines.elasticsearch.writing_client import client

_SCANNED_AT_ONCE = 5_000


class Cluster:
    """What the target and an index beside it have in common: runs, and what is in them."""

    def __init__(self) -> None:
        self.client = client()
        self.prefix = conf.search_prefix()

    def indexes(self) -> Indexes:
        return names.read_aliases(self.prefix, self._aliases())

    def _aliases(self) -> Mapping[str, Any]:
        with told():
            answer: Mapping[str, Any] = self.client.indices.get_alias(
                index=f"{self.prefix}.*", expand_wildcards="all", ignore_unavailable=True
            ).body
        return answer

    def make(self, place: Place, run: str, *, answers: bool) -> str:
        """An empty index, with its aliases from the first moment on."""
        name = names.index(self.prefix, place, run)
        aliases: dict[str, Any] = {names.write(name): {}}
        if answers:
            aliases |= {each: {} for each in names.answering(self.prefix, place)}
        with told():
            try:
                self.client.indices.create(
                    index=name, mappings=MAPPING, settings=settings(), aliases=aliases
                )
            except BadRequestError as problem:
                # Another delivery made it just now.
                if problem.error != "resource_already_exists_exception":
                    raise
        return name

    def write(
        self, runs: Mapping[str, Mapping[Place, str]], changes: Sequence[Change], refresh: bool
    ) -> Mapping[int, str]:
        refused: dict[int, str] = {}
        for bundle in bundles(_operations(runs, changes)):
            lines = [line for operation in bundle for line in operation.lines]
            with told():
                answer = self.client.bulk(operations=lines, refresh=refresh).body
            result = outcome(bundle, answer["items"])
            if result.gone & {names.write(name) for name in self.indexes().names}:
                raise Away("an index is being made")
            refused.update(result.refused)
        return refused

    def scan(self, indexes: Sequence[str]) -> Iterator[Held]:
        if not indexes:
            return
        with told():
            self.client.indices.refresh(index=list(indexes))
            opened = self.client.open_point_in_time(index=list(indexes), keep_alive="2m")["id"]
        try:
            yield from self._pages(opened)
        finally:
            self.client.options(ignore_status=404).close_point_in_time(id=opened)

    def _pages(self, opened: str) -> Iterator[Held]:
        after: Any = None
        while True:
            with told():
                found = self.client.search(
                    pit={"id": opened, "keep_alive": "2m"},
                    sort=["_shard_doc"],
                    size=_SCANNED_AT_ONCE,
                    search_after=after,
                    track_total_hits=False,
                    source={"includes": list(KEPT)},
                ).body
            if found["_shards"]["failed"] or found["timed_out"]:
                raise Away("only a part of it answers")
            hits = found["hits"]["hits"]
            for hit in hits:
                yield Held(**hit["_source"])
            if len(hits) < _SCANNED_AT_ONCE:
                return
            after = hits[-1]["sort"]


class ElasticsearchTarget(Cluster):
    @property
    def schema(self) -> str:
        return schema()

    def send(self, changes: Sequence[Change]) -> Mapping[int, str]:
        indexes = self.indexes()
        if not indexes.live:
            raise Away("it has no index that answers: run manage.py cop_search_rebuild")
        runs = {**indexes.live, **indexes.beside}
        for run in runs:
            runs[run] = {**runs[run], **self._made(runs[run], run, run in indexes.live, changes)}
        # Acknowledged is what visitors find, or find no more.
        return self.write(runs, changes, refresh=True)

    def _made(
        self, places: Mapping[Place, str], run: str, answers: bool, changes: Sequence[Change]
    ) -> dict[Place, str]:
        new = _places(changes).difference(places)
        return {place: self.make(place, run, answers=answers) for place in sorted(new)}

    def held(self) -> Iterator[Held]:
        live = self.indexes().live.values()
        return self.scan([name for places in live for name in places.values()])

    def begin(self, places: Collection[Place]) -> "Beside":
        left = names.leftovers(self.prefix, self._aliases())
        with told():
            for name in left:
                self.client.options(ignore_status=404).indices.delete(index=name)
        beside = Beside(str(time.time_ns() // 1000))
        for locale, site_id in sorted(places):
            beside.add((locale.lower(), site_id))
        return beside

    def state(self) -> State:
        with told():
            health = self.client.cluster.health().body
            nodes: list[Any] = list(self.client.cat.nodes(format="json", h="name").body)
            counted = self.client.search(
                index=f"{self.prefix}.*",
                size=0,
                query={"bool": {"filter": {"terms": {"_index": self._live()}}}},
                aggs={"locales": {"terms": {"field": "locale", "size": 1000}}},
                ignore_unavailable=True,
            ).body
        found = counted.get("aggregations", {}).get("locales", {}).get("buckets", [])
        return State(
            str(health["status"]),
            sorted(node["name"] for node in nodes),
            {str(bucket["key"]): int(bucket["doc_count"]) for bucket in found},
        )

    def _live(self) -> list[str]:
        return [name for places in self.indexes().live.values() for name in places.values()]


class Beside(Cluster):
    """The indexes of one run, which do not answer yet."""

    def __init__(self, run: str) -> None:
        super().__init__()
        self.run = run
        self.places: dict[Place, str] = {}

    def send(self, changes: Sequence[Change]) -> Mapping[int, str]:
        for place in sorted(_places(changes).difference(self.places)):
            self.add(place)
        return self.write({self.run: self.places}, changes, refresh=False)

    def add(self, place: Place) -> None:
        self.places[place] = self.make(place, self.run, answers=False)

    def held(self) -> Iterator[Held]:
        return self.scan(list(self._now().values()))

    def swap(self) -> None:
        indexes = self.indexes()
        places = self._now()
        old = [name for run in indexes.live.values() for name in run.values()]
        actions: list[dict[str, Any]] = [
            {"add": {"index": name, "aliases": names.answering(self.prefix, place)}}
            for place, name in places.items()
        ]
        actions += [{"remove_index": {"index": name}} for name in old]
        with told():
            self.client.indices.update_aliases(actions=actions)

    def _now(self) -> Mapping[Place, str]:
        """Those of this run, also what a delivery has added."""
        places = self.indexes().beside.get(self.run, {})
        if set(self.places) - set(places):
            raise Away("another rebuild has begun")
        return places


def _places(changes: Sequence[Change]) -> set[Place]:
    return {_place(change) for change in changes if change.document}


def _place(change: Change) -> Place:
    assert change.document  # noqa: S101
    columns = change.document.draft.columns
    return str(columns["locale"]).lower(), int(columns["site_id"])


def _operations(
    runs: Mapping[str, Mapping[Place, str]], changes: Sequence[Change]
) -> Iterator[Operation]:
    """In its own index a page is written, from all others of the run it goes: it may have been in
    another language or on another site before."""
    sources = {
        change.page_id: (_place(change), as_source(change.document))
        for change in changes
        if change.document
    }
    for places in runs.values():
        for change in changes:
            own, source = sources.get(change.page_id, (None, None))
            for place, name in places.items():
                yield Operation(
                    names.write(name),
                    change.page_id,
                    change.version,
                    source if place == own else None,
                )
