"""PostgreSQL: a vector written from our tokens, never made by PostgreSQL's own parser."""
# ruff: noqa: S608

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from cop_search.engines.base import Alternatives, SearchedText
from cop_search.engines.sql import MATCH_TABLE, SQLEngine, boolean

#: PostgreSQL keeps no position beyond this one, and no more than so many for one word.
_MAX_POSITION, _MAX_POSITIONS = 16383, 255


def create_schema(connection: BaseDatabaseWrapper) -> None:
    """Makes the table of words and its index where they are missing; may be run again."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TABLE IF NOT EXISTS {MATCH_TABLE} "
            "(document_id bigint PRIMARY KEY, vector tsvector NOT NULL)"
        )
        cursor.execute(
            f"CREATE INDEX IF NOT EXISTS {MATCH_TABLE}_vector ON {MATCH_TABLE} USING gin (vector)"
        )


class PostgreSQLEngine(SQLEngine):
    name = "postgresql"
    joined_values = "STRING_AGG(f.value, ' ' ORDER BY f.value)"
    collate = 'COLLATE "C"'

    def match(self, words: Sequence[Alternatives]) -> tuple[str, str, list[Any]]:
        if not words:
            return "cop_search_document d WHERE 1 = 1", "0", []
        # The words are a row of their own: the score needs them too.
        source = (
            "(SELECT %s::tsquery AS words) q "
            f"JOIN {MATCH_TABLE} s ON s.vector @@ q.words "
            "JOIN cop_search_document d ON d.id = s.document_id WHERE 1 = 1"
        )
        score = "-ts_rank('{0.1, 0.3, 0.5, 1.0}', s.vector, q.words)"
        return source, score, [boolean(words, " & ", " | ", "'")]

    def any_of(self, expression: str, values: Iterable[Any]) -> tuple[str, Any]:
        return f"{expression} = ANY (%s)", list(values)

    def seconds(self, expression: str) -> str:
        return f"EXTRACT(EPOCH FROM {expression})::bigint"

    def upsert(self, texts: Sequence[SearchedText]) -> None:
        with self.connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {MATCH_TABLE} (document_id, vector) VALUES (%s, %s::tsvector) "
                "ON CONFLICT (document_id) DO UPDATE SET vector = EXCLUDED.vector",
                [(text.document_id, vector(text)) for text in texts],
            )

    def rebuilt(self) -> None:
        for table in (MATCH_TABLE, "cop_search_document", "cop_search_documentfacet"):
            self._execute(f"ANALYZE {table}", [])


def vector(text: SearchedText) -> str:
    """The words as a literal: ``'loan':1A 'for':2A``. Our tokens need no escaping."""
    positions: dict[str, list[str]] = {}
    position = 0
    for weight, words in zip("ABCDD", text.by_weight(), strict=True):
        for word in words:
            position = min(position + 1, _MAX_POSITION)
            places = positions.setdefault(word, [])
            if len(places) < _MAX_POSITIONS:
                places.append(f"{position}{weight}")
    return " ".join(f"'{word}':{','.join(places)}" for word, places in positions.items())
