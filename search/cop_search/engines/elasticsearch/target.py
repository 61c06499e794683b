"""A cluster as the outbox sees it: what it is sent, what it holds, and a rebuild beside it."""

import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from elasticsearch import BadRequestError

from cop_search import conf
from cop_search.delivery.readiness import has_others
from cop_search.delivery.servers import ELASTICSEARCH
from cop_search.delivery.target import Away, Change, Held, Place, State
from cop_search.engines.elasticsearch import names
from cop_search.engines.elasticsearch.bulk import Operation, Outcome, bundles, outcome
from cop_search.engines.elasticsearch.errors import TooLarge, told
from cop_search.engines.elasticsearch.mapping import MAPPING, schema, settings
from cop_search.engines.elasticsearch.names import Indexes
from cop_search.engines.elasticsearch.operations import operations, places_of
from cop_search.engines.elasticsearch.scanning import scan
from cop_search.engines.elasticsearch.writing_client import client

#: How often the indexes are looked at, while others make some or swap them.
_TRIES = 5


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

    def write(self, lines: Iterator[Operation], *, refresh: bool) -> Mapping[int, str]:
        refused: dict[int, str] = {}
        for bundle in bundles(lines):
            result = self._bulk(bundle, refresh)
            self._take_away(result.strays)
            if result.gone and result.gone & {names.write(name) for name in self.indexes().names}:
                raise Away("an index is being made")
            refused.update(result.refused)
        return refused

    def _bulk(self, bundle: Sequence[Operation], refresh: bool) -> Outcome:
        # Lines that are encoded already are sent as they are, which its types do not tell.
        lines: Any = [line for operation in bundle for line in operation.encoded]
        try:
            with told():
                answer = self.client.bulk(operations=lines, refresh=refresh).body
        except TooLarge as problem:
            # Something on the way takes less than a server does.
            if len(bundle) == 1:
                return Outcome({bundle[0].page_id: str(problem)})
            half = len(bundle) // 2
            first, second = (self._bulk(part, refresh) for part in (bundle[:half], bundle[half:]))
            return first | second
        return outcome(bundle, answer["items"])

    def _answers(self, place: Place, name: str) -> dict[str, Any]:
        """The action by which an index answers from now on."""
        return {"add": {"index": name, "aliases": names.answering(self.prefix, place)}}

    def _take_away(self, indexes: Collection[str]) -> None:
        for name in sorted(indexes):
            with told():
                self.client.options(ignore_status=404).indices.delete(index=name)


class ElasticsearchTarget(Cluster):
    @property
    def schema(self) -> str:
        return schema()

    def send(self, changes: Sequence[Change]) -> Mapping[int, str]:
        wanted = places_of(changes)
        lost: set[tuple[str, Place]] = set()
        for _ in range(_TRIES):
            indexes = self._settled()
            missing = {
                (run, place)
                for run, places in indexes.runs.items()
                for place in wanted.difference(places)
            } - lost
            if not missing:
                # Acknowledged is what visitors find, or find no more.
                lines = operations(indexes.runs, changes, elsewhere=True)
                return self.write(lines, refresh=True)
            for run, place in sorted(missing):
                if run in indexes.live and self._is_lost(place, changes):
                    if not indexes.beside:
                        name = names.alias(self.prefix, place)
                        raise Away(f"the index of {name} is gone: run manage.py cop_search_rebuild")
                    lost.add((run, place))
                else:
                    self.make(place, run, answers=run in indexes.live)
        raise Away("its indexes are being made by others")

    def _settled(self) -> Indexes:
        """As they are to be: of what answers there is one run, and all of it answers. A delivery
        that makes an index just while a rebuild takes over leaves it otherwise."""
        indexes = self.indexes()
        if not indexes.live:
            if not indexes.beside:
                raise Away("it has no index that answers: run manage.py cop_search_rebuild")
            return indexes
        newest = max(indexes.live, key=int)
        silent = indexes.beside.get(newest, {})
        actions = [self._answers(place, name) for place, name in silent.items()]
        for run, places in indexes.live.items():
            if run != newest:
                actions += [{"remove_index": {"index": name}} for name in places.values()]
        if not actions:
            return indexes
        with told():
            self.client.indices.update_aliases(actions=actions)
        return self.indexes()

    def _is_lost(self, place: Place, changes: Sequence[Change]) -> bool:
        """An index that somebody took away is not made again with no more than these pages in it:
        without it the tables answer, with it nobody would find the others."""
        return has_others(ELASTICSEARCH, *place, {change.page_id for change in changes})

    def held(self) -> Iterator[Held]:
        return scan(self.client, self.indexes().answering)

    def begin(self, places: Collection[Place]) -> "Beside":
        self._take_away(names.leftovers(self.prefix, self._aliases()))
        beside = Beside(str(time.time_ns() // 1000))
        beside.prepare({(locale.lower(), site_id) for locale, site_id in places})
        return beside

    def state(self) -> State:
        with told():
            health = self.client.cluster.health().body
            nodes: list[Any] = list(self.client.cat.nodes(format="json", h="name").body)
            counted = self.client.search(
                index=f"{self.prefix}.*",
                size=0,
                query={"bool": {"filter": {"terms": {"_index": self.indexes().answering}}}},
                aggs={"locales": {"terms": {"field": "locale", "size": 1000}}},
                ignore_unavailable=True,
            ).body
        found = counted.get("aggregations", {}).get("locales", {}).get("buckets", [])
        return State(
            str(health["status"]),
            sorted(node["name"] for node in nodes),
            {str(bucket["key"]): int(bucket["doc_count"]) for bucket in found},
        )


class Beside(Cluster):
    """The indexes of one run, which do not answer yet."""

    def __init__(self, run: str) -> None:
        super().__init__()
        self.run = run
        self.places: dict[Place, str] = {}

    def prepare(self, places: set[Place]) -> None:
        for place in sorted(places.difference(self.places)):
            self.places[place] = self.make(place, self.run, answers=False)

    def send(self, changes: Sequence[Change]) -> Mapping[int, str]:
        return self._send(changes, elsewhere=False)

    def follow(self, changes: Sequence[Change]) -> Mapping[int, str]:
        return self._send(changes, elsewhere=True)

    def _send(self, changes: Sequence[Change], *, elsewhere: bool) -> Mapping[int, str]:
        self.prepare(places_of(changes))
        lines = operations({self.run: self.places}, changes, elsewhere=elsewhere)
        return self.write(lines, refresh=False)

    def held(self) -> Iterator[Held]:
        return scan(self.client, list(self._now().values()))

    def swap(self) -> None:
        indexes = self.indexes()
        places = self._now()
        actions = [self._answers(place, name) for place, name in places.items()]
        actions += [{"remove_index": {"index": name}} for name in indexes.answering]
        with told():
            self.client.indices.update_aliases(actions=actions)

    def _now(self) -> Mapping[Place, str]:
        """Those of this run, also what a delivery has added."""
        places = self.indexes().beside.get(self.run, {})
        if set(self.places) - set(places):
            raise Away("another rebuild has begun")
        return places
