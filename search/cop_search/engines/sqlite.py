"""SQLite: FTS5 over tokens that are made already."""
# ruff: noqa: S608

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from cop_search.engines.base import Alternatives, SearchedText
from cop_search.engines.sql import MATCH_TABLE, SQLEngine, boolean


def create_schema(connection: BaseDatabaseWrapper) -> None:
    """Makes the table of words where it is missing; may be run again.

    The tokenizer "ascii" splits at ASCII spaces and punctuation only and takes all else for
    letters: our tokens hold neither, so FTS5 never splits one.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {MATCH_TABLE} "
            "USING fts5(title, names, summary, body, parts, tokenize = 'ascii')"
        )


class SQLiteEngine(SQLEngine):
    name = "sqlite"
    # Without CROSS the planner may start at the facets of all documents.
    join = "CROSS JOIN"
    joined_values = "GROUP_CONCAT(f.value, ' ')"
    collate = "COLLATE BINARY"
    key = "rowid"

    def match(self, words: Sequence[Alternatives]) -> tuple[str, str, list[Any]]:
        if not words:
            return "cop_search_document d WHERE 1 = 1", "0", []
        expression = boolean(words, " AND ", " OR ", '"')
        source = (
            f"{MATCH_TABLE} CROSS JOIN cop_search_document d ON d.id = {MATCH_TABLE}.rowid "
            f"WHERE {MATCH_TABLE} MATCH %s"
        )
        return source, f"bm25({MATCH_TABLE}, 10.0, 5.0, 3.0, 1.0, 0.5)", [expression]

    def any_of(self, expression: str, values: Iterable[Any]) -> tuple[str, Any]:
        return f"{expression} IN (SELECT value FROM json_each(%s))", json.dumps(list(values))

    def seconds(self, expression: str) -> str:
        return f"CAST(strftime('%%s', {expression}) AS INTEGER)"

    def upsert(self, texts: Sequence[SearchedText]) -> None:
        self.delete([text.document_id for text in texts])
        with self.connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {MATCH_TABLE} (rowid, title, names, summary, body, parts) "
                "VALUES (%s, %s, %s, %s, %s, %s)",
                [(t.document_id, *map(" ".join, t.by_weight())) for t in texts],
            )

    def rebuilt(self) -> None:
        self._execute(f"INSERT INTO {MATCH_TABLE} ({MATCH_TABLE}) VALUES ('optimize')", [])
