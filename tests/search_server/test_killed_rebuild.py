"""A rebuild during edits and searches, killed half-way: what answers is never less."""

import os
import threading
import time

import pytest
from elasticsearch import Elasticsearch

from tests.search_server.served_site import served_site
from tests.search_server.settling import settle

#: 50,000 take some minutes.
PAGES = int(os.environ.get("COP_REBUILD_PAGES", "2000"))
EDITS = 60


@pytest.fixture
def site(node, raw, tmp_path):
    with served_site(tmp_path, [node.address]) as made:
        made.first, made.last = made.ask(
            f"from tests.search_server.people import fill\nfill({PAGES})"
        )
        made.manage("cop_search_rebuild", "--verbosity", "0")
        yield made


class Visitor(threading.Thread):
    """Counts the pages that nobody edits, again and again."""

    def __init__(self, address, site):
        super().__init__()
        self.client = Elasticsearch(address, request_timeout=30)
        self.site = site
        self.counts = []
        self.is_over = threading.Event()

    def count(self):
        shelf = {"range": {"page_id": {"gte": self.site.first, "lte": self.site.last}}}
        found = self.client.search(index="served.nl.1", size=0, query=shelf, track_total_hits=True)
        return found["hits"]["total"]["value"]

    def run(self):
        while not self.is_over.wait(0.05):
            self.counts.append(self.count())

    def stop(self):
        self.is_over.set()
        self.join()
        self.client.close()


def indexes(client):
    return set(client.indices.get(index="served.*"))


def test_a_rebuild_that_is_killed_leaves_what_answers_and_the_next_is_whole(node, raw, site):
    before = indexes(raw)
    visitor = Visitor(node.address, site)
    visitor.start()
    drainer, editing = site.drainer(), site.edits("during", EDITS)
    try:
        rebuilding = site.start("-m", "django", "cop_search_rebuild", "--verbosity", "0")
        half_way(raw, before, rebuilding)
        rebuilding.kill()
        rebuilding.communicate()
        assert before < indexes(raw)
        site.manage("cop_search_rebuild", "--verbosity", "0")
        editing.communicate(timeout=600)
        assert editing.returncode == 0
    finally:
        drainer.kill()
        drainer.communicate()
        visitor.stop()
    after = indexes(raw)
    assert not after & before
    assert len(after) == len(before)
    assert len(visitor.counts) > 20
    assert set(visitor.counts) == {PAGES}
    settle(site)
    told = site.manage("cop_search_check")
    assert told == "The index agrees with the pages.\nThe search server agrees with the index.\n"


def half_way(client, before, rebuilding):
    while True:
        assert rebuilding.poll() is None
        if new := indexes(client) - before:
            client.indices.refresh(index=",".join(new))
            if client.count(index=",".join(new))["count"] > PAGES / 2:
                return
        time.sleep(0.02)
