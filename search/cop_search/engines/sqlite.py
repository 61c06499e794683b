"""SQLite: FTS5 over tokens that are made already."""
# ruff: noqa: S608

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from cop_search.engines.base import Alternatives, SearchedText
from cop_search.engines.sql import MATCH_TABLE, SQLEngine
from cop_search.engines.statement import boolean

#: Titles as they are written, for beginnings of words.
TITLE_TABLE = "cop_search_title"

#: Memory for pages of the database while it is indexed anew.
_REBUILD_KIB = 65_536

#: The tokenizer "ascii" splits at ASCII spaces and punctuation only and takes all else for letters:
#: our tokens hold neither, so FTS5 never splits one.
_TABLES = {
    MATCH_TABLE: "fts5(title, names, summary, body, parts, tokenize = 'ascii')",
    TITLE_TABLE: "fts5(title, tokenize = 'ascii', prefix = '1 2 3', detail = none, columnsize = 0)",
}


def create_schema(connection: BaseDatabaseWrapper) -> None:
    """Makes the tables of words where they are missing, and anew where an older version made
    others; may be run again."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        made = dict(cursor.fetchall())
        for table, columns in _TABLES.items():
            if table in made and not made[table].endswith(f"USING {columns}"):
                cursor.execute(f"DROP TABLE {table}")
            cursor.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS {table} USING {columns}")
            cursor.execute(
                f"DELETE FROM {table} WHERE rowid NOT IN (SELECT id FROM cop_search_document)"
            )
        cursor.execute(
            f"INSERT INTO {TITLE_TABLE} (rowid, title) SELECT id, title_key "
            f"FROM cop_search_document WHERE id NOT IN (SELECT rowid FROM {TITLE_TABLE})"
        )


def drop_schema(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for table in _TABLES:
            cursor.execute(f"DROP TABLE IF EXISTS {table}")


class SQLiteEngine(SQLEngine):
    name = "sqlite"
    collate = "COLLATE BINARY"
    key = "rowid"

    def match(self, words: Sequence[Alternatives]) -> tuple[str, str, list[Any]]:
        if not words:
            return "cop_search_document d WHERE 1 = 1", "0", []
        expression = boolean(words, " AND ", " OR ", '"')
        # Without CROSS the planner may start at all documents of the language.
        source = (
            f"{MATCH_TABLE} CROSS JOIN cop_search_document d ON d.id = {MATCH_TABLE}.rowid "
            f"WHERE {MATCH_TABLE} MATCH %s"
        )
        return source, f"bm25({MATCH_TABLE}, 10.0, 5.0, 3.0, 1.0, 0.5)", [expression]

    def terms(self, dimension: str) -> tuple[str, str]:
        return "JSON_EXTRACT(d.terms, %s)", f'$."{dimension}"'

    def any_of(self, expression: str, values: Iterable[Any]) -> tuple[str, Any]:
        return f"{expression} IN (SELECT value FROM json_each(%s))", json.dumps(list(values))

    def microseconds(self, expression: str) -> str:
        # Stored as text; what lies behind the second has six digits, or is not there.
        seconds = f"CAST(strftime('%%s', {expression}) AS INTEGER)"
        return f"({seconds} * 1000000 + CAST(SUBSTR({expression}, 21, 6) AS INTEGER))"

    def titles(self, words: Sequence[str]) -> tuple[str, str]:
        source = (
            f"{TITLE_TABLE} CROSS JOIN cop_search_document d ON d.id = {TITLE_TABLE}.rowid "
            f"WHERE {TITLE_TABLE} MATCH %s"
        )
        return source, " AND ".join(f'"{word}"' for word in words) + "*"

    def delete(self, document_ids: Sequence[int]) -> None:
        super().delete(document_ids)
        if document_ids:
            condition, parameter = self.any_of("rowid", document_ids)
            self._execute(f"DELETE FROM {TITLE_TABLE} WHERE {condition}", [parameter])

    def upsert(self, texts: Sequence[SearchedText]) -> None:
        ids = [text.document_id for text in texts]
        condition, parameter = self.any_of("id", ids)
        self._execute(
            f"INSERT OR REPLACE INTO {TITLE_TABLE} (rowid, title) "
            f"SELECT id, title_key FROM cop_search_document WHERE {condition}",
            [parameter],
        )
        with self.connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT OR REPLACE INTO {MATCH_TABLE} (rowid, title, names, summary, body, parts) "
                "VALUES (%s, %s, %s, %s, %s, %s)",
                [(t.document_id, *map(" ".join, t.by_weight())) for t in texts],
            )

    @contextmanager
    def rebuild(self) -> Iterator[None]:
        """With room in memory for what a chunk changes: where it runs over, SQLite locks readers
        out before the commit, and writes the same pages again and again."""
        with self.connection.cursor() as cursor:
            cursor.execute("PRAGMA cache_size")
            size = cursor.fetchone()[0]
            cursor.execute(f"PRAGMA cache_size = -{_REBUILD_KIB}")
        try:
            with super().rebuild():
                yield
        finally:
            self._execute(f"PRAGMA cache_size = {size}", [])

    def tidy(self) -> None:
        for table in _TABLES:
            self._execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')", [])
