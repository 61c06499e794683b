"""One statement for ids, total and all facet counts, in the SQL that SQLite and PostgreSQL share.

``m`` is what the words, the language and everything else that is not a filter of the visitor let
through: its score, one boolean for each dimension that is filtered, and what it has of each that is
counted. The page of ids, the total and each facet are then one branch of a UNION ALL over ``m``: a
facet leaves out the boolean of its own dimension, so its numbers are what the visitor would get.

Nothing that a visitor typed is ever part of the text: names of tables and columns are.
"""
# ruff: noqa: S608

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar

from django.db import connections

from cop_search.engines.base import (
    KIND,
    STATE,
    Alternatives,
    Answer,
    Question,
    SearchedText,
    SuggestQuestion,
)
from cop_search.engines.counting import answer
from cop_search.engines.statement import Sql, all_of
from cop_search.hidden import HIDDEN_PAGES
from cop_search.models import Document

#: The table that holds the words: FTS5 on SQLite, vectors on PostgreSQL. No model: see ``schema``.
MATCH_TABLE = "cop_search_match"

#: Beforehand: asked in the middle, PostgreSQL reckons so much for it that it reads all documents.
_HIDDEN = f"WITH h AS MATERIALIZED ({HIDDEN_PAGES})"

_STATE = """CASE WHEN NOT d.has_state THEN ''
  WHEN d.closed OR d.closes < %s THEN 'closed'
  WHEN d.opens > %s THEN 'soon'
  ELSE 'open' END"""

_CLOSED = "d.has_state AND (d.closed OR d.closes < %s)"

_PAST = "CASE WHEN d.has_state THEN (d.closed OR d.closes < %s) ELSE d.sort_date < %s END"


