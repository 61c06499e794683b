"""When all trouble is over: everything is delivered, and compared with what the pages are."""

import time
from typing import Any

from elasticsearch import Elasticsearch

from tests.search_server.served_site import ServedSite

_WAITING = """
from cop_search.models import Outbox
print(json.dumps(Outbox.objects.count()))
"""
_ALLOWED = """
from tests.search_server.people import may_be_found
from cop_search.models import SearchPage
own = set(SearchPage.objects.values_list("pk", flat=True))
print(json.dumps([pk for pk in may_be_found() if pk not in own]))
"""


def settle(site: ServedSite) -> None:
    """All that waits is delivered, also what the killed had taken."""
    waiting: Any = None
    for _ in range(60):
        process = site.start("-m", "django", "cop_search_drain")
        process.communicate(timeout=120)
        waiting = site.ask(_WAITING)
        if not waiting:
            return
        time.sleep(1)
    raise AssertionError(f"{waiting} rows wait: {site.errors}")


def compare(site: ServedSite, address: str) -> None:
    """Which pages the server holds, worked out without the product; and their contents."""
    client = Elasticsearch(address, request_timeout=30)
    found = client.search(index="served.*", size=10_000, query={"match_all": {}})
    client.close()
    held = sorted(hit["_source"]["page_id"] for hit in found["hits"]["hits"])
    assert held == sorted(site.ask(_ALLOWED))
    told = site.manage("cop_search_check")
    assert told == "The index agrees with the pages.\nThe search server agrees with the index.\n"
