"""Facts that went past ``save()``: told and repaired."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from cop_blocks.facts.origin import group_of, source_in
from cop_blocks.facts.page_types import page_types
from cop_blocks.facts.pushing import Difference, push_facts
from cop_blocks.facts.waiting import WaitingRows, waiting_rows


@dataclass(frozen=True, slots=True)
class Finding:
    """One live source: the pages that differed from it, and the rows that wait for a translator."""

    source: Any
    differences: tuple[Difference, ...]
    waiting: tuple[tuple[Any, WaitingRows], ...]


def repair(*, dry_run: bool = False) -> Iterator[Finding]:
    """Push the facts of every live source again, each in its own transaction.

    It may be stopped at any moment and run again: what is right already is not stored.
    """
    for model in page_types():
        exactly = ContentType.objects.get_for_model(model)
        live = model._base_manager.filter(live=True, content_type=exactly, alias_of=None)
        for page_id in live.order_by("pk").values_list("pk", flat=True):
            if finding := _repair_page(model, page_id, dry_run=dry_run):
                yield finding


@transaction.atomic
def _repair_page(model: Any, page_id: int, *, dry_run: bool) -> Finding | None:
    page = model._base_manager.get(pk=page_id)
    group = group_of(page, lock=not dry_run)
    if source_in(group, page) is not None:
        return None
    differences = push_facts(page, group, dry_run=dry_run)
    if not dry_run:
        page.facts_published()
    others = [row.pk for row in group if row.pk != page.pk and not row.alias_of_id]
    waiting = [
        (translation, rows)
        for translation in model._base_manager.filter(pk__in=others).order_by("pk")
        for rows in waiting_rows(translation, page)
    ]
    if not differences and not waiting:
        return None
    return Finding(page, tuple(differences), tuple(waiting))
