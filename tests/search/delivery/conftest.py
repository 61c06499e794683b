import pytest

from cop_search.delivery.drain import drain
from cop_search.delivery.target import register_target, unregister_target
from tests.search.delivery.cluster import NAME, Cluster


@pytest.fixture
def cluster(db):
    """A server that is told of every change from now on."""
    server = Cluster()
    register_target(NAME, lambda: server)
    yield server
    unregister_target(NAME)


@pytest.fixture
def delivered(cluster):
    """Titles in the server after all that waits is delivered."""

    def titles():
        list(drain(NAME, cluster))
        return cluster.titles

    return titles
