"""Row after row, by one at a time: a worker, or a tab of somebody who looks at the bar.

Whoever works holds the job, for as long as they go on to say so: rows are made in the order of the
tree, and two that add pages in one place would be in each other's way.
"""

from collections.abc import Callable
from datetime import timedelta
from time import monotonic
from uuid import uuid4

from django.db.models import Q
from django.utils import timezone

from cop_blocks.translation.jobs.one import do
from cop_blocks.translation.models import Job, JobRow

#: How long others wait for somebody of whom they hear nothing.
HELD = timedelta(seconds=60)
#: The holder that stands for a worker that was asked, and has not begun. Anybody may begin before
#: it; a page that goes on by itself lets it go first.
ASKED = "worker"


def work(job: int, seconds: float | None = None, clock: Callable[[], float] | None = None) -> bool:
    """Works on the job until it is finished or stopped, or no longer than ``seconds`` and what is
    left of a row then; one row at least. ``False``: somebody else is working on it."""
    now = clock or monotonic
    holder = uuid4().hex
    if not _take(job, holder):
        return False
    ends = None if seconds is None else now() + seconds
    try:
        while _hold(job, holder) and (row := _next(job)):
            do(row)
            if ends is not None and now() >= ends:
                break
        Job.objects.nothing_left().filter(pk=job, holder=holder).update(finished_at=timezone.now())
    finally:
        Job.objects.filter(pk=job, holder=holder).update(holder="", held_until=None)
    return True


def reserve(job: Job) -> None:
    """For the worker that is about to be asked."""
    Job.objects.unfinished().filter(pk=job.pk, holder="").update(
        holder=ASKED, held_until=timezone.now() + HELD
    )


def _take(job: int, holder: str) -> int:
    now = timezone.now()
    free = Q(holder__in=["", ASKED]) | Q(held_until__lt=now)
    going = Job.objects.unfinished().filter(free, pk=job, stopped=False)
    return going.update(holder=holder, held_until=now + HELD)


def _hold(job: int, holder: str) -> int:
    """Nothing where it was stopped meanwhile, or is held by another who heard nothing of us."""
    held = Job.objects.filter(pk=job, holder=holder, stopped=False)
    return held.update(held_until=timezone.now() + HELD)


def _next(job: int) -> JobRow | None:
    """With the person read anew: they may have lost a right since the last row."""
    rows = JobRow.objects.filter(job=job, state=JobRow.WAITING)
    return rows.select_related("job__user", "page", "locale").first()
