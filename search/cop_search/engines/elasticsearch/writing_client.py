"""The client that delivers: it has time, unlike the one that answers visitors."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch

from cop_search import conf
from cop_search.delivery.target import Away

#: In seconds. Less than rows are taken for: see ``delivery.rows.LEASE``.
_TIMEOUT = 20

_clients: dict[str, Elasticsearch] = {}


def client() -> Elasticsearch:
    """One for each process and each setting."""
    server = conf.search_server()
    key = repr(sorted(server.items()))
    if key not in _clients:
        hosts = list(server.get("hosts", ["http://localhost:9200"]))
        with_time: dict[str, Any] = {
            "request_timeout": _TIMEOUT,
            # A node that is gone: the others are asked, each once.
            "max_retries": len(hosts) - 1,
            "retry_on_timeout": False,
            "retry_on_status": (),
        }
        _clients[key] = Elasticsearch(hosts, **{**with_time, **server.get("options", {})})
    return _clients[key]


@contextmanager
def told() -> Iterator[None]:
    """Whatever keeps the server from doing as it is told is ``Away``."""
    try:
        yield
    except ApiError as problem:
        raise Away(_reason(problem)) from problem
    except TransportError as problem:
        raise Away(f"{type(problem).__name__}: {problem.message}") from problem


def _reason(problem: ApiError) -> str:
    body = problem.body if isinstance(problem.body, dict) else {}
    error = body.get("error")
    said = error.get("reason") if isinstance(error, dict) else None
    return f"{problem.status_code} {problem.error}" + (f": {said}" if said else "")
