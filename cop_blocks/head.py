"""What the head of a page says of it, to search engines and to whoever shares it."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import to_locale
from wagtail.models import Site

from cop_blocks import languages
from cop_blocks.feeds import FeedLink, feeds_of
from cop_blocks.languages import LanguageLink
from cop_blocks.parts import CONTEXT_NAME, Part, below
from cop_blocks.share_card import CARD_PATH, HEIGHT, WIDTH
from cop_blocks.site_data import site_data
from cop_blocks.visibility import is_public

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.template.context import Context


class ListState(Protocol):
    """What a list shows now: which words, filters and page of it. ``cop_search.finder.Finder`` is
    one, as ``finder`` in a template's context."""

    @property
    def words(self) -> str: ...
    @property
    def page_number(self) -> int: ...
    @property
    def canonical_url(self) -> str: ...
    @property
    def is_plain(self) -> bool: ...
    @property
    def query_string(self) -> str:
        """The same in any language, on its first page."""

    @property
    def feeds(self) -> tuple[FeedLink, ...]:
        """What is new in this state."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a shared link shows."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Head:
    """All of it; addresses have scheme and host."""

    title: str
    description: str
    #: Whether the host's own base template already says the description, as Wagtail's does.
    host_describes: bool
    #: The one address of what is shown; empty for what has none yet (a preview).
    url: str
    #: "website" or "article", as Open Graph names them.
    kind: str
    site_name: str
    #: As Open Graph writes them: "nl_NL".
    locale: str
    other_locales: tuple[str, ...]
    alternates: tuple[LanguageLink, ...]
    default: LanguageLink | None
    may_be_listed: bool
    feeds: tuple[FeedLink, ...]
    picture: Picture | None
    #: The site itself, on its home page.
    site_data: dict[str, Any] | None


def head_of(page: Any, request: "HttpRequest", context: "Context") -> Head:
    """The head of ``page`` as ``context`` shows it: a part of it, or a state of its list."""
    part: Part | None = context.get(CONTEXT_NAME)
    state: ListState | None = context.get("finder")
    links = _alternates(page, request, part, state)
    language = page.locale.language_code
    return Head(
        title=(title := page_title(page, state)),
        description=str(getattr(page, "cop_description", "") or ""),
        host_describes=bool(getattr(page, "search_description", "")),
        url=_address(page, request, part, state),
        kind=str(getattr(page, "cop_og_type", "website")),
        site_name=site_name(request),
        locale=og_locale(language),
        other_locales=tuple(og_locale(link.code) for link in links if link.code != language),
        alternates=tuple(links),
        default=languages.default_alternate(links),
        may_be_listed=state is None or state.is_plain,
        feeds=_feeds(page, request, state) if part is None else (),
        picture=_picture(page, request, part, title),
        site_data=site_data(page, request, site_name(request)),
    )


def page_title(page: Any, state: "ListState | None" = None) -> str:
    """The title for the head, without the site's name: “Support”, “loan – Search, page 2”."""
    title = str(getattr(page, "seo_title", "") or page.title)
    if state is None:
        return title
    if state.page_number > 1:
        title = _("%(title)s, page %(number)s") % {"title": title, "number": state.page_number}
    return f"{state.words} – {title}" if state.words else title


def site_name(request: "HttpRequest") -> str:
    """The name of the site of a request, as its owner gave it."""
    site = Site.find_for_request(request)
    return str((site.site_name if site else "") or getattr(settings, "WAGTAIL_SITE_NAME", ""))


#: Where the usual country of a language does not have the language's own two letters.
_COUNTRIES = {
    **{"ar": "AR", "ca": "ES", "cs": "CZ", "cy": "GB", "da": "DK", "el": "GR", "en": "GB"},
    **{"et": "EE", "eu": "ES", "fy": "NL", "ga": "IE", "ja": "JP", "ko": "KR", "nb": "NO"},
    **{"sl": "SI", "sv": "SE", "uk": "UA", "vi": "VN", "zh": "CN"},
}


def og_locale(language: str) -> str:
    """A language as Open Graph names it, always with a country: ``nl`` is ``nl_NL``."""
    locale = to_locale(language)
    if "_" in locale:
        return locale
    return f"{locale}_{_COUNTRIES.get(locale, locale.upper())}"


def _alternates(
    page: Any, request: "HttpRequest", part: Part | None, state: ListState | None
) -> list[LanguageLink]:
    """The same in other languages: of what is not to be listed, and of a second page, nothing."""
    if state is not None and (not state.is_plain or state.page_number > 1):
        return []
    return in_state(languages.alternates(page, request, part), state)


def in_state(links: list[LanguageLink], state: ListState | None) -> list[LanguageLink]:
    """Links to translations of a list, with what is asked of it: filters are the same codes in
    every language."""
    query = state.query_string if state is not None else ""
    if not query:
        return links
    return [
        replace(link, url=f"{link.url}?{query}", full_url=f"{link.full_url}?{query}")
        if link.is_translation
        else link
        for link in links
    ]


def _feeds(page: Any, request: "HttpRequest", state: ListState | None) -> tuple[FeedLink, ...]:
    """Of the state of a list first, then what the page has whatever its state."""
    feeds = feeds_of(page, request)
    known = {feed.url for feed in feeds}
    own = [feed for feed in (state.feeds if state else ()) if feed.url not in known]
    return (*own, *feeds)


def _address(page: Any, request: "HttpRequest", part: Part | None, state: ListState | None) -> str:
    if state is not None:
        return state.canonical_url
    if page.pk is None:
        return ""
    address = _original(page).get_full_url(request) or ""
    return below(address, part.path) if part else address


def _picture(page: Any, request: "HttpRequest", part: Part | None, title: str) -> Picture | None:
    """The page's own, or else the card that is drawn of it."""
    own = getattr(page, "cop_picture", None)
    if own is not None and own.width >= WIDTH // 2:
        rendition = own.get_rendition(f"fill-{WIDTH}x{HEIGHT}|format-jpeg|jpegquality-80")
        return Picture(
            request.build_absolute_uri(rendition.url), rendition.width, rendition.height, own.title
        )
    # Only our own page types have an address for it.
    address = page.get_full_url(request) if hasattr(page, "cop_og_type") and page.pk else ""
    if part and address:
        address = below(address, part.path)
    return Picture(below(address, f"{CARD_PATH}/"), WIDTH, HEIGHT, title) if address else None


def _original(page: Any) -> Any:
    """An alias says that it is its original, where the reader may see that."""
    if not page.alias_of_id:
        return page
    originals = type(page)._default_manager.live().filter(is_public(), pk=page.alias_of_id)
    return originals.select_related("locale").first() or page
