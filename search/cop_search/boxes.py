"""A search box: where it leads, and what it searches."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.models import Site

from cop_blocks.languages import active_language
from cop_blocks.parts import below
from cop_blocks.visibility import is_public

#: The last part of the address that suggests, below that of a page with filters.
SUGGEST_PATH = "suggest"


@dataclass(frozen=True, slots=True)
class SearchBox:
    """``filters``: parameter and code, sent along unseen. ``element_id`` is of the field."""

    url: str
    filters: tuple[tuple[str, str], ...]
    element_id: str


def search_box(
    request: HttpRequest, filters: Mapping[str, str | Sequence[str]]
) -> SearchBox | None:
    """A box that leads to the results page of this site and the active language, if there is one.
    ``filters`` maps parameters to a code or to several. One query."""
    page = results_page(request)
    url = page.get_url(request) if page else None
    if not url:
        return None
    sent = tuple(
        (name, code)
        for name, codes in filters.items()
        for code in ([codes] if isinstance(codes, str) else codes)
        if code
    )
    return SearchBox(url, sent, _own_id(request, sent))


def _own_id(request: HttpRequest, sent: Sequence[tuple[str, str]]) -> str:
    """Of the field: a second box for the same on a page has another."""
    name = "-".join(["cop-search-box", *(f"{name}-{code}" for name, code in sent)])
    count: Counter[str] = request.__dict__.setdefault("_cop_search_boxes", Counter())
    count[name] += 1
    return name if count[name] == 1 else f"{name}-{count[name]}"


def suggest_attributes(page_url: str) -> SafeString:
    """Where a field asks for suggestions, and what the list of them is called; nothing without an
    address."""
    if not page_url:
        return SafeString()
    return format_html(
        'data-cop-suggest="{}" data-cop-suggest-label="{}"',
        below(page_url, f"{SUGGEST_PATH}/"),
        _("Suggestions"),
    )


def results_page(request: HttpRequest) -> Any | None:
    """The results page that finds most: one without presets goes before those with kinds.

    Asked for once a request and language.
    """
    remembered: dict[str, Any] = request.__dict__.setdefault("_cop_results_page", {})
    language = active_language()
    if language not in remembered:
        remembered[language] = _results_page(request, language)
    return remembered[language]


def results_address(request: HttpRequest) -> str:
    """The path of that page; empty where there is none."""
    page = results_page(request)
    return str(page.get_url(request) or "") if page else ""


def _results_page(request: HttpRequest, language: str) -> Any | None:
    from cop_search.models import SearchPage

    site = Site.find_for_request(request)
    if site is None:
        return None
    pages = (
        SearchPage.objects.live()
        .filter(is_public(), locale__language_code=language)
        .select_related("locale")
        .order_by("path")
    )
    here = [page for page in pages if _site_of(page, request) == site.pk]
    return min(here, key=lambda page: bool(page.finds_kinds), default=None)


def _site_of(page: Any, request: HttpRequest) -> int | None:
    parts = page.get_url_parts(request)
    return parts[0] if parts else None
