"""PostgreSQL: a vector written from our tokens, never made by PostgreSQL's own parser."""
# ruff: noqa: S608

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from cop_search.engines.base import Alternatives, SearchedText
from cop_search.engines.sql import MATCH_TABLE, SQLEngine
from cop_search.engines.statement import Sql, boolean
from cop_search.many import insert_many

#: PostgreSQL keeps no position beyond this one, and no more than so many for one word.
_MAX_POSITION, _MAX_POSITIONS = 16383, 255


#: The words of a title as they are written, for beginnings of words; never split by a parser.
_TITLE_WORDS = "ARRAY_TO_TSVECTOR(STRING_TO_ARRAY({0}title_key, ' '))"
_TITLE_INDEX = "cop_search_document_title"
_COLUMNS = {"document_id", "vector"}


def create_schema(connection: BaseDatabaseWrapper) -> None:
    """Makes the table of words and the indexes where they are missing, and the table anew where an
    older version made another; may be run again."""
    with connection.cursor() as cursor:
        if MATCH_TABLE in connection.introspection.table_names(cursor):
            described = connection.introspection.get_table_description(cursor, MATCH_TABLE)
            if {column.name for column in described} != _COLUMNS:
                cursor.execute(f"DROP TABLE {MATCH_TABLE}")
        cursor.execute(
            f"CREATE TABLE IF NOT EXISTS {MATCH_TABLE} "
            "(document_id bigint PRIMARY KEY, vector tsvector NOT NULL) "
            # Vectors lie in their rows: put aside and packed, each costs more than all the rest,
            # and the planner, who does not count it, would read them all.
            "WITH (toast_tuple_target = 8160)"
        )
        cursor.execute(
            f"DELETE FROM {MATCH_TABLE} "
            "WHERE document_id NOT IN (SELECT id FROM cop_search_document)"
        )
        cursor.execute(
            f"CREATE INDEX IF NOT EXISTS {MATCH_TABLE}_vector ON {MATCH_TABLE} USING gin (vector)"
        )
        # Asked first: PostgreSQL would refuse it in a transaction that has written documents.
        cursor.execute("SELECT TO_REGCLASS(%s) IS NULL", [_TITLE_INDEX])
        if cursor.fetchone() == (True,):
            cursor.execute(
                f"CREATE INDEX {_TITLE_INDEX} ON cop_search_document "
                f"USING gin ({_TITLE_WORDS.format('')})"
            )


def drop_schema(connection: BaseDatabaseWrapper) -> None:
    """The index of titles goes with the documents."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {MATCH_TABLE}")


class PostgreSQLEngine(SQLEngine):
    name = "postgresql"
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

    def terms(self, dimension: str) -> tuple[str, str]:
        return "(d.terms -> %s)::text", dimension

    def carried(self, dimension: str, values: Iterable[str]) -> tuple[str, list[Any]]:
        """By the document's own row. For a table of facets the planner reckons with so much that
        it compiles the statement, which takes longer than the answer."""
        return "(d.terms -> %s) ?| %s::text[]", [dimension, list(values)]

    def nearness(
        self, dimension: str, values: Iterable[str], steps: Mapping[str, int]
    ) -> tuple[str, list[Any]]:
        by_steps: dict[int, list[str]] = defaultdict(list)
        for value in values:
            by_steps[steps.get(value, 0)].append(value)
        sql = Sql().add("CASE")
        for step in sorted(by_steps):
            condition, params = self.carried(dimension, by_steps[step])
            sql.add(f"WHEN {condition} THEN {step}", *params)
        return f"({sql} END)", sql.params

    def any_of(self, expression: str, values: Iterable[Any]) -> tuple[str, Any]:
        return f"{expression} = ANY (%s)", list(values)

    def microseconds(self, expression: str) -> str:
        return f"(EXTRACT(EPOCH FROM {expression}) * 1000000)::bigint"

    def titles(self, words: Sequence[str]) -> tuple[str, str]:
        source = f"cop_search_document d WHERE {_TITLE_WORDS.format('d.')} @@ %s::tsquery"
        return source, " & ".join(f"'{word}'" for word in words) + ":*"

    def upsert(self, texts: Sequence[SearchedText]) -> None:
        insert_many(
            self.connection,
            MATCH_TABLE,
            {"document_id": "bigint", "vector": "tsvector"},
            [(text.document_id, vector(text)) for text in texts],
            "ON CONFLICT (document_id) DO UPDATE SET vector = EXCLUDED.vector",
        )

    def tidy(self) -> None:
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
