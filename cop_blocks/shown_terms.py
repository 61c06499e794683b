"""The terms of one page as its own template shows them (lists read their hits), and its look."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cop_blocks.languages import active_language
from cop_blocks.looks import TermLook

if TYPE_CHECKING:
    from django.http import HttpRequest

    from cop_blocks.terms.labels import Tag, TermLabels


def shown_terms(page: Any, vocabulary: str, request: "HttpRequest | None") -> "list[Tag]":
    """Its terms of ``vocabulary``, in the active language and the page's order."""
    terms = page_terms(page, request)
    return labels_of(request).tags(terms, [vocabulary]) if terms.get(vocabulary) else []


def page_look(page: Any, request: "HttpRequest | None") -> TermLook:
    """How a page looks: as its first theme; plain where it has none."""
    terms = page_terms(page, request)
    return labels_of(request).theme_look(terms) if terms else TermLook()


def page_terms(page: Any, request: "HttpRequest | None") -> Mapping[str, tuple[str, ...]]:
    """Vocabulary -> codes, also of a page that was never saved; read once a request."""
    if getattr(page, "cop_term_rows", None) is None:
        return {}
    remembered = request.__dict__.setdefault("_cop_page_terms", {}) if request else {}
    if id(page) not in remembered:
        found: dict[str, tuple[str, ...]] = {}
        for row in page.cop_term_rows.select_related("tag__vocabulary"):
            vocabulary = row.tag.vocabulary.code
            found[vocabulary] = (*found.get(vocabulary, ()), row.tag.code)
        # With the page itself, so that nobody else gets its id in the meantime.
        remembered[id(page)] = page, found
    terms: dict[str, tuple[str, ...]] = remembered[id(page)][1]
    return terms


def labels_of(request: "HttpRequest | None") -> "TermLabels":
    """All names and looks in the active language, read once a request."""
    from cop_blocks.terms.labels import TermLabels, term_labels

    language = active_language()
    if request is None:
        return term_labels(language)
    remembered: dict[str, TermLabels] = request.__dict__.setdefault("_cop_term_labels", {})
    if language not in remembered:
        remembered[language] = term_labels(language)
    return remembered[language]
