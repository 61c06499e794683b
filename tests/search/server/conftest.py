import itertools

import pytest

from cop_search.engines.elasticsearch import reading_client
from tests.search.server.nodes import TestNode

_number = itertools.count(20_000)


@pytest.fixture
def search_settings(settings):
    """A function that has the site run on one server or on some, which no test asked before."""

    def write(nodes=1, **written):
        hosts = [f"http://127.0.0.1:{next(_number)}" for _ in range(nodes)]
        settings.COP_SEARCH = {"engine": "elasticsearch", "hosts": hosts, **written}
        return hosts

    return write


@pytest.fixture
def node(monkeypatch):
    """What all servers answer, without a socket."""
    monkeypatch.setattr(reading_client, "ImpatientNode", TestNode)
    monkeypatch.setattr(TestNode, "answers", [])
    monkeypatch.setattr(TestNode, "asked", [])
    return TestNode
