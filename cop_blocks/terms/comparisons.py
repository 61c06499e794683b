"""Two versions of a page, compared by the terms that they carry."""

from collections.abc import Callable
from functools import partial
from typing import Any

from wagtail.admin.compare import TextDiff, diff_text

from cop_blocks.models import Vocabulary
from cop_blocks.terms.labels import TermLabels, term_labels


class TermsComparison:
    """The terms of one vocabulary in two versions; the attributes are what Wagtail asks of a
    comparison."""

    is_field = True
    is_child_relation = False

    def __init__(self, vocabulary_code: str, labels: TermLabels, obj_a: Any, obj_b: Any) -> None:
        self.vocabulary_code = vocabulary_code
        self.labels = labels
        self.terms_a = self._terms(obj_a)
        self.terms_b = self._terms(obj_b)

    def field_label(self) -> str:
        return self.labels.vocabulary(self.vocabulary_code)

    def has_changed(self) -> bool:
        return self.terms_a != self.terms_b

    def htmldiff(self) -> str:
        if not self.has_changed():
            return str(diff_text(self.terms_a, self.terms_b).to_html())
        parts = [("deletion", self.terms_a), ("addition", self.terms_b)]
        return str(TextDiff([part for part in parts if part[1]]).to_html())

    def _terms(self, page: Any) -> str:
        rows = page.cop_term_rows.all().select_related("tag__vocabulary")
        codes = [row.tag.code for row in rows if row.tag.vocabulary.code == self.vocabulary_code]
        return ", ".join(self.labels.labels(self.vocabulary_code, codes))


def comparisons(
    shows: Callable[[Vocabulary], bool], language: str
) -> list[Callable[[Any, Any], TermsComparison]]:
    """One comparison for each vocabulary that ``shows`` lets through."""
    labels = term_labels(language)
    return [
        partial(TermsComparison, vocabulary.code, labels)
        for vocabulary in Vocabulary.objects.all()
        if shows(vocabulary)
    ]
