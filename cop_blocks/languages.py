"""Which languages a page is there in, and under which address it answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import F, Q
from django.urls import translate_url
from django.utils.translation import get_language, get_language_info

from cop_blocks.parts import below

if TYPE_CHECKING:
    from django.http import HttpRequest

    from cop_blocks.parts import Part


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """One entry of the language switcher. ``is_translation`` is false where it leads to the
    language's home, for want of a live, public translation of the page itself."""

    code: str
    #: In the language itself: "Nederlands".
    name: str
    url: str
    #: With scheme and host, for ``hreflang``.
    full_url: str
    is_current: bool
    is_translation: bool


def content_language(code: str | None) -> str:
    """The language of the content that a visitor with this active language reads: a variant of it,
    or else the site's default (a browser may ask for a language that there is no content in)."""
    from wagtail.coreutils import get_supported_content_language_variant

    for candidate in (code, settings.LANGUAGE_CODE):
        try:
            language: str = get_supported_content_language_variant(candidate)
        except LookupError:
            continue
        return language
    return str(settings.LANGUAGE_CODE)


def active_language() -> str:
    """The language of the content that the visitor of this request reads."""
    return content_language(get_language())


def content_languages() -> dict[str, str]:
    """Language codes of the content, in the order of the settings, with names as set there."""
    from wagtail.coreutils import get_content_languages

    languages: dict[str, str] = get_content_languages()
    return languages


def translated_name(code: str) -> str:
    """What a language is called in the active one: "Nederlands", "Dutch"."""
    try:
        name: str = get_language_info(code)["name_translated"]
    except KeyError:
        return str(content_languages().get(code, code))
    return name[:1].upper() + name[1:]


def own_name(code: str) -> str:
    """What a language calls itself; the name in the settings for one that Django does not know."""
    try:
        name: str = get_language_info(code)["name_local"]
    except KeyError:
        return str(content_languages().get(code, code))
    return name[:1].upper() + name[1:]


#: Which pages speak the language that they stand under: not the aliases that Wagtail makes of
#: pages in another language until somebody translates them.
IN_OWN_LANGUAGE = Q(alias_of__isnull=True) | Q(alias_of__locale=F("locale"))


def address_in_own_language(page: Any, request: "HttpRequest") -> str | None:
    """Where to go when ``page`` is asked for under the prefix of another language; else ``None``.

    ``None`` too in a host without language prefixes: there is only one address.
    """
    if not getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return None
    if page.alias_of_id and page.alias_of.locale_id != page.locale_id:
        original: str | None = page.alias_of.get_url(request) if page.alias_of.live else None
        return original
    own = page.locale.language_code
    if own == active_language():
        return None
    address = request.get_full_path()
    translated: str = translate_url(address, own)
    return translated if translated != address else None


def language_links(
    page: Any | None, request: "HttpRequest", part: "Part | None" = None
) -> list[LanguageLink]:
    """The switcher: for each language the page itself, or else that language's home.

    ``page`` is ``None`` on an address without a page (a 404). With a ``part`` the links lead to it
    below the page, in the languages that have it. Languages without a live, public home are left
    out. Asked for once a request, however often it is shown.
    """
    remembered: dict[Any, list[LanguageLink]] = request.__dict__.setdefault("_cop_languages", {})
    key = getattr(page, "translation_key", None), part.path if part else ""
    if key not in remembered:
        remembered[key] = _language_links(key[0], request, part)
    return remembered[key]


def alternates(
    page: Any | None, request: "HttpRequest", part: "Part | None" = None
) -> list[LanguageLink]:
    """The translations of ``page``, itself among them, for ``hreflang``; none for one alone."""
    links = [link for link in language_links(page, request, part) if link.is_translation]
    return links if len(links) > 1 else []


def default_alternate(links: Sequence[LanguageLink]) -> LanguageLink | None:
    """For readers of any other language (``x-default``): that in the site's own language."""
    own = content_language(settings.LANGUAGE_CODE)
    return next((link for link in links if link.code == own), links[0] if links else None)


def remember_homes(request: "HttpRequest", homes: Iterable[Any]) -> dict[str, str]:
    """Keep the live, public homes of a site, for :mod:`cop_blocks.reach` and the way to a page."""
    homes = list(homes)
    request.__dict__["_cop_homes"] = {home.path: home for home in homes}
    paths = {home.locale.language_code: str(home.path) for home in homes}
    request.__dict__["_cop_home_paths"] = paths
    return paths


def _language_links(
    translation_key: Any, request: "HttpRequest", part: "Part | None"
) -> list[LanguageLink]:
    from wagtail.models import Site

    from cop_blocks.around import pages_around, speaks_its_language

    site = Site.find_for_request(request)
    if site is None or not getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return []
    home_key = site.root_page.translation_key
    homes, translations = {}, {}
    for page in filter(speaks_its_language, pages_around(request, translation_key)):
        code = page.locale.language_code
        if page.translation_key == home_key:
            homes[code] = page
        if page.translation_key == translation_key:
            translations[code] = page
    remember_homes(request, homes.values())
    links = []
    current = active_language()
    for code in content_languages():
        target = translations.get(code) or homes.get(code)
        if target is not None and (url := target.get_url(request)):
            is_there = code in translations and (part is None or code in part.languages)
            full_url = target.get_full_url(request) or ""
            if part is not None and is_there:
                url, full_url = below(url, part.path), below(full_url, part.path)
            links.append(
                LanguageLink(
                    code=code,
                    name=own_name(code),
                    url=url,
                    full_url=full_url,
                    is_current=code == current,
                    is_translation=is_there,
                )
            )
    return links
