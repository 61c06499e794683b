"""What is told of a job, and work that takes as long as a test says."""

from collections.abc import Callable
from typing import Any

from cop_blocks.translation.jobs import one
from cop_blocks.translation.models import JobRow


def states(job: Any) -> list[tuple[str, str, str, str]]:
    rows = JobRow.objects.filter(job=job).select_related("locale")
    return [(row.title, row.locale.language_code, row.state, row.reason) for row in rows]


def counted(job: Any) -> tuple[int, int, int]:
    """Waiting, done, failed."""
    told = [state for _title, _language, state, _reason in states(job)]
    return told.count("waiting"), told.count("done"), told.count("failed")


class Clock:
    """Runs only while a row is worked on: ``takes`` seconds each."""

    def __init__(self, monkeypatch: Any, takes: float) -> None:
        self.time = 0.0
        self.takes = takes
        self.rows: list[int] = []
        monkeypatch.setattr(one, "submitted", self.submitted)

    def __call__(self) -> float:
        return self.time

    def submitted(self, row: Any) -> tuple[Any, str]:
        self.rows.append(row.pk)
        self.time += self.takes
        return row.page, ""


def all_of_them(step: Callable[[], bool], most: int = 300) -> int:
    """Steps until one does nothing; gives how many did something."""
    for number in range(most):
        if not step():
            return number
    raise AssertionError("it does not end")
