"""Lighthouse, as a phone, on pages of a freshly filled demo that is served as in production.

    PYTHONPATH=. python -m tools.lighthouse

Every score is to be 95 or more. A busy machine makes a page slower than it is and never faster, so
a page that falls short is looked at again, and its best run counts.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.browser.pages import state
from tools.demo_site import CHROMIUM, NODE, OPTIONS, ROOT, served_demo
from tools.packages import install

FOLDER = ROOT / ".cache" / "lighthouse"
PAGES = ("home", "theme", "initiatives", "session", "initiative")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST = 95
TRIES = 3


@dataclass(frozen=True)
class Scores:
    """What a page gets, of 100, and what is held against it."""

    points: dict[str, int]
    remarks: list[str] = field(default_factory=list)

    @property
    def is_enough(self) -> bool:
        return all(points >= LEAST for points in self.points.values())


def read(report: Path) -> Scores:
    told = json.loads(report.read_text())
    points, remarks = {}, []
    for name in CATEGORIES:
        category = told["categories"][name]
        points[name] = round(100 * (category["score"] or 0))
        for weighed in category["auditRefs"]:
            audit = told["audits"][weighed["id"]]
            if weighed["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                remarks.append(f"{name}: {audit['title']} {audit.get('displayValue', '')}".strip())
    return Scores(points, remarks)


def run(url: str, name: str) -> Scores:
    report = FOLDER / f"{name}.json"
    command = [
        str(NODE / ".bin" / "lighthouse"),
        url,
        "--quiet",
        "--output=json",
        f"--output-path={report}",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={' '.join(['--headless=new', *OPTIONS])}",
    ]
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": CHROMIUM})
    return read(report)


def best(runs: Iterable[Scores]) -> Scores:
    """The first run that is enough, or else the one with most points."""
    tried = []
    for scores in runs:
        if scores.is_enough:
            return scores
        tried.append(scores)
    return max(tried, key=lambda scores: sum(scores.points.values()))


def table(found: dict[str, Scores]) -> str:
    lines = [f"| page | {' | '.join(CATEGORIES)} |", f"| --- |{' ---: |' * len(CATEGORIES)}"]
    for name, scores in found.items():
        lines.append(f"| {name} | {' | '.join(str(scores.points[one]) for one in CATEGORIES)} |")
    return "\n".join(lines)


def main() -> int:
    if not install():
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, served_demo(Path(scratch)) as demo:
        found = {
            name: best(run(demo.base + state(name).path(demo, "nl"), name) for _try in range(TRIES))
            for name in PAGES
        }
    print(table(found))
    short = [name for name, scores in found.items() if not scores.is_enough]
    for name in short:
        print(f"\n{name} falls short of {LEAST}:", *found[name].remarks, sep="\n- ")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
