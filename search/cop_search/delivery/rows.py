"""The rows of the outbox that wait for a search server: taken, acknowledged, set aside, retried.

Several may take at once: each gets other rows. A row is taken for a while and never locked, so
that no transaction stands open while a server is slow, and what somebody took who then died is
free again by itself.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connections, transaction
from django.db.models import Count, Min, QuerySet
from django.utils import timezone

from cop_search import conf, index
from cop_search.models import Outbox

#: For so long rows are somebody's, unless ``COP_SEARCH`` says otherwise. Longer than a server is
#: given to answer.
LEASE = timedelta(seconds=60)
#: Rows in one statement, where somebody has a lot of them; and more than there ever are.
_CHUNK, _ALL = 1_000, 2**31 - 1


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many pages wait, and since when the first."""

    number: int
    since: datetime | None


@dataclass(frozen=True, slots=True)
class Taken:
    """Row -> page, and until when they are ours."""

    rows: Mapping[int, int]
    until: datetime

    @property
    def page_ids(self) -> set[int]:
        return set(self.rows.values())

    def of(self, page_ids: Collection[int]) -> list[int]:
        return [row for row, page_id in self.rows.items() if page_id in page_ids]


def waiting(reader: str) -> Waiting:
    """One statement."""
    rows = Outbox.objects.filter(reader=reader, failed=False)
    found = rows.aggregate(number=Count("page_id", distinct=True), since=Min("created"))
    return Waiting(**found)


def take(reader: str, number: int) -> Taken:
    """The oldest rows that nobody has."""
    connection = connections[index.using()]
    now = timezone.now()
    until = now + _lease()
    table = Outbox._meta.db_table
    skip = (
        " FOR UPDATE SKIP LOCKED" if connection.features.has_select_for_update_skip_locked else ""
    )
    free = (
        f"SELECT id FROM {table} WHERE reader = %s AND NOT failed "  # noqa: S608
        f"AND (taken_until IS NULL OR taken_until < %s) ORDER BY id LIMIT %s{skip}"
    )
    moment = connection.ops.adapt_datetimefield_value
    # Materialised: PostgreSQL may plan a plain subquery as the inner side of a loop, and each turn
    # skips the rows that the turn before has locked, so that more than ``number`` are taken.
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH free AS MATERIALIZED ({free}) UPDATE {table} SET taken_until = %s "  # noqa: S608
            "WHERE id IN (SELECT id FROM free) RETURNING id, page_id",
            [reader, moment(now), number, moment(until)],
        )
        return Taken(dict(sorted(cursor.fetchall())), until)


def _lease() -> timedelta:
    seconds = conf.search_server().get("lease")
    return LEASE if seconds is None else timedelta(seconds=seconds)


def release(taken: Taken) -> None:
    """Let others have them at once."""
    for rows in _still_ours(taken):
        rows.update(taken_until=None)


def _still_ours(taken: Taken) -> "Iterator[QuerySet[Outbox]]":
    for rows in index.chunks(list(taken.rows), _CHUNK):
        yield Outbox.objects.filter(pk__in=rows, taken_until=taken.until)


class Reservation:
    """Rows that are ours for as long as somebody needs to read all pages anyway."""

    def __init__(self, taken: Taken) -> None:
        self.taken = taken

    def hold(self) -> None:
        """Where half of the time is over, for as long again. What others have by now is theirs."""
        now = timezone.now()
        if now < self.taken.until - _lease() / 2:
            return
        until = now + _lease()
        for rows in _still_ours(self.taken):
            rows.update(taken_until=until)
        self.taken = Taken(self.taken.rows, until)


@contextmanager
def reserved(reader: str) -> Iterator[Reservation]:
    """All rows that nobody has. They stay in the outbox meanwhile: what answers visitors may hold
    pages that nobody is to find any more. In the end they go; where it is broken off others have
    them at once."""
    reservation = Reservation(take(reader, _ALL))
    try:
        yield reservation
    except BaseException:
        release(reservation.taken)
        raise
    for rows in _still_ours(reservation.taken):
        rows.delete()


def acknowledge(reader: str, taken: Taken, page_ids: Collection[int]) -> None:
    """The server has these pages; what it refused of them before is over."""
    Outbox.objects.filter(pk__in=taken.of(page_ids)).delete()
    Outbox.objects.filter(reader=reader, failed=True, page_id__in=page_ids).delete()


def set_aside(reader: str, taken: Taken, refused: Mapping[int, str]) -> None:
    """What was taken of these pages is not delivered again by itself."""
    if refused:
        with transaction.atomic(using=index.using()):
            Outbox.objects.filter(pk__in=taken.of(refused)).delete()
            keep_aside(reader, refused)


def keep_aside(reader: str, refused: Mapping[int, str]) -> None:
    """Keeps one row for each page that the server refuses, out of the way of all others."""
    if not refused:
        return
    with transaction.atomic(using=index.using()):
        Outbox.objects.filter(reader=reader, failed=True, page_id__in=refused).delete()
        Outbox.objects.bulk_create(
            Outbox(page_id=page_id, reader=reader, failed=True, error=error)
            for page_id, error in refused.items()
        )


def aside(reader: str) -> "QuerySet[Outbox]":
    """What was set aside, the oldest first."""
    return Outbox.objects.filter(reader=reader, failed=True).order_by("pk")


def forget_aside(reader: str, rows: Sequence[int]) -> None:
    """Of pages that were refused before and are not any more; what was refused since has rows of
    its own."""
    for some in index.chunks(rows, _CHUNK):
        aside(reader).filter(pk__in=some).delete()


def retry(reader: str, page_ids: Collection[int] | None = None) -> int:
    """Has what was set aside delivered again, all of it or that of some pages; answers how many."""
    rows = aside(reader)
    if page_ids is not None:
        rows = rows.filter(page_id__in=page_ids)
    return rows.order_by().update(failed=False, error="", taken_until=None)
