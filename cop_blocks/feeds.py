"""Feeds below lists: who has one, and where it is. An app registers its own in ``ready()``.

A feed lies below the page that lists the same things (``<list>/ics/``), and one of a single theme
below that (``<list>/ics/<theme>/``); its language is that of the page.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.functional import Promise
from wagtail.models import Site, get_page_models

from cop_blocks.around import pages_around
from cop_blocks.languages import active_language
from cop_blocks.parts import below
from cop_blocks.reach import home_paths

if TYPE_CHECKING:
    from django.http import HttpRequest

ATOM = "application/atom+xml"
CALENDAR = "text/calendar"


@dataclass(frozen=True, slots=True)
class FeedSource:
    """A kind of feed: below which type of page (a mixin) it lies, and at which path."""

    model: type
    path: str
    mime: str
    title: str | Promise


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a reader can follow. ``url`` has scheme and host: it is copied elsewhere."""

    title: str
    url: str
    mime: str

    @property
    def webcal_url(self) -> str:
        """By this a calendar program subscribes at once; empty for what is no calendar."""
        return f"webcal://{self.url.partition('://')[2]}" if self.mime == CALENDAR else ""


_sources: list[FeedSource] = []


def register_feed(source: FeedSource) -> None:
    """Say that pages of a type have a feed."""
    if source not in _sources:
        _sources.append(source)


def paths_of(model: type) -> list[str]:
    """Where the feeds of pages of a type lie, below their addresses."""
    return [source.path for source in _sources if issubclass(model, source.model)]


def feeds_below(page: Any, request: "HttpRequest", theme: str = "") -> list[FeedLink]:
    """The feeds of one list."""
    address = page.get_full_url(request)
    return [
        _link(source, address, theme)
        for source in _sources
        if isinstance(page, source.model) and address
    ]


def lists_with_feeds(request: "HttpRequest") -> dict[type, Any]:
    """Mixin -> the topmost page of such a type on the site, in the reader's language. Asked
    for once a request."""
    language = active_language()
    remembered: dict[str, Any] = request.__dict__.setdefault("_cop_lists_with_feeds", {})
    if language not in remembered:
        remembered[language] = _topmost(request)
    lists: dict[type, Any] = remembered[language]
    return lists


def site_feeds(request: "HttpRequest | None", theme: str = "") -> list[FeedLink]:
    """A feed of each kind, of the topmost list of the site in the reader's language."""
    if request is None or not _sources:
        return []
    lists = lists_with_feeds(request)
    return [
        _link(source, lists[source.model].get_full_url(request) or "", theme)
        for source in _sources
        if source.model in lists
    ]


def feeds_of(page: Any, request: "HttpRequest") -> list[FeedLink]:
    """What a feed reader is offered on a page: on a list its own, on a theme those of the theme,
    on the home page those of the site."""
    if found := feeds_below(page, request):
        return found
    theme = getattr(page, "cop_theme_code", "")
    if theme or _is_home(page, request):
        return site_feeds(request, theme)
    return []


def _is_home(page: Any, request: "HttpRequest") -> bool:
    site = Site.find_for_request(request)
    return site is not None and site.root_page.translation_key == page.translation_key


def _link(source: FeedSource, address: str, theme: str) -> FeedLink:
    path = f"{source.path}{theme}/" if theme else source.path
    return FeedLink(str(source.title), below(address, path), source.mime)


def _topmost(request: "HttpRequest") -> dict[type, Any]:
    types = _types()
    home = home_paths(request).get(active_language())
    lists = [
        page
        for page in pages_around(request)
        if home and page.path.startswith(home) and _is_list(page, types)
    ]
    found: dict[type, Any] = {}
    for page in sorted(lists, key=lambda page: int(page.depth)):
        found.setdefault(types[page.content_type_id], page)
    return found


def _is_list(page: Any, types: Mapping[int, type]) -> bool:
    is_own = page.alias_of_id is None and page.locale.language_code == active_language()
    return is_own and page.content_type_id in types


def lists_of_feeds(request: "HttpRequest") -> Q:
    """Which pages are lists with feeds."""
    return Q(content_type__in=_types(), alias_of__isnull=True)


def _types() -> dict[int, type]:
    """Type of content -> the mixin that has a feed."""
    return {
        content_type.pk: source.model
        for source in _sources
        for content_type in _content_types(source.model)
    }


def _content_types(model: type) -> Iterable[Any]:
    models = [known for known in get_page_models() if issubclass(known, model)]
    return ContentType.objects.get_for_models(*models).values()
