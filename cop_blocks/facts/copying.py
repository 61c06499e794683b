"""Facts taken: a translation or an alias shows what its source holds."""

import copy
from collections.abc import Callable
from typing import Any

from cop_blocks.facts.names import FactNames, fact_names
from cop_blocks.facts.rows import (
    RowKey,
    StoredRows,
    copy_columns,
    follow_rows,
    match_keys,
    mirror_rows,
    own_keys,
    rows_in_memory,
)

#: The rows of one relation of a page.
RowsOf = Callable[[Any], list[Any]]


def settle(
    names: FactNames,
    source: Any,
    page: Any,
    *,
    originals: RowsOf,
    rows: RowsOf,
    keys_of: Callable[[Any, list[Any]], dict[int, RowKey]],
) -> list[str]:
    """Give ``page``, in memory, the facts of ``source``; the names of those that differed.

    ``keys_of`` tells, for a relation of rows with text, which of the rows given has which original.
    """
    changed = copy_columns(names.columns, source, page)
    for relation in names.relations:
        mirrored = mirror_rows(relation, originals(relation), rows(relation), source, page)
        if mirrored is not None:
            hold_rows(page, relation, mirrored)
            changed.append(relation.get_accessor_name())
    for facts in names.rows:
        relation = facts.relation
        held = rows(relation)
        by_key = {row.translation_key: row for row in originals(relation)}
        if follow_rows(relation, facts.columns, by_key, held, keys_of(relation, held)):
            hold_rows(page, relation, held)
            changed.append(relation.get_accessor_name())
    return changed


def hold_rows(page: Any, relation: Any, rows: list[Any]) -> None:
    """Let the page hold these rows; they are stored with it."""
    getattr(page, relation.get_accessor_name()).set(rows)


def take_facts(page: Any, source_id: int) -> list[str]:
    """Give ``page``, in memory, the stored facts of its source; the names of those that differed.

    One query, and for each relation one on both sides.
    """
    names = fact_names(type(page))
    source = type(page)._base_manager.filter(pk=source_id).first()
    if source is None:
        return []
    stored = StoredRows(names.all_relations, [source_id])

    def keys_of(relation: Any, rows: list[Any]) -> dict[int, RowKey]:
        originals = stored.of(relation, source_id)
        shares_keys = source.translation_key == page.translation_key
        return match_keys(rows, originals, own_keys(originals), shares_keys=shares_keys)

    return settle(
        names,
        source,
        page,
        originals=lambda relation: stored.of(relation, source_id),
        rows=lambda relation: rows_in_memory(page, relation),
        keys_of=keys_of,
    )


def keep_facts(stored_page: Any, page: Any, source: Any) -> None:
    """Give a revision of a translation, ``page``, the facts of its stored row.

    Wagtail treats ``live`` and ``locale`` the same way: they belong to the page as a whole.
    """
    names = fact_names(type(page))
    for field in names.columns:
        setattr(page, field.attname, getattr(stored_page, field.attname))
    for relation in names.relations:
        rows = rows_in_memory(stored_page, relation)
        hold_rows(page, relation, [copy.copy(row) for row in rows])
    if source.translation_key == page.translation_key:
        keep_row_facts(page, source)


def keep_row_facts(page: Any, source: Any, only: Any = None) -> None:
    """The same for rows with text, whose text is the revision's and whose facts are not.

    Rows that the translation does not have yet show what the source holds, if that is live.
    """
    kept = [
        facts for facts in fact_names(type(page)).rows if only is None or facts.relation == only
    ]
    stored = StoredRows([facts.relation for facts in kept], [page.pk, source.pk])
    for facts in kept:
        relation = facts.relation
        originals = {row.translation_key: row for row in stored.of(relation, page.pk)}
        if source.live:
            originals |= {row.translation_key: row for row in stored.of(relation, source.pk)}
        rows = rows_in_memory(page, relation)
        follow_rows(relation, facts.columns, originals, rows, own_keys(rows))
        hold_rows(page, relation, rows)
