"""Reads the install section of the README and does what it says, to the letter."""

import re
import shlex
from dataclasses import dataclass, field
from pathlib import Path

FENCE = re.compile(r"^```(sh|diff)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass
class Steps:
    """The steps of one part of the install section, in their order."""

    #: ``("sh", "pip install ...")`` or ``("diff", "# path\n...")``
    steps: list[tuple[str, str]] = field(default_factory=list)

    @property
    def changed_lines(self) -> int:
        """How many lines of the host's files are added or taken away."""
        lines = [line for kind, text in self.steps if kind == "diff" for line in text.splitlines()]
        return sum(line.startswith(("+", "-")) for line in lines)


def read_steps(readme: str) -> tuple[Steps, Steps]:
    """For one language, and what two languages need beside it."""
    install = readme.split("\n## Install it in your own Wagtail site\n")[1].split("\n## ")[0]
    one, two = install.split("\n### In two languages\n")
    return (Steps(FENCE.findall(one)), Steps(FENCE.findall(two)))


def commands(text: str) -> list[list[str]]:
    return [shlex.split(line) for line in text.splitlines() if line.strip()]


def apply_diff(site: Path, text: str) -> None:
    """Change one file; the unchanged lines of the diff say where, and must be there once."""
    head, *lines = text.splitlines()
    path = site / head.removeprefix("# ")
    old = [line[1:] for line in lines if line.startswith((" ", "-"))]
    new = [line[1:] for line in lines if line.startswith((" ", "+"))]
    content = path.read_text().splitlines()
    places = [
        start
        for start in range(len(content) - len(old) + 1)
        if [line.rstrip() for line in content[start : start + len(old)]] == old
    ]
    assert len(places) == 1, f"{path.name}: {len(places)} places for\n{text}"
    content[places[0] : places[0] + len(old)] = new
    path.write_text("\n".join(content) + "\n")
