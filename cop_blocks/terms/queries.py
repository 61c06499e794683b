"""Pages by their terms, and terms by their names."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.db.models import QuerySet

from cop_blocks.models import Term, TermLabel, TermRow, Vocabulary
from cop_blocks.terms.choices import folded
from cop_blocks.terms.labels import term_labels
from cop_blocks.terms.tree import TermTree

Q = TypeVar("Q", bound="QuerySet[Any]")


def with_terms(
    queryset: Q,
    vocabulary_code: str,
    term_codes: Iterable[str],
    *,
    tree: TermTree | None = None,
) -> Q:
    """The pages of ``queryset`` that a filter by any of ``term_codes`` finds.

    What a filter finds is said by the vocabulary's match. No codes: no filter. Only codes that do
    not exist: no pages. Give ``tree`` to save the query that loads it.
    """
    codes = tuple(term_codes)
    if not codes:
        return queryset
    tree = tree or TermTree.load()
    found = tree.pks(vocabulary_code, tree.expand(vocabulary_code, codes))
    rows = TermRow.objects.filter(tag__in=found).order_by()
    return queryset.filter(pk__in=rows.values("content_object_id"))


def named_terms(
    page: Any, shows: Callable[[Vocabulary], bool], language: str
) -> list[tuple[str, str]]:
    """Of the vocabularies that ``shows`` lets through and ``page`` has terms of, the name with the
    names of those terms."""
    labels = term_labels(language)
    terms: dict[Vocabulary, list[str]] = {}
    for row in page.cop_term_rows.all().select_related("tag__vocabulary"):
        vocabulary = row.tag.vocabulary
        if shows(vocabulary):
            terms.setdefault(vocabulary, []).append(labels.label(vocabulary.code, row.tag.code))
    return [(labels.vocabulary(v.code), ", ".join(names)) for v, names in terms.items()]


def term_codes(page: Any) -> dict[str, tuple[str, ...]]:
    """Of one page: codes of vocabularies, each with the codes of its terms, in the page's order."""
    found: dict[str, tuple[str, ...]] = {}
    for row in page.cop_term_rows.all().select_related("tag__vocabulary"):
        code = row.tag.vocabulary.code
        found[code] = (*found.get(code, ()), row.tag.code)
    return found


class TermFinder:
    """Terms of a vocabulary by what people call them: any name, other name or code, in any
    language, in upper or lower case. Loaded once, for whoever looks up many."""

    def __init__(self, vocabulary_code: str) -> None:
        terms = {
            term.pk: term
            for term in Term.objects.filter(vocabulary__code=vocabulary_code).select_related(
                "successor"
            )
        }
        labels = list(
            TermLabel.objects.filter(term__vocabulary__code=vocabulary_code)
            .order_by("pk")
            .values_list("term_id", "label", "alternatives")
        )
        named: list[tuple[str, int]] = [
            *((label, pk) for pk, label, _ in labels),
            *((other, pk) for pk, _, others in labels for other in others.splitlines()),
            *((term.code, pk) for pk, term in terms.items()),
        ]
        self._terms: dict[str, Term] = {}
        # Terms in use go before retired ones of the same name.
        for name, pk in sorted(named, key=lambda pair: terms[pair[1]].is_retired):
            self._terms.setdefault(folded(name), terms[pk])

    def find(self, text: str) -> Term | None:
        term = self._terms.get(folded(text)) if folded(text) else None
        return term.successor if term and term.is_merged and term.successor else term


def find_term(vocabulary_code: str, text: str) -> Term | None:
    """The term that people call ``text``, or ``None``; see ``TermFinder``."""
    return TermFinder(vocabulary_code).find(text)
