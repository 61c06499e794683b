"""Structured data for search engines (schema.org as JSON-LD)."""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from cop_blocks.models import Organisation

# As Django's json_script: nothing in the data can end the script element or start a comment.
_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def json_ld_script(data: Mapping[str, Any]) -> SafeString:
    """A ``<script type="application/ld+json">`` of ``data``; empty values are left out."""
    document = {"@context": "https://schema.org", **_without_empty(data)}
    body = json.dumps(document, cls=DjangoJSONEncoder, ensure_ascii=False).translate(_ESCAPES)
    # Escaped above, and JSON allows no other way out of a script element.
    return mark_safe(f'<script type="application/ld+json">{body}</script>')  # noqa: S308


def organization(organisation: "Organisation | None") -> dict[str, Any] | None:
    """An organisation as an ``Organization``; ``None`` for none."""
    if organisation is None:
        return None
    data = {"@type": "Organization", "name": organisation.name, "url": organisation.website}
    return {key: value for key, value in data.items() if value}


def breadcrumb_list(trail: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """A ``BreadcrumbList`` of (title, absolute address), from the home page down."""
    items = [
        {"@type": "ListItem", "position": position, "name": title, "item": address}
        for position, (title, address) in enumerate(trail, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def website(
    name: str, url: str, language: str, organiser: "Organisation | None", search_url: str = ""
) -> dict[str, Any]:
    """A site as a ``WebSite``, with who stands behind it and how it is searched."""
    action = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{search_url}?q={{search_term_string}}"},
        "query-input": "required name=search_term_string",
    }
    return {
        "@type": "WebSite",
        "@id": f"{url}#website",
        "name": name,
        "url": url,
        "inLanguage": language,
        "publisher": organization(organiser),
        "potentialAction": action if search_url else None,
    }


def item_list(items: Iterable[tuple[str, str]], first: int = 1) -> dict[str, Any]:
    """An ``ItemList`` of (title, absolute address); ``first`` is the place of the first."""
    found = [
        {"@type": "ListItem", "position": place, "name": title, "url": address}
        for place, (title, address) in enumerate(items, start=first)
    ]
    return {"@type": "ItemList", "itemListElement": found}


def _without_empty(value: Any) -> Any:
    if isinstance(value, Mapping):
        cleaned = {key: _without_empty(item) for key, item in value.items()}
        return {key: item for key, item in cleaned.items() if item not in (None, "", [], {})}
    if isinstance(value, list | tuple):
        return [_without_empty(item) for item in value if item not in (None, "", [], {})]
    return value
