"""What the page tells: which engine, how much it holds, what waits, what went wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from cop_blocks.languages import translated_name
from cop_search.delivery import rows
from cop_search.delivery.readiness import Readiness, readiness
from cop_search.delivery.rows import Waiting
from cop_search.delivery.target import Away, State, Target, targets
from cop_search.engines import get_engine
from cop_search.models import Document, Outbox, Reader, Rebuild
from cop_search.outbox import TABLES

#: So many pages that went wrong are shown.
MOST_ASIDE = 50


@dataclass(frozen=True, slots=True)
class Server:
    """A search server: ``state`` is ``None`` where it is away, and ``away`` says why."""

    name: str
    readiness: Readiness
    waiting: Waiting
    state: State | None
    away: str
    last_success: datetime | None
    last_error: str
    failed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Language:
    """How many documents there are of it, in the tables and in each server that told."""

    name: str
    tables: int
    servers: Sequence[int | None]


@dataclass(frozen=True, slots=True)
class Health:
    engine: str
    waiting: Waiting
    languages: Sequence[Language]
    servers: Sequence[Server]
    #: What could not be read, or was refused; the oldest first, ``MOST_ASIDE`` at most.
    aside: Sequence[Outbox]
    aside_number: int
    last_rebuild: datetime | None
    is_half_rebuilt: bool


def health() -> Health:
    """A fixed number of statements, and a few short requests to each server."""
    told = [_server(name, target) for name, target in targets().items()]
    aside = Outbox.objects.filter(failed=True, reader__in=[TABLES, *(each.name for each in told)])
    rebuilds = list(Rebuild.objects.order_by("-pk"))
    return Health(
        engine=get_engine().name,
        waiting=rows.waiting(TABLES),
        languages=_languages([each.state for each in told]),
        servers=told,
        aside=list(aside.order_by("pk")[:MOST_ASIDE]),
        aside_number=aside.count(),
        last_rebuild=next((each.finished for each in rebuilds if each.finished), None),
        is_half_rebuilt=any(each.finished is None for each in rebuilds),
    )


def _server(name: str, target: Target) -> Server:
    reader = Reader.objects.filter(name=name).first() or Reader(name=name)
    state, away = None, ""
    try:
        state = target.state()
    except Away as problem:
        away = str(problem)
    return Server(
        name=name,
        readiness=readiness(reader, target),
        waiting=rows.waiting(name),
        state=state,
        away=away,
        last_success=reader.last_success,
        last_error=reader.last_error,
        failed_at=reader.failed_at,
    )


def _languages(states: Sequence[State | None]) -> list[Language]:
    counted = Document.objects.order_by().values_list("locale").annotate(number=Count("pk"))
    tables: Mapping[str, int] = dict(counted)
    codes = set(tables).union(*(state.documents for state in states if state))
    return [
        Language(
            translated_name(code),
            tables.get(code, 0),
            [state.documents.get(code, 0) if state else None for state in states],
        )
        for code in sorted(codes)
    ]
