"""Rows of a file as sessions of a series: new ones made, known ones (by number) brought up to
date, all or nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from cop_blocks.models import TermRow
from cop_events.importing.reading import SessionRow
from cop_events.models import SessionPage


@dataclass(slots=True)
class ImportResult:
    """Titles of what was done, in the order of the file."""

    created: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    #: Left alone: an editor is at work on a draft of it.
    skipped: list[str] = field(default_factory=list)


def write_rows(rows: Iterable[SessionRow], index: Any, *, dry_run: bool = False) -> ImportResult:
    """Apply rows to the sessions of ``index``; with ``dry_run`` only say what would be done."""
    result = ImportResult()
    with transaction.atomic():
        known = {
            page.number: page
            for page in SessionPage.objects.child_of(index).exclude(number=None).order_by("-pk")
        }
        for row in rows:
            page = known.get(row.number)
            if page is None:
                result.created.append(row.title)
                if not dry_run:
                    _create(row, index)
            elif not _apply(row, page):
                result.unchanged.append(row.title)
            elif page.has_unpublished_changes and page.live:
                result.skipped.append(row.title)
            else:
                result.changed.append(row.title)
                if not dry_run:
                    _publish(page, row)
    return result


def _create(row: SessionRow, index: Any) -> None:
    page = SessionPage(
        locale=index.locale,
        slug=slugify(f"{row.number} {row.title}", allow_unicode=True)[:200],
        live=False,
    )
    _apply(row, page)
    index.add_child(instance=page)
    _publish(page, row)


def _publish(page: Any, row: SessionRow) -> None:
    revision = page.save_revision(clean=False)
    if not row.is_draft:
        revision.publish()


def _apply(row: SessionRow, page: Any) -> bool:
    """Set what the row says; whether anything differed. What the file leaves empty stays."""
    when = row.when
    wanted = {
        "number": row.number,
        "title": row.title,
        "precision": when.precision,
        "start_date": when.start,
        "end_date": when.end,
        "start_time": when.starts,
        "end_time": when.ends,
        "mode": row.mode,
        "status": row.status,
    }
    if row.place:
        wanted["venue_name"] = row.place
    changed = not page.live and not row.is_draft
    for name, value in wanted.items():
        if getattr(page, name) != value:
            setattr(page, name, value)
            changed = True
    return _apply_themes(row, page) or changed


def _apply_themes(row: SessionRow, page: Any) -> bool:
    rows = list(page.cop_term_rows.all().select_related("tag__vocabulary")) if page.pk else []
    themes = [term_row for term_row in rows if term_row.tag.vocabulary.code == "theme"]
    if not row.themes or [term_row.tag_id for term_row in themes] == list(row.themes):
        return False
    others = [term_row for term_row in rows if term_row not in themes]
    by_tag = {term_row.tag_id: term_row for term_row in themes}
    kept = [by_tag.get(pk) or TermRow(tag_id=pk) for pk in row.themes]
    page.cop_term_rows = [*kept, *others]
    for position, term_row in enumerate(page.cop_term_rows.all()):
        term_row.sort_order = position
    return True
