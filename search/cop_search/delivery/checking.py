"""A search server compared with the tables, told and mended."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from cop_search import index
from cop_search.delivery import rows
from cop_search.delivery.comparing import compare
from cop_search.delivery.readiness import why_rebuild
from cop_search.delivery.target import Away, targets
from cop_search.models import Outbox


@dataclass(frozen=True, slots=True)
class Check:
    """Page -> what is wrong with it; how many wait to be delivered, which is not wrong; and why
    nothing could be compared, where nothing could."""

    pages: Mapping[int, str]
    waiting: int
    problem: str = ""


def check(name: str) -> Check:
    """Changes nothing."""
    target = targets()[name]
    waiting = rows.waiting(name).number
    if problem := why_rebuild(name, target):
        return Check({}, waiting, problem)
    try:
        found = compare(name, target)
    except Away as away:
        return Check({}, waiting, f"The search server is away: {away}")
    refused = {
        row.page_id: f"is refused by the search server: {row.error}" for row in rows.aside(name)
    }
    return Check(dict(sorted({**found, **refused}.items())), waiting)


def repair(name: str, found: Check) -> None:
    """Has what differs delivered again, and what was refused."""
    with transaction.atomic(using=index.using()):
        rows.aside(name).filter(page_id__in=found.pages).delete()
        Outbox.objects.bulk_create(
            (Outbox(page_id=page_id, reader=name) for page_id in found.pages), batch_size=500
        )
