"""All names that can be typed, of terms and organisations: one statement."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import (
    BooleanField,
    Case,
    F,
    FilteredRelation,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast

from cop_blocks.models import Organisation, Term, VocabularyLabel
from cop_blocks.terms.tree import TreeTerm, VocabularyTree
from cop_search.parameters import is_filter
from cop_search.suggesting.found import SuggestedTerm
from cop_search.suggesting.words import nearness

_TERM, _ORGANISATION = "term", "organisation"


class _Row(NamedTuple):
    """One term or, with the first four columns alone, one organisation."""

    part: str
    pk: int
    name: str | None
    others: str | None
    code: str
    broader: str | None
    merged_into: str | None
    is_retired: bool
    sort_order: int
    vocabulary: str
    vocabulary_label: str | None
    vocabulary_order: int
    match: str
    is_facet: bool
    page_types: str | None

    @property
    def names(self) -> list[str]:
        return [self.name, *(self.others or "").splitlines()] if self.name else []

    @property
    def place(self) -> tuple[int, str, int, str]:
        return self.vocabulary_order, self.vocabulary, self.sort_order, self.code


@dataclass(frozen=True, slots=True)
class NamedTerm:
    """A term in use, and all that it is called in one language, its label first."""

    code: str
    names: Sequence[str]


@dataclass(frozen=True, slots=True)
class NamedVocabulary:
    """``terms`` are those that can be suggested; the tree has all."""

    code: str
    label: str
    tree: VocabularyTree
    is_filter: bool
    terms: Sequence[NamedTerm]


@dataclass(frozen=True, slots=True)
class Names:
    """Vocabularies in their order, by code; organisations as (id, names)."""

    vocabularies: Mapping[str, NamedVocabulary]
    organisations: Sequence[tuple[int, Sequence[str]]]

    @classmethod
    def load(cls, language: str, *, kinds: Sequence[str], preset: Collection[str]) -> "Names":
        """Names in ``language``; of vocabularies that are filters on a page with these presets,
        and of those preset."""
        rows = [_Row(*row) for row in _statement(language, preset)]
        terms: dict[str, list[_Row]] = defaultdict(list)
        for row in sorted((row for row in rows if row.part == _TERM), key=lambda row: row.place):
            terms[row.vocabulary].append(row)
        return cls(
            {code: _vocabulary(code, found, kinds, preset) for code, found in terms.items()},
            [(row.pk, row.names) for row in rows if row.part == _ORGANISATION],
        )

    def known(
        self, asked: Mapping[str, Sequence[str]], *, without: Collection[str]
    ) -> dict[str, tuple[str, ...]]:
        """What is known of filters asked for; terms that were merged under their new name."""
        known: dict[str, tuple[str, ...]] = {}
        for code, terms in asked.items():
            vocabulary = self.vocabularies.get(code)
            if vocabulary and vocabulary.is_filter and code not in without:
                current = dict.fromkeys(filter(None, map(vocabulary.tree.current, terms)))
                if current:
                    known[code] = tuple(current)
        return known

    def expand(self, code: str, terms: Collection[str]) -> set[str]:
        """The codes that a filter finds; none for a vocabulary or terms that nobody knows."""
        vocabulary = self.vocabularies.get(code)
        return vocabulary.tree.expand(terms) if vocabulary else set()

    def found_by(self, code: str, term: str) -> set[int]:
        """The ids of all terms that a filter by this one finds."""
        tree = self.vocabularies[code].tree
        return {tree.terms[each].pk for each in tree.expand([term])}

    def terms_like(self, typed: Sequence[str], *, without: Collection[str]) -> list[SuggestedTerm]:
        """The terms of which a name has the words typed, the nearest first; then in the order that
        an editor gave them."""
        found: list[tuple[tuple[int, int], SuggestedTerm]] = []
        for vocabulary in self.vocabularies.values():
            if not vocabulary.is_filter or vocabulary.code in without:
                continue
            for term in vocabulary.terms:
                label, *_ = term.names
                if best := _best(term.names, typed):
                    other = term.names[best[1]] if best[1] else ""
                    suggested = SuggestedTerm(
                        vocabulary.code, vocabulary.label, term.code, label, other
                    )
                    found.append((best, suggested))
        return [suggested for _, suggested in sorted(found, key=lambda each: each[0])]

    def organisations_like(self, typed: Sequence[str]) -> list[int]:
        """The ids of organisations of which a name has the words typed, the nearest first."""
        found = [
            (best[0], names[0], pk)
            for pk, names in self.organisations
            if (best := _best(names, typed))
        ]
        return [pk for _, _, pk in sorted(found)]


def _best(names: Sequence[str], typed: Sequence[str]) -> tuple[int, int] | None:
    """How near the nearest of some names is, and its place among them."""
    ranks = ((nearness(name, typed), place) for place, name in enumerate(names))
    return min(((rank, place) for rank, place in ranks if rank is not None), default=None)


def _vocabulary(
    code: str, rows: Sequence[_Row], kinds: Sequence[str], preset: Collection[str]
) -> NamedVocabulary:
    terms: dict[str, TreeTerm] = {}
    narrower: dict[str | None, list[str]] = defaultdict(list)
    for row in rows:
        broader, merged_into = row.broader or None, row.merged_into or None
        terms[row.code] = TreeTerm(row.pk, row.code, broader, row.is_retired, merged_into)
        narrower[broader].append(row.code)
    first = rows[0]
    tree = VocabularyTree(first.match, terms, dict(narrower))
    page_types = json.loads(first.page_types or "[]")
    offered = first.is_facet and is_filter(code, page_types, kinds, without=preset)
    names = {row.code: row.names for row in rows}
    label = first.vocabulary_label or code
    return NamedVocabulary(code, label, tree, offered, list(_in_use(tree, names)))


def _in_use(tree: VocabularyTree, names: Mapping[str, list[str]]) -> Iterator[NamedTerm]:
    """Terms that are named and not retired; what was merged into one is another name of it."""
    merged: dict[str, list[str]] = defaultdict(list)
    for code in tree.terms:
        if (current := tree.current(code)) and current != code:
            merged[current] += names[code]
    for code, term in tree.terms.items():
        if names[code] and not term.is_retired and not term.merged_into:
            yield NamedTerm(code, (*names[code], *merged[code]))


def _statement(language: str, preset: Collection[str]) -> Any:
    own_first = Case(When(language=language, then=0), default=1, output_field=IntegerField())
    vocabulary_label = (
        VocabularyLabel.objects.filter(vocabulary=OuterRef("vocabulary"))
        .order_by(own_first, "pk")
        .values("label")[:1]
    )
    terms = (
        Term.objects.filter(Q(vocabulary__is_facet=True) | Q(vocabulary__code__in=preset))
        .annotate(worded=FilteredRelation("labels", condition=Q(labels__language=language)))
        .order_by()
        .values_list(
            Value(_TERM),
            "pk",
            _text("worded__label"),
            _text("worded__alternatives"),
            _text("code"),
            _text("broader__code"),
            Case(When(is_merged=True, then=_text("successor__code")), default=_TEXT),
            "is_retired",
            "sort_order",
            _text("vocabulary__code"),
            Cast(Subquery(vocabulary_label), TextField()),
            "vocabulary__sort_order",
            _text("vocabulary__match"),
            "vocabulary__is_facet",
            _text("vocabulary__page_types"),
        )
    )
    organisations = Organisation.objects.order_by().values_list(
        Value(_ORGANISATION),
        "pk",
        _text("name"),
        _text("short_name"),
        *[_TEXT, _TEXT, _TEXT, _NO, _ZERO, _TEXT, _TEXT, _ZERO, _TEXT, _NO, _TEXT],
    )
    return terms.union(organisations, all=True)


#: What an organisation has where a term has something: of the same type.
_TEXT = Value("", output_field=TextField())
_NO = Value(False, output_field=BooleanField())
_ZERO = Value(0, output_field=IntegerField())


def _text(path: str) -> Cast:
    return Cast(F(path), TextField())
