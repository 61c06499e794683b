"""The terms of pages, with all that they are called, for many pages at once."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from cop_blocks.models import TermLabel, TermRow


@dataclass(frozen=True, slots=True)
class PageTerm:
    """A term of a page; ``names`` are its label and other names in the page's language."""

    vocabulary: str
    code: str
    names: tuple[str, ...]


def terms_of(languages: Mapping[int, str]) -> dict[int, list[PageTerm]]:
    """Page id -> its terms in their order, for pages given with their language. Two queries."""
    rows = list(
        TermRow.objects.filter(content_object__in=languages)
        .order_by("tag__vocabulary__sort_order", "tag__vocabulary__code", "sort_order", "pk")
        .values_list("content_object_id", "tag_id", "tag__vocabulary__code", "tag__code")
    )
    names = _names({tag for _, tag, _, _ in rows}, set(languages.values()))
    terms: dict[int, list[PageTerm]] = defaultdict(list)
    for page_id, tag, vocabulary, code in rows:
        called = names.get((tag, languages[page_id]), ())
        terms[page_id].append(PageTerm(vocabulary, code, called))
    return terms


def _names(
    tags: Collection[int], languages: Collection[str]
) -> dict[tuple[int, str], tuple[str, ...]]:
    labels = TermLabel.objects.filter(term__in=tags, language__in=languages).values_list(
        "term_id", "language", "label", "alternatives"
    )
    return {
        (tag, language): (label, *alternatives.splitlines())
        for tag, language, label, alternatives in labels
    }
