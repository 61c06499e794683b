"""The benchmark runs and counts right; what it measures decides no test."""

import re
import subprocess
import sys

import pytest

from tools.demo_site import ROOT

pytestmark = pytest.mark.benchmark


@pytest.mark.parametrize(
    ("database", "made_fast"), [("sqlite", "after ANALYZE"), ("postgresql", "with the GIN index")]
)
def test_a_small_corpus_is_measured_beside_wagtail_s_own_search(database, made_fast):
    command = [sys.executable, "-m", "benchmarks.search", "--databases", database]
    done = subprocess.run(
        [*command, "--sizes", "40,80", "--rounds", "2"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    rows = dict(re.findall(r"^\| (.+?) \| (.+?) \|$", done.stdout, flags=re.MULTILINE))
    # Half of the pages are Dutch, and so is one home page.
    assert "no word (finds 41), median / p95" in rows
    assert int(rows["statements of the facade, all facets with options"]) <= 4
    assert int(rows["statements of the whole answer"]) <= 15
    assert float(rows["update_index, times ours"]) > 0
    assert float(rows["ratio to ours as shipped"]) > 0
    assert float(rows[f"ratio to ours {made_fast}"]) > 0
    assert rows["growth of a usual page of results, 40 to 80 pages"].endswith(" times")
