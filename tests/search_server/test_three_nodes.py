"""Three nodes with a replica lose one in the midst of edits and searches, then another."""

import json
import os
import time

import pytest
from elasticsearch import Elasticsearch

from tests.search_server.nodes import three_nodes
from tests.search_server.served_site import served_site
from tests.search_server.settling import compare, settle

EDITS = int(os.environ.get("COP_NODE_EDITS", "60"))


@pytest.fixture
def nodes(tmp_path):
    with three_nodes(tmp_path / "nodes") as started:
        yield started


@pytest.fixture
def site(nodes, tmp_path):
    folder = tmp_path / "site"
    folder.mkdir()
    with served_site(folder, [node.address for node in nodes], replicas=1) as made:
        made.manage("cop_search_rebuild", "--verbosity", "0")
        yield made


def wait_for(address, status):
    client = Elasticsearch(address, request_timeout=90)
    health = client.cluster.health(wait_for_status=status, timeout="60s")
    client.close()
    assert not health["timed_out"], health


def edited(process):
    """Each edit was followed by a visit that was answered, and found nothing that it may not."""
    told, _ = process.communicate(timeout=600)
    assert process.returncode == 0
    assert len(told.splitlines()) == EDITS
    return [json.loads(line) for line in told.splitlines()]


def test_a_node_is_killed_and_nothing_is_lost_then_another_and_it_heals(nodes, site):
    first, second, third = nodes
    wait_for(third.address, "green")
    drainer = site.drainer()
    try:
        editing = site.edits("one", EDITS)
        time.sleep(8)
        first.kill()
        edited(editing)
        settle(site)
        compare(site, third.address)

        # One of three is no cluster any more: the database answers.
        editing = site.edits("two", EDITS)
        second.kill()
        edited(editing)

        # What lost its copy with the first lies on the second alone: neither is whole by itself.
        first.start(wait=False)
        second.start(wait=False)
        wait_for(third.address, "green")
        settle(site)
        compare(site, third.address)
    finally:
        drainer.kill()
        drainer.communicate()
