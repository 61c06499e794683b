"""Facts taken: a translation or an alias shows what its source holds."""

import copy
from typing import Any

from cop_blocks.facts.names import FactNames, fact_names
from cop_blocks.facts.rows import (
    RowKey,
    StoredRows,
    copy_columns,
    follow_rows,
    match_keys,
    mirror_rows,
    rows_in_memory,
)


def take_facts(page: Any, source_id: int) -> list[str]:
    """Give ``page``, in memory, the stored facts of its source; the names of those that differed.

    One query and one for each relation on both sides.
    """
    model = type(page)
    names = fact_names(model)
    source = model._base_manager.filter(pk=source_id).first()
    if source is None:
        return []
    stored = StoredRows(names.all_relations, [source_id])
    changed = copy_columns(names.columns, source, page)
    for relation in names.relations:
        rows = mirror_rows(
            relation,
            stored.of(relation, source_id),
            rows_in_memory(page, relation),
            source,
            page,
        )
        if rows is not None:
            _hold(page, relation, rows)
            changed.append(relation.get_accessor_name())
    shares_keys = source.translation_key == page.translation_key
    for facts in names.rows:
        originals = stored.of(facts.relation, source_id)
        rows = rows_in_memory(page, facts.relation)
        keys: dict[int, RowKey] = {id(row): row.translation_key for row in originals}
        matched = match_keys(rows, originals, keys, shares_keys=shares_keys)
        by_key = {row.translation_key: row for row in originals}
        if follow_rows(
            facts.relation, facts.columns, by_key, rows, lambda row, m=matched: m.get(id(row))
        ):
            _hold(page, facts.relation, rows)
            changed.append(facts.relation.get_accessor_name())
    return changed


def keep_facts(stored_page: Any, page: Any, source: Any) -> None:
    """Give a revision of a translation, ``page``, the facts of its stored row.

    Wagtail treats ``live`` and ``locale`` the same way: they belong to the page as a whole.
    """
    names = fact_names(type(page))
    for field in names.columns:
        setattr(page, field.attname, getattr(stored_page, field.attname))
    for relation in names.relations:
        kept = [copy.copy(row) for row in rows_in_memory(stored_page, relation)]
        _hold(page, relation, kept)
    if names.rows and source.translation_key == page.translation_key:
        keep_row_facts(names, page, source)


def keep_row_facts(names: FactNames, page: Any, source: Any, only: Any = None) -> None:
    """The same for rows with text, whose rows are the revision's and whose facts are not.

    Rows that the translation does not have yet show what the source holds, if it is live.
    """
    relations = [facts.relation for facts in names.rows if only is None or facts.relation == only]
    stored = StoredRows(relations, [page.pk, source.pk])
    for facts in names.rows:
        if facts.relation not in relations:
            continue
        published = stored.of(facts.relation, source.pk) if source.live else []
        originals = {row.translation_key: row for row in stored.of(facts.relation, page.pk)}
        originals |= {row.translation_key: row for row in published}
        rows = rows_in_memory(page, facts.relation)
        follow_rows(facts.relation, facts.columns, originals, rows, lambda row: row.translation_key)
        _hold(page, facts.relation, rows)


def _hold(page: Any, relation: Any, rows: list[Any]) -> None:
    getattr(page, relation.get_accessor_name()).set(rows)
