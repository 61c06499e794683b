"""A thousand edits while everything fails that can: afterwards nothing is lost, nothing is back,
nothing is old, and at no moment was anything found that may not be."""

import json
import os
import random
import signal
import threading

import pytest

from tests.search_server.proxy import proxy
from tests.search_server.served_site import served_site
from tests.search_server.settling import compare, settle

EDITS = int(os.environ.get("COP_OUTAGE_EDITS", "1000"))
#: Who edits dies in between, right after a commit.
PARTS = 5


@pytest.fixture
def way(node, raw):
    with proxy(node.port) as between:
        yield between


@pytest.fixture
def site(way, tmp_path):
    with served_site(tmp_path, [way.address]) as made:
        made.manage("cop_search_rebuild", "--verbosity", "0")
        yield made


class Chaos(threading.Thread):
    """One trouble after another, by chance, until it is told to stop; then all is well again."""

    def __init__(self, node, way, site, seed):
        super().__init__()
        self.node, self.way, self.site = node, way, site
        self.chance = random.Random(seed)  # noqa: S311
        self.is_over = threading.Event()
        self.had = []
        self.drainers = [site.drainer(), site.drainer()]

    def run(self):
        troubles = [self.refused, self.hanging, self.busy, self.broken, self.killed_in_a_bulk]
        while not self.is_over.is_set():
            self.chance.shuffle(troubles)
            for trouble in troubles:
                if self.is_over.is_set():
                    break
                trouble()
                self.had.append(trouble.__name__)
                # And a while in which all is well.
                self.is_over.wait(self.chance.uniform(0.5, 2))

    def stop(self):
        self.is_over.set()
        self.join()
        for drainer in self.drainers:
            drainer.kill()
            drainer.communicate()

    def refused(self):
        """Killed, and started again."""
        self.node.kill()
        self.is_over.wait(self.chance.uniform(0.5, 3))
        self.node.start()

    def hanging(self):
        self.node.hang()
        self.is_over.wait(self.chance.uniform(1, 4))
        self.node.go_on()

    def busy(self):
        self._says(429)

    def broken(self):
        self._says(503)

    def _says(self, status):
        self.way.status = status
        self.is_over.wait(self.chance.uniform(0.5, 3))
        self.way.status = 0

    def killed_in_a_bulk(self):
        """The server has done it, and the drainer never hears so."""
        done = threading.Event()

        def kill():
            self.way.on_bulk = None
            for drainer in self.drainers:
                drainer.kill()
                drainer.communicate()
            done.set()

        self.way.on_bulk = kill
        done.wait(5)
        self.way.on_bulk = None
        for place, drainer in enumerate(self.drainers):
            if drainer.poll() is not None:
                self.drainers[place] = self.site.drainer()


def test_nothing_is_lost_or_comes_back_or_stays_old(node, way, site):
    seed = os.environ.get("COP_RANDOM_SEED") or str(random.SystemRandom().randrange(10**9))
    print(f"COP_RANDOM_SEED={seed}")
    chaos = Chaos(node, way, site, seed)
    chaos.start()
    lines = []
    try:
        for part in range(PARTS):
            number = EDITS // PARTS
            # One more than it does: it dies at the last.
            editor = site.edits(f"{seed}-{part}", number + 1, number)
            told, _ = editor.communicate(timeout=900)
            lines += [json.loads(line) for line in told.splitlines()]
            assert editor.returncode == -signal.SIGKILL, site.errors
    finally:
        chaos.stop()
    assert len(lines) == EDITS // PARTS * PARTS
    kinds = {"create", "change", "delete", "move", "hide", "show"}
    assert {line["kind"] for line in lines} == kinds
    assert set(chaos.had) == {"refused", "hanging", "busy", "broken", "killed_in_a_bulk"}
    settle(site)
    compare(site, node.address)
