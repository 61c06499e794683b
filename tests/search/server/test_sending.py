"""What is done where a request is too large, or the server goes in the middle of it."""

import pytest
from elastic_transport import ConnectionError
from elasticsearch import Elasticsearch

from cop_search.delivery.target import Away
from cop_search.engines.elasticsearch.bulk import Operation
from cop_search.engines.elasticsearch.scanning import scan
from cop_search.engines.elasticsearch.target import Cluster

TOO_LARGE = (413, "<html>413 Request Entity Too Large</html>")
DONE = {"index": {"status": 201}}


@pytest.fixture
def cluster(search_settings, node):
    (host,) = search_settings()
    cluster = Cluster()
    cluster.client = Elasticsearch(host, node_class=node, max_retries=0)
    return cluster


def lines(number):
    return iter(
        [Operation("cop.nl.1.5.write", page, 7, {"page_id": page}) for page in range(number)]
    )


def items(*said):
    return (200, {"items": list(said)})


def test_a_request_that_is_too_large_on_the_way_is_sent_in_halves(cluster, node):
    node.answers += [TOO_LARGE, items(DONE), items(DONE, DONE)]
    assert cluster.write(lines(3), refresh=False) == {}
    sent = [len(body.splitlines()) for *_, body in node.asked]
    assert sent == [6, 2, 4]


def test_one_document_that_is_too_large_by_itself_is_refused(cluster, node):
    node.answers += [TOO_LARGE, items(DONE), TOO_LARGE]
    refused = cluster.write(lines(2), refresh=False)
    assert refused.keys() == {1}
    assert refused[1].startswith("413")


def test_a_server_that_goes_while_it_is_read_is_away(cluster, node):
    hit = {
        "_source": {
            "page_id": 1,
            "document_id": 2,
            "fingerprint": "f",
            "locale": "nl",
            "site_id": 3,
        },
        "sort": [1],
    }
    page = {"pit_id": "b", "timed_out": False, "_shards": {"failed": 0}, "hits": {"hits": [hit]}}
    whole = [(200, {}), (200, {"id": "a"}), (200, page), (200, {})]
    node.answers += whole
    assert [each.page_id for each in scan(cluster.client, ["i"])] == [1]
    assert node.asked[-1][-1] == {"id": "b"}
    for answers in (
        [ConnectionError("gone")],
        [(200, {}), (200, {"id": "a"}), ConnectionError("gone"), ConnectionError("gone")],
        [(200, {}), (200, {"id": "a"}), (200, {**page, "timed_out": True}), (200, {})],
        [(200, {}), (200, {"id": "a"}), (200, {**page, "_shards": {"failed": 1}}), (200, {})],
    ):
        node.answers[:] = answers
        with pytest.raises(Away):
            list(scan(cluster.client, ["i"]))
        assert node.answers == []
