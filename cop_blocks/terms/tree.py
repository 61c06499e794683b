"""All terms as trees, in one query: what a filter finds, and what lies within what."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db import connections, router
from django.db.models import QuerySet

from cop_blocks.looks import PLAIN, TermLook, chosen_look
from cop_blocks.models import Term, Vocabulary

Match = Vocabulary.Match


@dataclass(frozen=True, slots=True)
class TreeTerm:
    """One term: what a tree needs to know of it."""

    pk: int
    code: str
    broader: str | None
    is_retired: bool
    #: The code of the term that this one was merged into.
    merged_into: str | None
    look: TermLook = PLAIN


@dataclass(frozen=True, slots=True)
class VocabularyTree:
    """The terms of one vocabulary, in their order."""

    match: str
    terms: Mapping[str, TreeTerm]
    narrower: Mapping[str | None, list[str]]
    is_facet: bool = True
    #: On which edit forms it stands, by model label; empty: on all.
    page_types: tuple[str, ...] = ()

    def current(self, code: str) -> str | None:
        """``code``, or the term it was merged into; ``None`` if there is no such term."""
        seen = set()
        while (term := self.terms.get(code)) and term.merged_into and code not in seen:
            seen.add(code)
            code = term.merged_into
        return term.code if term else None

    @property
    def merged(self) -> list[str]:
        """The codes of terms that were merged into another."""
        return [code for code, term in self.terms.items() if term.merged_into]

    def ancestors(self, code: str) -> list[str]:
        """What the term lies within, the nearest first."""
        found: list[str] = []
        term = self.terms.get(code)
        while term and term.broader and term.broader not in (code, *found):
            found.append(term.broader)
            term = self.terms.get(term.broader)
        return found

    def descendants(self, code: str) -> list[str]:
        """What lies within the term, each term before what lies within it."""
        found: dict[str, None] = {}
        waiting = list(reversed(self.narrower.get(code, ())))
        while waiting:
            narrower = waiting.pop()
            if narrower != code and narrower not in found:
                found[narrower] = None
                waiting.extend(reversed(self.narrower.get(narrower, ())))
        return list(found)

    def in_order(self) -> list[tuple[str, int]]:
        """All codes, each with its depth, as a tree is read from top to bottom."""
        ordered = [
            (code, len(self.ancestors(code)))
            for top in self.narrower.get(None, ())
            for code in (top, *self.descendants(top))
        ]
        in_tree = {code for code, _ in ordered}
        return ordered + [(code, 0) for code in self.terms if code not in in_tree]

    def expand(self, codes: Iterable[str]) -> set[str]:
        """The codes of the terms that a filter by ``codes`` finds; unknown codes find nothing."""
        found: set[str] = set()
        for code in filter(None, map(self.current, codes)):
            found.add(code)
            if self.match in (Match.WITHIN, Match.OVERLAP):
                found.update(self.descendants(code))
            if self.match == Match.OVERLAP:
                found.update(self.ancestors(code))
        return found


TREE_FIELDS = (
    "vocabulary__code",
    "vocabulary__match",
    "vocabulary__is_facet",
    "vocabulary__page_types",
    "pk",
    "code",
    "broader__code",
    "is_retired",
    "is_merged",
    "successor__code",
    "palette",
    "mark",
)


def tree_rows() -> QuerySet[Term]:
    """All terms as trees hold them: vocabularies in their order, and of each its terms."""
    rows: QuerySet[Term] = Term.objects.order_by(
        "vocabulary__sort_order", "vocabulary__code", "sort_order", "code"
    )
    return rows


@cache
def _statement(using: str) -> tuple[str, tuple[Any, ...]]:
    """That for all rows, which never differs: composing it anew each time, and making objects of
    the same column of JSON in each row, took longer than the database does."""
    query = tree_rows().using(using).values_list(*TREE_FIELDS).query
    sql, params = query.get_compiler(using).as_sql()
    return sql, tuple(params)


@dataclass(frozen=True, slots=True)
class TermTree:
    """All vocabularies that have terms, by code."""

    vocabularies: Mapping[str, VocabularyTree] = field(default_factory=dict)

    @classmethod
    def load(cls) -> "TermTree":
        """Everything, in one query."""
        using = router.db_for_read(Term)
        with connections[using].cursor() as cursor:
            cursor.execute(*_statement(using))
            return cls.of(cursor.fetchall())

    @classmethod
    def of(cls, rows: Iterable[tuple[Any, ...]]) -> "TermTree":
        """Of rows of ``TREE_FIELDS``, in their order, as the database or a queryset has them; a
        term that comes again is the same one."""
        known: dict[str, tuple[str, bool, tuple[str, ...]]] = {}
        terms: dict[str, dict[str, TreeTerm]] = defaultdict(dict)
        narrower: dict[str, dict[str | None, list[str]]] = defaultdict(lambda: defaultdict(list))
        for vocabulary, match, is_facet, page_types, pk, code, broader, *rest in rows:
            if code in terms[vocabulary]:
                continue
            if vocabulary not in known:
                labels = json.loads(page_types) if isinstance(page_types, str) else page_types
                known[vocabulary] = match, bool(is_facet), tuple(labels)
            is_retired, is_merged, successor, palette, mark = rest
            into = successor if is_merged else None
            look = chosen_look(vocabulary, len(terms[vocabulary]), palette, mark)
            terms[vocabulary][code] = TreeTerm(pk, code, broader, bool(is_retired), into, look)
            narrower[vocabulary][broader].append(code)
        return cls(
            {
                code: VocabularyTree(match, terms[code], dict(narrower[code]), is_facet, page_types)
                for code, (match, is_facet, page_types) in known.items()
            }
        )

    def expand(self, vocabulary_code: str, term_codes: Iterable[str]) -> set[str]:
        """The codes of the terms that a filter by ``term_codes`` finds, by the vocabulary's match.

        A term that was merged into another finds what the other finds; unknown codes find nothing.
        """
        tree = self.vocabularies.get(vocabulary_code)
        return tree.expand(term_codes) if tree else set()

    def looks(self, vocabulary_code: str) -> list[TermLook]:
        """How the terms of a vocabulary look, in their order."""
        tree = self.vocabularies.get(vocabulary_code)
        return [term.look for term in tree.terms.values()] if tree else []

    def pks(self, vocabulary_code: str, term_codes: Iterable[str]) -> list[int]:
        """The primary keys of the terms with these codes; unknown ones are left out."""
        tree = self.vocabularies.get(vocabulary_code)
        return [tree.terms[code].pk for code in term_codes if code in tree.terms] if tree else []
