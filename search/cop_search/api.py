"""``<page>/api/v1/``: what the page finds, for another front end. See ``docs/api.md``.

The same finder as the page itself, so that every count, note and order is the one that its readers
get. A field may be added within a version; one that goes or changes its meaning is a new version,
beside this one.
"""

import json
from collections.abc import Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst

from cop_blocks import finding
from cop_blocks.conditional import conditional
from cop_search.facade import Hit
from cop_search.facets import FacetView
from cop_search.finder import Finder
from cop_search.forms import Asked
from cop_search.parameters import STATE_LABELS

API_PATH = ("api", "v1")
VERSION = 1


def api_response(page: Any, request: HttpRequest) -> HttpResponse:
    content = json.dumps(view(page.finder(request)), cls=DjangoJSONEncoder, ensure_ascii=False)
    # Counts are right the moment that a page is published or hidden: nobody keeps an old one.
    return conditional(request, content.encode(), "application/json", max_age=0)


def view(finder: Finder) -> dict[str, Any]:
    """All of it, constant in statements."""
    results = finder.results
    kinds = {kind.code: capfirst(str(kind.label)) for kind in finding.kinds()}
    return {
        "version": VERSION,
        "language": finder.language,
        "query": _query(finder),
        "total": results.total,
        "page": results.page,
        "pages": results.pages,
        "page_size": results.page_size,
        "hits": [_hit(hit, finder, kinds) for hit in results.hits],
        "best_bets": [_hit(hit, finder, kinds) for hit in results.best_bets],
        "facets": [_facet(facet) for facet in finder.facets],
        "sorts": [
            {"code": code, "label": str(label), "chosen": is_chosen}
            for code, label, is_chosen in finder.sort_options
        ],
        "chips": [{"group": str(chip.group), "label": str(chip.label)} for chip in finder.chips],
        "notes": finder.notes,
        "ignored": [{"name": each.name, "value": each.value} for each in finder.asked.unknown],
        "did_you_mean": results.did_you_mean,
        "elsewhere": [
            {
                "language": more.code,
                "label": more.language,
                "total": more.total,
                "url": f"{finder.root_url}{more.url}",
            }
            for more in finder.elsewhere
        ],
        "engine": results.engine,
        "degraded": results.degraded,
        "links": dict(_links(finder)),
    }


def _query(finder: Finder) -> dict[str, Any]:
    """What was understood, presets of the page included."""
    query = finder.query
    first, last = query.dates
    return {
        "q": query.q,
        "filters": {code: list(terms) for code, terms in query.filters.items()},
        "only": sorted(query.only),
        "kinds": list(query.kinds),
        "states": [state.value for state in query.states],
        "years": list(query.years),
        "from": first,
        "to": last,
        "sort": query.sort.value,
    }


def _hit(hit: Hit, finder: Finder, kinds: dict[str, str]) -> dict[str, Any]:
    return {
        "id": hit.page_id,
        "kind": hit.kind,
        "kind_label": kinds.get(hit.kind, ""),
        "title": hit.title,
        "url": f"{finder.root_url}{hit.url}",
        "summary": hit.summary,
        "title_html": hit.title_marked,
        "summary_html": hit.summary_marked,
        "excerpt_html": hit.excerpt,
        "state": hit.state.value if hit.state else None,
        "state_label": str(STATE_LABELS[hit.state.value]) if hit.state else "",
        "opens": hit.opens,
        "closes": hit.closes,
        "date": hit.sort_date,
        "terms": {
            code: [{"code": term, "label": finder.labels.label(code, term)} for term in terms]
            for code, terms in hit.terms.items()
        },
        "nearest": {
            code: {"code": term, "label": finder.labels.label(code, term)}
            for code, term in hit.nearest.items()
        },
        "card": hit.card,
    }


def _facet(facet: FacetView) -> dict[str, Any]:
    return {
        "name": facet.name,
        "label": str(facet.label),
        "options": [
            {
                "code": option.code,
                "label": str(option.label),
                "depth": option.depth,
                "count": option.count,
                "chosen": option.checked,
            }
            for option in facet.options
        ],
    }


def _links(finder: Finder) -> Iterator[tuple[str, str | None]]:
    """With scheme and host; ``None`` where there is no such page."""
    results, asked = finder.results, finder.asked
    root, api = finder.root_url, finder.address_below(*API_PATH)

    def on_page(number: int) -> str | None:
        return _with(f"{root}{api}", asked.on_page(number)) if 0 < number <= results.pages else None

    yield "self", on_page(results.page)
    yield "first", on_page(1)
    yield "previous", on_page(results.page - 1)
    yield "next", on_page(results.page + 1)
    yield "last", on_page(results.pages)
    yield "page", finder.canonical_url
    for name, path in (("feed", finder.feed_url), ("suggest", finder.address_below("suggest"))):
        yield name, f"{root}{path}" if path else None


def _with(address: str, asked: Asked) -> str:
    query = asked.query_string()
    return f"{address}?{query}" if query else address
