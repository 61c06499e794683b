"""In which other languages a page can be read that is asked for in one where it is not there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from wagtail.models import Page, Site

from cop_blocks.around import pages_around, speaks_its_language
from cop_blocks.languages import active_language, content_languages, own_name

if TYPE_CHECKING:
    from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A live, public page in another language, with the name that this language gives itself."""

    title: str
    url: str
    language: str
    name: str


def of_page(page: Page, request: "HttpRequest") -> list[Elsewhere]:
    """Where else ``page`` can be read, in the order of the settings. One statement."""
    return _readable(page.translation_key, request)


def of_address(request: "HttpRequest") -> list[Elsewhere]:
    """Where a page can be read that no live page of the active language answers for at this
    address: a draft stands there, or a page of another language has the same address below its
    home. Three statements at most."""
    site = Site.find_for_request(request)
    if site is None or not getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return []
    key = _key(site, _below_home(request))
    return _readable(key, request) if key else []


def is_foreign_alias(page: Page) -> bool:
    """Whether it would show the text of another language, until somebody translates it."""
    return bool(page.alias_of_id) and page.alias_of.locale_id != page.locale_id


def _below_home(request: "HttpRequest") -> str:
    """``steun/krediet/`` of ``/en/steun/krediet/``."""
    path = request.path_info.strip("/")
    first, _slash, rest = path.partition("/")
    languages = {code.lower() for code, _name in settings.LANGUAGES}
    below = rest if first.lower() in languages else path
    return f"{below}/" if below else ""


def _key(site: Site, below: str) -> Any:
    """The translation key of what stands at this place in the tree of a language: in the reader's
    own first, live or not, then as the languages stand in the settings."""
    homes = dict(
        site.root_page.get_translations(inclusive=True).values_list(
            "locale__language_code", "url_path"
        )
    )
    order = [active_language(), *content_languages()]
    places = {f"{path}{below}": order.index(code) for code, path in homes.items() if code in order}
    found = Page.objects.filter(url_path__in=places).values_list("url_path", "translation_key")
    return min(((places[path], key) for path, key in found), default=(0, None))[1]


def _readable(translation_key: Any, request: "HttpRequest") -> list[Elsewhere]:
    around = pages_around(request, translation_key)
    pages: Sequence[Any] = [
        page
        for page in around
        if page.translation_key == translation_key and speaks_its_language(page)
    ]
    by_language = {page.locale.language_code: page for page in pages}
    return [
        Elsewhere(page.title, url, code, own_name(code))
        for code in content_languages()
        if code != active_language()
        and (page := by_language.get(code))
        and (url := page.get_url(request))
    ]
