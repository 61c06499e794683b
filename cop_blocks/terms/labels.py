"""What vocabularies and terms are called in a language: all of them at once, in two queries."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import SimpleLazyObject

from cop_blocks.models import TermLabel, VocabularyLabel
from cop_blocks.wording import best_by_key


@dataclass(frozen=True, slots=True)
class TermLabels:
    """Names in one language. Where that language has none another one's stands in, and the code
    where no language has: a list never shows an empty line."""

    language: str
    vocabularies: Mapping[str, str]
    terms: Mapping[tuple[str, str], str]

    def vocabulary(self, code: str) -> str:
        return self.vocabularies.get(code, code)

    def label(self, vocabulary_code: str, term_code: str) -> str:
        return self.terms.get((vocabulary_code, term_code), term_code)

    def labels(self, vocabulary_code: str, term_codes: Iterable[str]) -> list[str]:
        return [self.label(vocabulary_code, code) for code in term_codes]


def term_labels(language: str, vocabularies: Collection[str] | None = None) -> TermLabels:
    """The names of all terms in ``language``, or of those of some vocabularies (by code)."""
    names = VocabularyLabel.objects.values_list("vocabulary__code", "language", "label")
    labels = TermLabel.objects.values_list(
        "term__vocabulary__code", "term__code", "language", "label"
    )
    if vocabularies is not None:
        names = names.filter(vocabulary__code__in=vocabularies)
        labels = labels.filter(term__vocabulary__code__in=vocabularies)
    return TermLabels(
        language,
        # Cards name terms only: what a vocabulary is called is asked for when it is wanted.
        SimpleLazyObject(lambda: best_by_key(language, names.order_by())),  # type: ignore[arg-type]
        best_by_key(language, (((v, t), spoken, label) for v, t, spoken, label in labels)),
    )
