"""The site itself, for search engines; the app that finds says where one searches."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from wagtail.models import Site

from cop_blocks.contact import site_links
from cop_blocks.jsonld import website

if TYPE_CHECKING:
    from django.http import HttpRequest

#: The path of the page to search on, in the reader's language; empty where there is none.
SearchAddress = Callable[["HttpRequest"], str]

_search_addresses: list[SearchAddress] = []


def register_search_address(address: SearchAddress) -> None:
    """Say where one searches. Call it in ``ready()``; twice is once."""
    if address not in _search_addresses:
        _search_addresses.append(address)


def site_data(page: Any, request: "HttpRequest", name: str) -> dict[str, Any] | None:
    """The ``WebSite`` whose home page, in whatever language, is ``page``; else ``None``."""
    site = Site.find_for_request(request)
    if site is None or site.root_page.translation_key != page.translation_key:
        return None
    path = next(filter(None, (address(request) for address in _search_addresses)), "")
    return website(
        name or page.title,
        page.get_full_url(request) or "",
        page.locale.language_code,
        site_links(request).organiser,
        request.build_absolute_uri(path) if path else "",
    )
