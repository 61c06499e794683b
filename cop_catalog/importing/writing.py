"""Carrying out a plan: pages, their rows, and what the next import compares with."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import (
    disable_reference_index_auto_update,
    reference_index_auto_update_disabled,
)

from cop_blocks.models import Organisation, TermRow
from cop_catalog.importing.checking import InitiativeRow
from cop_catalog.importing.columns import STATUSES, VOCABULARIES
from cop_catalog.importing.plan import Action, Step
from cop_catalog.models import (
    ImportedRow,
    InitiativeIndexPage,
    InitiativeOrganisation,
    InitiativePage,
)


class Writer:
    """Writes steps; the caller holds the transaction."""

    def __init__(self, index: InitiativeIndexPage, user: Any = None) -> None:
        self._index = index
        self._user = user
        self._organisations: dict[str, Organisation] = {
            known.name.casefold(): known for known in Organisation.objects.all()
        }

    def write(self, step: Step) -> None:
        if step.action is Action.CREATE:
            self._create(step.row)
        elif step.action is Action.UPDATE:
            self._update(step)

    def _create(self, row: InitiativeRow) -> None:
        page = InitiativePage(
            locale=self._index.locale,
            external_id=row.external_id,
            live=False,
            has_unpublished_changes=True,
            owner=self._user,
        )
        self._fill(page, row, row.values)
        with _references_looked_up_once(page):
            self._index.add_child(instance=page)
            self._store(page, row, goes_live=row.meaning.is_live)

    def _update(self, step: Step) -> None:
        row = step.row
        page = step.page.get_latest_revision_as_object()
        changed = {name: row.values[name] for name in step.changed}
        self._fill(page, row, changed)
        if "status" in changed and step.page.live and not row.meaning.is_live:
            step.page.unpublish(user=self._user)
            page.live = False
        self._store(
            page,
            row,
            goes_live=row.meaning.is_live and (step.page.live or "status" in changed),
        )

    def _store(self, page: Any, row: InitiativeRow, *, goes_live: bool) -> None:
        revision = page.save_revision(user=self._user, log_action=True)
        if goes_live:
            revision.publish(user=self._user)
        ImportedRow.objects.update_or_create(
            translation_key=page.translation_key, defaults={"values": row.values}
        )

    def _fill(self, page: Any, row: InitiativeRow, values: Mapping[str, Any]) -> None:
        for name in ("title", "summary", "info_url"):
            if name in values:
                setattr(page, name, values[name])
        if "title" in values:
            page.draft_title = values["title"]
        if "status" in values:
            page.state = STATUSES[values["status"]].state
        if "provider" in values:
            self._fill_provider(page, row)
        for code in VOCABULARIES.values():
            if code in values:
                self._fill_terms(page, row, code)

    def _fill_provider(self, page: Any, row: InitiativeRow) -> None:
        others = [r for r in page.organisation_rows.all() if r.role != "provider"]
        providers = (
            [InitiativeOrganisation(organisation=self._provider(row))] if row.provider else []
        )
        page.organisation_rows.set(_in_order([*providers, *others]))

    def _provider(self, row: InitiativeRow) -> Organisation:
        """Known by its name as written; kind and level are only used for one that is new."""
        name = row.provider.casefold()
        if name not in self._organisations:
            self._organisations[name] = Organisation.objects.create(
                name=row.provider, kind=row.provider_kind, level=row.provider_level
            )
        return self._organisations[name]

    def _fill_terms(self, page: Any, row: InitiativeRow, vocabulary: str) -> None:
        rows = list(page.cop_term_rows.all())
        kept = [r for r in rows if r.tag.vocabulary.code != vocabulary]
        known = {r.tag_id: r for r in rows}
        chosen = [known.get(term.pk) or TermRow(tag=term) for term in row.terms[vocabulary]]
        page.cop_term_rows.set(_in_order([*kept, *chosen]))


@contextmanager
def _references_looked_up_once(page: Any) -> Iterator[None]:
    """Wagtail looks up who refers to what at every row of a page, and again when it is published.

    Whoever has switched that off for more than this page looks after it, and it does not nest.
    """
    if getattr(reference_index_auto_update_disabled, "value", False):
        yield
        return
    with disable_reference_index_auto_update():
        yield
    ReferenceIndex.create_or_update_for_object(page)


def _in_order(rows: list[Any]) -> list[Any]:
    for position, row in enumerate(rows):
        row.sort_order = position
    return rows
