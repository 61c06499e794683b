"""What vocabularies and terms are called in a language, and how terms look: all at once."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import FilteredRelation, Q
from django.utils.functional import SimpleLazyObject

from cop_blocks.looks import PLAIN, THEME, TermLook, chosen_look
from cop_blocks.models import Term, VocabularyLabel
from cop_blocks.terms.tree import TREE_FIELDS, TermTree, tree_rows
from cop_blocks.wording import best_by_key


@dataclass(frozen=True, slots=True)
class Tag:
    """A term as a reader meets it on a page or a card."""

    label: str
    look: TermLook = PLAIN

    def __str__(self) -> str:
        return self.label


@dataclass(frozen=True, slots=True)
class TermLabels:
    """Names in one language. Where that language has none another one's stands in, and the code
    where no language has: a list never shows an empty line."""

    language: str
    vocabularies: Mapping[str, str]
    terms: Mapping[tuple[str, str], str]
    looks: Mapping[tuple[str, str], TermLook] = field(default_factory=dict)

    def vocabulary(self, code: str) -> str:
        return self.vocabularies.get(code, code)

    def label(self, vocabulary_code: str, term_code: str) -> str:
        return self.terms.get((vocabulary_code, term_code), term_code)

    def labels(self, vocabulary_code: str, term_codes: Iterable[str]) -> list[str]:
        return [self.label(vocabulary_code, code) for code in term_codes]

    def look(self, vocabulary_code: str, term_code: str) -> TermLook:
        return self.looks.get((vocabulary_code, term_code), PLAIN)

    def tags(self, terms: Mapping[str, Iterable[str]], vocabularies: Iterable[str]) -> list[Tag]:
        """The tags of something that carries ``terms`` (vocabulary -> codes), in that order."""
        return [
            Tag(self.label(vocabulary, code), self.look(vocabulary, code))
            for vocabulary in vocabularies
            for code in terms.get(vocabulary, ())
        ]

    def theme_look(self, terms: Mapping[str, Iterable[str]]) -> TermLook:
        """How something that carries ``terms`` looks: as its first theme."""
        return next((self.look(THEME, code) for code in terms.get(THEME, ())), PLAIN)


def term_labels(language: str, vocabularies: Collection[str] | None = None) -> TermLabels:
    """All terms in ``language``, or those of some vocabularies (by code)."""
    terms = Term.objects.order_by("vocabulary_id", "sort_order", "code").values_list(
        "vocabulary__code", "code", "palette", "mark", "labels__language", "labels__label"
    )
    if vocabularies is not None:
        terms = terms.filter(vocabulary__code__in=vocabularies)
    looks: dict[tuple[str, str], TermLook] = {}
    places: Counter[str] = Counter()
    worded = []
    for vocabulary, code, palette, mark, spoken, label in terms:
        key = vocabulary, code
        if key not in looks:
            looks[key] = chosen_look(vocabulary, places[vocabulary], palette, mark)
            places[vocabulary] += 1
        if label:
            worded.append((key, spoken, label))
    return TermLabels(
        language,
        _vocabulary_names(language, vocabularies),
        best_by_key(language, worded),
        looks,
    )


def terms_and_labels(language: str) -> tuple[TermTree, TermLabels]:
    """All terms as trees, with their names and those of their vocabularies in ``language``: all in
    one query, and a second one where a vocabulary has no name in that language."""
    named = FilteredRelation(
        "vocabulary__labels", condition=Q(vocabulary__labels__language=language)
    )
    rows = list(
        tree_rows()
        .annotate(named=named)
        .values_list(*TREE_FIELDS, "labels__language", "labels__label", "named__label")
    )
    tree = TermTree.of(row[:-3] for row in rows)
    code = TREE_FIELDS.index("code")
    worded = (((row[0], row[code]), row[-3], row[-2]) for row in rows if row[-2])
    looks = {
        (vocabulary, term): found.look
        for vocabulary, terms in tree.vocabularies.items()
        for term, found in terms.terms.items()
    }
    names = {row[0]: row[-1] for row in rows}
    return tree, TermLabels(
        language,
        names if all(names.values()) else _vocabulary_names(language),
        best_by_key(language, worded),
        looks,
    )


def _vocabulary_names(language: str, codes: Collection[str] | None = None) -> Mapping[str, str]:
    """Asked for when it is wanted: cards name terms only."""
    names = VocabularyLabel.objects.values_list("vocabulary__code", "language", "label").order_by()
    if codes is not None:
        names = names.filter(vocabulary__code__in=codes)
    return SimpleLazyObject(lambda: best_by_key(language, names))  # type: ignore[return-value]
