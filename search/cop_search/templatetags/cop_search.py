"""``{% load cop_search %}``: a search box for any template, and what the finder needs."""

from typing import Any

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString

from cop_blocks.terms.labels import TermLabels
from cop_search import refreshing
from cop_search.boxes import search_box, suggest_attributes
from cop_search.facade import Hit
from cop_search.shown import newest, search_within

register = template.Library()


@register.inclusion_tag("cop_search/box.html", takes_context=True)
def cop_search_box(context: Context, **filters: str) -> dict[str, Any]:
    """A field that leads to the results page of the visitor's language; nothing where there is
    none. ``{% cop_search_box theme="circular" %}`` searches what carries a term."""
    request = context.get("request")
    return {"box": search_box(request, filters) if request else None}


@register.simple_tag
def cop_nearest(hit: Hit, labels: TermLabels) -> list[str]:
    """The names of what a hit is from, where that lies around what is chosen: "Zuid-Holland"."""
    return [labels.label(vocabulary, term) for vocabulary, term in hit.nearest.items()]


@register.inclusion_tag("cop_search/blocks/search_within.html", takes_context=True)
def cop_search_within(context: Context, vocabulary: str, code: str) -> dict[str, Any]:
    """A field that searches what carries a term, and a link to all of it; nothing where nothing
    does. ``{% cop_search_within "theme" "circular" %}``."""
    request = context.get("request")
    return {"within": search_within(request, vocabulary, code), "request": request}


@register.inclusion_tag("cop_search/blocks/newest.html", takes_context=True)
def cop_newest(
    context: Context, kind: str = "", number: int = 3, heading: str = "", **filters: str
) -> dict[str, Any]:
    """The newest pages of a kind (of all, without) as cards; nothing where there are none.
    ``{% cop_newest "initiative" number=6 theme="circular" heading="New" %}``."""
    request = context.get("request")
    kinds = (kind,) if kind else ()
    terms = {name: (code,) for name, code in filters.items() if code}
    found = newest(request, kinds, terms, number)
    return {"newest": found, "value": {"heading": heading}, "request": request}


@register.simple_tag
def cop_suggests(page_url: str) -> SafeString:
    """For a search field, as attributes: where to ask for suggestions while somebody types. The
    field stands in a form that leads to a page with filters, whose address is given."""
    return suggest_attributes(page_url)


@register.inclusion_tag("cop_search/suggest_script.html")
def cop_suggest_script() -> dict[str, Any]:
    """What such fields run; once a page is enough."""
    return {}


@register.simple_tag
def cop_can_refresh() -> bool:
    """Whether a list refreshes in place where there is JavaScript."""
    return refreshing.can_refresh()


@register.simple_tag(takes_context=True)
def cop_htmx_script(context: Context) -> SafeString:
    """htmx from the host's static files, with the nonce of its policy if there is one."""
    return refreshing.htmx_script(context.get("csp_nonce"))
