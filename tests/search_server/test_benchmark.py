"""The benchmark measures a search server; what it measures decides no test."""

import re
import subprocess
import sys

from tools.demo_site import ROOT


def test_a_small_corpus_is_measured_on_three_shards(node, raw):
    arguments = ["--sizes", "40,80", "--rounds", "2", "--shards", "3", "--hosts", node.address]
    command = [sys.executable, "-m", "benchmarks.search", "--databases", "elasticsearch"]
    done = subprocess.run([*command, *arguments], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    rows = dict(re.findall(r"^\| (.+?) \| (.+?) \|$", done.stdout, flags=re.MULTILINE))
    assert "no word (finds 41), median / p95" in rows
    assert int(rows["statements of the facade, all facets with options"]) <= 4
    pace = r"[\d.]+ s, [1-9]\d* documents a second"
    assert re.fullmatch(pace, rows["filling the search server"])
    assert re.fullmatch(pace, rows["cop_search_drain of 82 pages"])
    assert float(rows["size of its indexes, merged"].removesuffix(" MB")) > 0
    assert rows["growth of a usual page of results, 40 to 80 pages"].endswith(" times")
    shards = raw.indices.get_settings(index="bench.*").body.values()
    assert {each["settings"]["index"]["number_of_shards"] for each in shards} == {"3"}
