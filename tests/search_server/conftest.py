"""What tests with a real search server rest on: ``make test-search-server``."""

import pytest
from elasticsearch import Elasticsearch

from tests.search_server.nodes import one_node


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/search_server" in item.path.as_posix():
            item.add_marker(pytest.mark.search_server)


@pytest.fixture(scope="session")
def node(tmp_path_factory):
    with one_node(tmp_path_factory.mktemp("search-server")) as started:
        yield started


@pytest.fixture
def raw(node):
    """A client of the test's own, and an empty server."""
    client = Elasticsearch(node.address, request_timeout=30)
    for name in client.indices.get(index="*"):
        client.indices.delete(index=name)
    yield client
    client.close()


@pytest.fixture
def server(raw, node, settings):
    """The site runs on the server, which was never filled."""
    settings.COP_SEARCH = {
        "engine": "elasticsearch",
        "hosts": [node.address],
        "prefix": "test",
        "replicas": 0,
    }
    return raw
