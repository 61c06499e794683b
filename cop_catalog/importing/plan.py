"""What an import would do, found by reading alone."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from cop_catalog.importing.checking import InitiativeRow
from cop_catalog.importing.columns import VOCABULARIES, Column
from cop_catalog.importing.problems import ImportRefused, Problem
from cop_catalog.models import ImportedRow, InitiativeIndexPage, InitiativePage


class Action(StrEnum):
    CREATE = "create"
    UPDATE = "update"
    NOTHING = "nothing"
    #: An editor is at work on the page; the next import tries again.
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of one row. ``changed`` names the values that differ (see
    ``InitiativeRow.values``); ``page`` is the live row, ``None`` for a new initiative."""

    row: InitiativeRow
    action: Action
    page: Any = None
    changed: frozenset[str] = frozenset()
    reason: str = ""


def make_plan(rows: Sequence[InitiativeRow], index: InitiativeIndexPage) -> list[Step]:
    """One step a row, in the order of the file.

    Raises:
        ImportRefused: two pages carry the number of one row.
    """
    pages = _known_pages(rows, index)
    keys = [page.translation_key for found in pages.values() for page in found]
    remembered = {
        record.pk: record.values for record in ImportedRow.objects.filter(translation_key__in=keys)
    }
    problems = [_ambiguous(row, pages[row.external_id]) for row in rows if row.external_id in pages]
    if found := [problem for problem in problems if problem]:
        raise ImportRefused(found)
    return [
        _step(row, pages[row.external_id][0], remembered)
        if row.external_id in pages
        else Step(row, Action.CREATE)
        for row in rows
    ]


def page_values(page: Any) -> dict[str, Any]:
    """What a page says, in the form of ``InitiativeRow.values``."""
    terms = defaultdict(list)
    for row in page.cop_term_rows.all():
        terms[row.tag.vocabulary.code].append(row.tag.code)
    providers = [r.organisation.name for r in page.organisation_rows.all() if r.role == "provider"]
    return {
        "title": page.title,
        "summary": page.summary,
        "info_url": page.info_url,
        "status": _status(page),
        "provider": ", ".join(providers),
        **{code: terms[code] for code in VOCABULARIES.values()},
    }


def _status(page: Any) -> str:
    if not page.live:
        return "concept"
    return "actief" if page.state == "active" else "gesloten"


def _known_pages(rows: Sequence[InitiativeRow], index: Any) -> dict[str, list[Any]]:
    """The initiatives in the language and under the top page of ``index``, by their number."""
    top = index.get_ancestors(inclusive=True).filter(depth=2).first() or index
    pages = (
        InitiativePage.objects.descendant_of(top)
        .filter(
            locale_id=index.locale_id,
            external_id__in=[row.external_id for row in rows],
            alias_of__isnull=True,
        )
        .select_related("latest_revision")
        .prefetch_related("cop_term_rows__tag__vocabulary", "organisation_rows__organisation")
    )
    found: dict[str, list[Any]] = defaultdict(list)
    for page in pages:
        found[page.external_id].append(page)
    return found


def _ambiguous(row: InitiativeRow, pages: Sequence[Any]) -> Problem | None:
    if len(pages) < 2:
        return None
    titles = ", ".join(f"{page.title} ({page.pk})" for page in pages)
    return Problem(
        _("Several initiatives carry this number: %(titles)s.") % {"titles": titles},
        _("Clear it on all but one of them."),
        row.number,
        Column.EXTERNAL_ID.value,
        row.external_id,
    )


def _step(row: InitiativeRow, page: Any, remembered: dict[Any, dict[str, Any]]) -> Step:
    now = page_values(page)
    before = remembered.get(page.translation_key, now)
    changed = frozenset(name for name, value in row.values.items() if value != before.get(name))
    if not changed:
        return Step(row, Action.NOTHING, page)
    if page.live and page.has_unpublished_changes:
        return Step(row, Action.LEAVE, page, changed, _("it has changes that are not published"))
    if page.locked:
        return Step(row, Action.LEAVE, page, changed, _("it is locked"))
    return Step(row, Action.UPDATE, page, changed)
