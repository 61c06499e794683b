import pytest

from cop_search.delivery.drain import drain
from cop_search.delivery.readiness import note_complete
from cop_search.delivery.target import register_target, unregister_target
from tests.search.delivery.cluster import NAME, Cluster


@pytest.fixture
def empty_cluster(db):
    """A server that is told of every change from now on, and was never filled."""
    server = Cluster()
    register_target(NAME, lambda: server)
    yield server
    unregister_target(NAME)


@pytest.fixture
def cluster(empty_cluster):
    """A server that holds all that there is: nothing yet."""
    note_complete(NAME, empty_cluster.schema)
    return empty_cluster


@pytest.fixture
def delivered(cluster):
    """Titles in the server after all that waits is delivered."""

    def titles():
        list(drain(NAME, cluster))
        return cluster.titles

    return titles
