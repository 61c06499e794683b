"""Rows with text that were added or removed on the source and wait for the translator."""

from dataclasses import dataclass
from typing import Any

from cop_blocks.facts.names import fact_names
from cop_blocks.facts.rows import StoredRows, rows_in_memory


@dataclass(frozen=True, slots=True)
class WaitingRows:
    """The rows of one relation that a translation and its source do not share."""

    relation: str
    #: Of the source, not translated yet.
    added: tuple[Any, ...]
    #: Of the translation, gone from the source.
    removed: tuple[Any, ...]


def waiting_rows(page: Any, source: Any) -> list[WaitingRows]:
    """What a translation has not caught up with; nothing while the source is not live.

    An alias is an exact copy of what it follows, so it never waits. One query for each relation
    of rows with text.
    """
    if not source.live or source.translation_key != page.translation_key:
        return []
    relations = [facts.relation for facts in fact_names(type(page)).rows]
    stored = StoredRows(relations, [source.pk])
    found = []
    for relation in relations:
        theirs = {row.translation_key: row for row in stored.of(relation, source.pk)}
        ours = {row.translation_key: row for row in rows_in_memory(page, relation)}
        added = tuple(row for key, row in theirs.items() if key not in ours)
        removed = tuple(row for key, row in ours.items() if key not in theirs)
        if added or removed:
            found.append(WaitingRows(relation.get_accessor_name(), added, removed))
    return found
