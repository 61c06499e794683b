"""What blocks and tags put on any page: a search box, a search within a term, the newest of a kind.

Each asks the facade; where there is nothing, nothing is shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.http import urlencode
from wagtail.models import Site

from cop_blocks.languages import active_language
from cop_blocks.shown_terms import labels_of
from cop_blocks.terms.labels import TermLabels
from cop_search.boxes import SearchBox, results_address, search_box
from cop_search.facade import Hit, SearchQuery, Sort, search

Filters = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Newest:
    """``labels`` are for the cards; ``all_url`` leads to all of them, in a site with a results
    page."""

    hits: tuple[Hit, ...]
    total: int
    labels: TermLabels
    all_url: str


@dataclass(frozen=True, slots=True)
class Within:
    """A search box for what carries a term: its name, how much there is, and all of it."""

    label: str
    box: SearchBox
    total: int
    all_url: str


def newest(
    request: HttpRequest | None, kinds: Sequence[str], filters: Filters, number: int
) -> Newest | None:
    """The newest pages of some kinds (of all, without) that carry the terms given."""
    found = search(
        SearchQuery(
            locale=active_language(),
            kinds=tuple(kinds),
            filters={code: tuple(terms) for code, terms in filters.items()},
            sort=Sort.NEWEST,
            page_size=number,
            site_id=_site_id(request),
        )
    )
    if not found.hits:
        return None
    all_url = _address(request, kinds, filters)
    return Newest(found.hits, found.total, labels_of(request), all_url)


def search_within(request: HttpRequest | None, vocabulary: str, code: str) -> Within | None:
    """A box that searches what carries a term; ``None`` where nothing does, or there is no results
    page."""
    box = search_box(request, {vocabulary: code}) if request and code else None
    if box is None:
        return None
    filters = {vocabulary: (code,)}
    total = search(
        SearchQuery(
            locale=active_language(), filters=filters, page_size=1, site_id=_site_id(request)
        )
    ).total
    if not total:
        return None
    label = labels_of(request).label(vocabulary, code)
    return Within(label, box, total, _address(request, (), filters))


def _address(request: HttpRequest | None, kinds: Sequence[str], filters: Filters) -> str:
    """The results page with these filters; empty where there is none."""
    address = results_address(request) if request else ""
    asked = {**({"kind": kinds} if kinds else {}), **filters}
    return f"{address}?{urlencode(asked, doseq=True)}" if address and asked else address


def _site_id(request: HttpRequest | None) -> int | None:
    site = Site.find_for_request(request) if request else None
    return site.pk if site else None
