"""The client that delivers: it has time, unlike the one that answers visitors."""

from elasticsearch import Elasticsearch

from cop_search.engines.elasticsearch.errors import as_written
from cop_search.engines.elasticsearch.options import hosts, identity, options

#: In seconds. Less than rows are taken for: see ``delivery.rows.LEASE``.
_TIMEOUT = 20

_clients: dict[str, Elasticsearch] = {}


def client() -> Elasticsearch:
    """One for each process and each setting. Raises ``ImproperlyConfigured``."""
    asked, given = hosts(), options()
    key = identity(asked, given)
    if key not in _clients:
        with as_written():
            _clients[key] = Elasticsearch(
                asked,
                **given,
                request_timeout=_TIMEOUT,
                # A node that is gone: the others are asked, each once.
                max_retries=len(asked) - 1,
                retry_on_timeout=False,
                retry_on_status=(),
            )
    return _clients[key]