class SQLEngine:
    """What the engines of both databases have in common."""

    name = "sql"
    #: Binary order, the same on both.
    collate: ClassVar[str]

    def __init__(self, using: str) -> None:
        self.connection = connections[using]

    def match(self, words: Sequence[Alternatives]) -> tuple[str, str, list[Any]]:
        """FROM clause, expression of the score (low is good) and the parameters of the clause;
        the clause ends in a condition."""
        raise NotImplementedError

    def any_of(self, expression: str, values: Iterable[Any]) -> tuple[str, Any]:
        """A condition that holds where ``expression`` is one of ``values``, with its parameter."""
        raise NotImplementedError

    def upsert(self, texts: Sequence[SearchedText]) -> None:
        raise NotImplementedError

    def delete(self, document_ids: Sequence[int]) -> None:
        if document_ids:
            condition, parameter = self.any_of(self.key, document_ids)
            self._execute(f"DELETE FROM {MATCH_TABLE} WHERE {condition}", [parameter])

    #: The column of the match table that holds the document's id.
    key: ClassVar[str] = "document_id"

    def document_ids(self) -> set[int]:
        with self.connection.cursor() as cursor:
            cursor.execute(f"SELECT {self.key} FROM {MATCH_TABLE}")
            return {row[0] for row in cursor.fetchall()}

    @contextmanager
    def rebuild(self) -> Iterator[None]:
        yield
        known = Document.objects.using(self.connection.alias).values_list("pk", flat=True)
        self.delete(sorted(self.document_ids().difference(known)))
        self.tidy()

    def tidy(self) -> None:
        """Everything was written anew."""
        raise NotImplementedError

    def suggest(self, question: SuggestQuestion) -> tuple[int, ...]:
        if not question.words:
            return ()
        typed = " ".join(question.words)
        source, parameter = self.titles(question.words)
        sql = Sql().add(f"{_HIDDEN} SELECT d.page_id FROM {source}", parameter)
        self._add_alive(sql, question.locale, question.site_id, self._moment(question.moment))
        self._add_excluded(sql, question.exclude_pages)
        for dimension, values in question.filters.items():
            self._add_carried(sql, dimension, values)
        sql.add("ORDER BY CASE WHEN SUBSTR(d.title_key, 1, %s) = %s", len(typed), typed)
        sql.add(
            f"THEN 0 ELSE 1 END, d.title_key {self.collate}, d.page_id LIMIT %s", question.limit
        )
        with self.connection.cursor() as cursor:
            cursor.execute(str(sql), sql.params)
            return tuple(row[0] for row in cursor.fetchall())

    def titles(self, words: Sequence[str]) -> tuple[str, str]:
        """FROM clause of the documents whose titles have the words, the last as a beginning; it
        ends in a condition, with its parameter."""
        raise NotImplementedError

    def query(self, question: Question) -> Answer:
        sql = self._statement(question)
        with self.connection.cursor() as cursor:
            cursor.execute(str(sql), sql.params)
            rows = cursor.fetchall()
        return answer(rows, question)

    def _execute(self, statement: str, params: Sequence[Any]) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(statement, params)

    def _moment(self, value: Any) -> Any:
        return self.connection.ops.adapt_datetimefield_value(value)

    def _statement(self, question: Question) -> Sql:
        sql = Sql().add(f"{_HIDDEN}, m AS MATERIALIZED (")
        flags, near = self._add_match(sql, question)
        sql.add("), t AS MATERIALIZED (")
        sql.add(f"SELECT COUNT(*) AS total FROM m WHERE {all_of(flags.values())})")
        self._add_hits(sql, question, flags, near)
        sql.add("UNION ALL SELECT 'total', '', '', t.total, 0 FROM t")
        for number, facet in enumerate(question.facets):
            others = all_of(flag for name, flag in flags.items() if name != facet.dimension)
            sql.add("UNION ALL SELECT 'count', %s,", facet.dimension)
            sql.add(f"m.c{number}, COUNT(*), 0 FROM m WHERE {others} GROUP BY m.c{number}")
        return sql

    def _add_match(self, sql: Sql, question: Question) -> tuple[dict[str, str], list[str]]:
        """What lets a document through, as conditions by dimension; and the columns that hold how
        near it is."""
        moment = self._moment(question.moment)
        source, score, params = self.match(question.words)
        sql.add("SELECT d.id, d.page_id,")
        self._add_sort_keys(sql, question, score, moment)
        for number, facet in enumerate(question.facets):
            sql.add(",")
            self._add_values(sql, facet.dimension, moment)
            sql.add(f"AS c{number}")
        flags, near = self._add_filters(sql, question, moment)
        sql.add(f"FROM {source}", *params)
        self._add_alive(sql, question.locale, question.site_id, moment)
        self._add_excluded(sql, question.exclude_pages)
        if question.since is not None:
            since = self._moment(question.since)
            sql.add("AND CASE WHEN d.has_state THEN (d.closes IS NULL OR d.closes >= %s)", since)
            sql.add("ELSE d.sort_date >= %s END", since)
        if question.until is not None:
            until = self._moment(question.until)
            sql.add("AND CASE WHEN d.has_state THEN (d.opens IS NULL OR d.opens < %s)", until)
            sql.add("ELSE d.sort_date < %s END", until)
        return flags, near

    def _add_values(self, sql: Sql, dimension: str, moment: Any) -> None:
        """What a document has of a dimension: one value, or a list of them as JSON. The list lies
        in the row that is read anyway; looking each of them up would take longer than all else."""
        if dimension == KIND:
            sql.add("d.kind")
        elif dimension == STATE:
            sql.add(_STATE, moment, moment)
        else:
            sql.add(*self.terms(dimension))

    def terms(self, dimension: str) -> tuple[str, str]:
        """The values of a document, as the text of a JSON list, with the parameter."""
        raise NotImplementedError

    def _add_alive(self, sql: Sql, locale: str, site_id: int | None, moment: Any) -> None:
        sql.add("AND d.locale = %s AND (d.expires IS NULL OR d.expires > %s)", locale, moment)
        if site_id is not None:
            sql.add("AND d.site_id = %s", site_id)
        sql.add("AND d.page_id NOT IN (SELECT h.page_id FROM h)")

    def _add_excluded(self, sql: Sql, page_ids: Sequence[int]) -> None:
        if page_ids:
            condition, parameter = self.any_of("d.page_id", page_ids)
            sql.add(f"AND NOT ({condition})", parameter)

    def _add_carried(self, sql: Sql, dimension: str, values: Iterable[str]) -> None:
        if dimension == KIND:
            condition, parameter = self.any_of("d.kind", values)
            sql.add(f"AND {condition}", parameter)
            return
        condition, params = self.carried(dimension, values)
        sql.add(f"AND {condition}", *params)

    def carried(self, dimension: str, values: Iterable[str]) -> tuple[str, list[Any]]:
        """A condition that holds where a document has one of the values of a vocabulary."""
        facets, params = self._facets(dimension, values)
        return f"EXISTS (SELECT 1 {facets})", params

    def nearness(
        self, dimension: str, values: Iterable[str], steps: Mapping[str, int]
    ) -> tuple[str, list[Any]]:
        """The fewest steps of the values that a document has; NULL where it has none."""
        facets, params = self._facets(dimension, values)
        pairs = [part for value_and_steps in steps.items() for part in value_and_steps]
        cases = " ".join(["WHEN %s THEN %s"] * len(steps))
        return f"(SELECT MIN(CASE f.value {cases} ELSE 0 END) {facets})", [*pairs, *params]

    def _facets(self, dimension: str, values: Iterable[str]) -> tuple[str, list[Any]]:
        condition, parameter = self.any_of("f.value", values)
        facets = "FROM cop_search_documentfacet f WHERE f.document_id = d.id AND f.dimension = %s"
        return f"{facets} AND {condition}", [dimension, parameter]

    def _add_sort_keys(self, sql: Sql, question: Question, score: str, moment: Any) -> None:
        """``k1`` to ``k3``, each ascending; the title comes after them. By relevance ``k0`` goes
        before how near it is: what is closed stands last, but for the page of the very title."""
        nothing = "0"
        match question.sort:
            case "date":
                past = f"CASE WHEN {_PAST} THEN 1 ELSE 0 END"
                since_epoch = self.microseconds("d.sort_date")
                sql.add("CASE WHEN d.sort_date IS NULL THEN 1 ELSE 0 END AS k1,")
                sql.add(f"{past} AS k2,", moment, moment)
                sql.add(f"CASE WHEN {_PAST} THEN -{since_epoch}", moment, moment)
                sql.add(f"ELSE {since_epoch} END AS k3,")
            case "newest":
                since_epoch = self.microseconds("d.first_published")
                sql.add("CASE WHEN d.first_published IS NULL THEN 1 ELSE 0 END AS k1,")
                sql.add(f"-{since_epoch} AS k2, {nothing} AS k3,")
            case "relevance":
                sql.add(f"CASE WHEN {_CLOSED} AND d.title_key <> %s", moment, question.title)
                sql.add("THEN 1 ELSE 0 END AS k0,")
                sql.add("CASE WHEN d.title_key = %s THEN 0 ELSE 1 END AS k1,", question.title)
                sql.add(f"{score} AS k2, {nothing} AS k3,")
            case _:
                sql.add(f"{nothing} AS k1, {nothing} AS k2, {nothing} AS k3,")
        sql.add("d.title_key")

    def microseconds(self, expression: str) -> str:
        """A moment as a number, as exact as it is stored."""
        raise NotImplementedError

    def _add_filters(
        self, sql: Sql, question: Question, moment: Any
    ) -> tuple[dict[str, str], list[str]]:
        flags: dict[str, str] = {}
        near: list[str] = []
        by_nearness = question.steps if question.sort == "relevance" else {}
        for number, (dimension, values) in enumerate(question.filters.items()):
            column = flags[dimension] = f"m.f{number}"
            if dimension in (KIND, STATE):
                # One value each, named by ourselves or asked for: a list of parameters.
                sql.add(", (")
                self._add_values(sql, dimension, moment)
                places = ", ".join(["%s"] * len(values)) or "NULL"
                sql.add(f") IN ({places}) AS f{number}", *values)
                continue
            if steps := by_nearness.get(dimension):
                condition, params = self.nearness(dimension, values, steps)
                flags[dimension] = f"{column} IS NOT NULL"
                near.append(column)
            else:
                condition, params = self.carried(dimension, values)
            sql.add(f", {condition} AS f{number}", *params)
        return flags, near

    def _add_hits(
        self, sql: Sql, question: Question, flags: dict[str, str], near: Sequence[str]
    ) -> None:
        closed = "m.k0, " if question.sort == "relevance" else ""
        nearness = f"{' + '.join(near)}, " if near else ""
        order = f"{closed}{nearness}m.k1, m.k2, m.k3, m.title_key {self.collate}, m.page_id"
        size = question.page_size
        # Past the last page the last one is given: no second statement to find out which it is.
        last = f"CASE WHEN total = 0 THEN 0 ELSE (total - 1) / {size} * {size} END"
        sql.add("SELECT 'hit' AS part, '' AS dimension, '' AS value, m.id AS number,")
        sql.add(f"ROW_NUMBER() OVER (ORDER BY {order}) AS position FROM (")
        sql.add(f"SELECT * FROM m WHERE {all_of(flags.values())} ORDER BY {order} LIMIT {size}")
        first = (question.page - 1) * size
        sql.add(
            f"OFFSET (SELECT CASE WHEN %s < {last} THEN %s ELSE {last} END FROM t)) m", first, first
        )
