"""What stands around any page of a site: its translations, the homes of all languages, the menu,
lists with feeds, the pages that the foot links to. All of it is read in one statement a request.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import F, Q, QuerySet
from wagtail.models import Site

from cop_blocks.languages import active_language

if TYPE_CHECKING:
    from django.http import HttpRequest

    Along = Callable[[HttpRequest], Q]

_along: dict[str, "Along"] = {}


def read_along(name: str, which: "Along") -> None:
    """Have more pages of the reader's language read along: those that ``which`` gives a condition
    for. Whoever shows them finds them in :func:`pages_around`, among the others. A host calls it
    in ``ready()`` for its own menu."""
    _along[name] = which


def pages_around(request: "HttpRequest", translation_key: Any = None) -> list[Any]:
    """Live, public pages in the order of the tree, each with its locale: every language of the
    home page and of what has ``translation_key``, and what is read along. Aliases stand among
    them; see :func:`speaks_its_language`."""
    language = active_language()
    remembered: dict[str, Any] = request.__dict__.setdefault("_cop_around", {})
    key, pages = remembered.get(language, (None, None))
    if pages is None or translation_key not in (None, key):
        pages = _read(request, language, translation_key)
        remembered[language] = translation_key, pages
    return list(pages)


def speaks_its_language(page: Any) -> bool:
    """Whether one of ``pages_around`` speaks the language that it stands under: it is none of the
    aliases that Wagtail makes of pages in another language until somebody translates them."""
    return page.alias_of_id is None or page.cop_alias_locale == page.locale_id


def know_locale(page: Any, request: "HttpRequest") -> None:
    """Give a page that is about to be shown its locale, of which Wagtail would ask once more."""
    if getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        found = (each for each in pages_around(request, page.translation_key) if each.pk == page.pk)
        for each in found:
            page.locale = each.locale


def _read(request: "HttpRequest", language: str, translation_key: Any) -> list[Any]:
    site = Site.find_for_request(request)
    if site is None:
        return []
    keys = {site.root_page.translation_key, translation_key} - {None}
    first, *others = (
        _pages().filter(which)
        for which in (
            Q(translation_key__in=keys),
            *(Q(locale__language_code=language) & which(request) for which in _along.values()),
        )
    )
    # Each part finds its pages by an index of its own.
    found = {page.pk: page for page in (first.union(*others, all=True) if others else first)}
    return sorted(found.values(), key=lambda page: str(page.path))


def _pages() -> "QuerySet[Any]":
    from cop_blocks.base_page import Page
    from cop_blocks.visibility import is_public

    pages = Page.objects.live().filter(is_public()).select_related("locale")
    return pages.annotate(cop_alias_locale=F("alias_of__locale")).order_by()  # type: ignore[no-any-return]
