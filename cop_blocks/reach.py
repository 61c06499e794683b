"""Which pages a reader may get: live, public, of one language, on one site."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from wagtail.models import Site

from cop_blocks.around import pages_around, speaks_its_language
from cop_blocks.languages import active_language, remember_homes
from cop_blocks.visibility import is_public

if TYPE_CHECKING:
    from django.http import HttpRequest


def home_paths(request: "HttpRequest | None") -> dict[str, str]:
    """Language -> the place in the tree of the site's live, public home page in it.

    Asked for once a request; empty without a site.
    """
    if request is None:
        return {}
    known: dict[str, str] | None = request.__dict__.get("_cop_home_paths")
    if known is None:
        known = remember_homes(request, _homes(request))
    return known


def _homes(request: "HttpRequest") -> Iterable[Any]:
    site = Site.find_for_request(request)
    around = pages_around(request) if site else ()
    return (
        page
        for page in around
        if page.translation_key == site.root_page.translation_key and speaks_its_language(page)
    )


def own_pages(model: Any, request: "HttpRequest | None", language: str | None = None) -> Any:
    """The live, public pages of a type on this site, in one language (the reader's).

    No aliases: they say again what their original says. A queryset, to be narrowed or nested.
    """
    path = home_paths(request).get(language or active_language())
    pages = _public(model)
    return pages.filter(path__startswith=path) if path else pages.none()


def own_pages_in_all_languages(model: Any, request: "HttpRequest | None") -> Any:
    """As :func:`own_pages`, in every language of the site."""
    paths = home_paths(request).values()
    pages = _public(model)
    if not paths:
        return pages.none()
    return pages.filter(reduce(or_, (Q(path__startswith=path) for path in paths)))


def _public(model: Any) -> Any:
    return model._default_manager.live().filter(is_public(), alias_of__isnull=True)
