"""The whole of an import, for the command and for whoever fills a site by code."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction

from cop_catalog.importing.checking import check_rows
from cop_catalog.importing.plan import Action, Step, make_plan
from cop_catalog.importing.reading import read_rows
from cop_catalog.importing.writing import Writer
from cop_catalog.models import InitiativeIndexPage


@dataclass(frozen=True, slots=True)
class Report:
    """What was done, or with ``dry_run`` what would be."""

    steps: tuple[Step, ...]
    ignored_columns: tuple[str, ...]

    def of(self, action: Action) -> list[Step]:
        return [step for step in self.steps if step.action is action]


def import_initiatives(
    path: str | Path,
    index: InitiativeIndexPage,
    *,
    user: Any = None,
    dry_run: bool = False,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Report:
    """Make and change the initiatives under ``index`` as the file says; all of it or nothing.

    ``progress`` is told how many of how many rows that change something are written.

    Raises:
        ImportRefused: the file has mistakes.
    """
    raw_rows, ignored = read_rows(Path(path))
    with transaction.atomic():
        steps = make_plan(check_rows(raw_rows), index)
        if not dry_run:
            _write(steps, Writer(index, user), progress)
    return Report(tuple(steps), tuple(ignored))


def _write(steps: list[Step], writer: Writer, progress: Callable[[int, int], None]) -> None:
    waiting = [step for step in steps if step.action in (Action.CREATE, Action.UPDATE)]
    for done, step in enumerate(waiting, start=1):
        writer.write(step)
        progress(done, len(waiting))
