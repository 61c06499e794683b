"""``{% load cop_search %}``: a search box for any template."""

from typing import Any

from django import template
from django.template.context import Context

from cop_search.boxes import search_box

register = template.Library()


@register.inclusion_tag("cop_search/box.html", takes_context=True)
def cop_search_box(context: Context, **filters: str) -> dict[str, Any]:
    """A field that leads to the results page of the visitor's language; nothing where there is
    none. ``{% cop_search_box theme="circular" %}`` searches what carries a term."""
    request = context.get("request")
    return {"box": search_box(request, filters) if request else None}
