"""The terms of one page by their names, for a page's own template (lists read their hits)."""

from typing import TYPE_CHECKING, Any

from cop_blocks.languages import active_language

if TYPE_CHECKING:
    from django.http import HttpRequest


def shown_terms(page: Any, vocabulary: str, request: "HttpRequest | None") -> list[str]:
    """The labels, in the active language and the page's order, of its terms of ``vocabulary``."""
    rows = list(page.cop_term_rows.all())
    codes = _codes(tuple(row.tag_id for row in rows), vocabulary)
    if not codes:
        return []
    labels = _labels(request)
    return [labels.label(vocabulary, codes[row.tag_id]) for row in rows if row.tag_id in codes]


def _codes(term_ids: tuple[int, ...], vocabulary: str) -> dict[int, str]:
    from cop_blocks.models import Term

    found = Term.objects.filter(pk__in=term_ids, vocabulary__code=vocabulary)
    return dict(found.values_list("pk", "code")) if term_ids else {}


def _labels(request: "HttpRequest | None") -> Any:
    """All labels in the active language, read once a request."""
    from cop_blocks.terms.labels import term_labels

    language = active_language()
    if request is None:
        return term_labels(language)
    remembered = request.__dict__.setdefault("_cop_term_labels", {})
    if language not in remembered:
        remembered[language] = term_labels(language)
    return remembered[language]
