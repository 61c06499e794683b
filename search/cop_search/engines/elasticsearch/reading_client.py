"""The client that answers visitors: it has no time, and asks once.

A node that failed is not asked again for as long as the breaker rests; the next visitor's request
goes to another. A name that resolves slowly is not bounded by these seconds: give addresses, or a
resolver nearby.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from elastic_transport import NodeConfig, Urllib3HttpNode
from elasticsearch import Elasticsearch
from urllib3 import Timeout

from cop_search.delivery.target import Away
from cop_search.engines.elasticsearch.breaker import REST, Breaker
from cop_search.engines.elasticsearch.errors import as_written, told
from cop_search.engines.elasticsearch.options import hosts, identity, options

#: In seconds.
CONNECT, READ = 0.5, 2.0


class ImpatientNode(Urllib3HttpNode):
    """The client knows one time-out for both."""

    def __init__(self, config: NodeConfig) -> None:
        super().__init__(config)
        self.pool.timeout = Timeout(connect=CONNECT, read=READ)


@dataclass(frozen=True, slots=True)
class _Reading:
    client: Elasticsearch
    breaker: Breaker


_made: dict[str, _Reading] = {}
_lock = Lock()


@contextmanager
def asking() -> Iterator[Elasticsearch]:
    """The client, to ask one thing with. Raises ``Away`` where the server does not answer, also of
    itself at once while it is left alone; raise it inside for an answer that is not whole. It is
    ``Refused`` where the server answers, and not to this."""
    try:
        reading = _reading()
    except ImproperlyConfigured as problem:
        raise Away(str(problem)) from problem
    with reading.breaker.guard(), told():
        yield reading.client


def breaker() -> Breaker:
    return _reading().breaker


def _reading() -> _Reading:
    """One for each process and each setting."""
    asked, given = hosts(), options()
    key = identity(asked, given)
    with _lock:
        if key not in _made:
            with as_written():
                _made[key] = _Reading(_client(asked, given), Breaker(limit=len(asked)))
        return _made[key]


def _client(asked: list[str], given: dict[str, Any]) -> Elasticsearch:
    return Elasticsearch(
        asked,
        **given,
        node_class=ImpatientNode,
        max_retries=0,
        retry_on_timeout=False,
        retry_on_status=(),
        dead_node_backoff_factor=REST,
        max_dead_node_backoff=REST,
    )
