"""Chosen pages, as the reader gets them: in their language, live and public."""

from collections.abc import Iterable
from typing import Any

from wagtail.models import Locale

from cop_blocks.base_page import Page
from cop_blocks.languages import IN_OWN_LANGUAGE
from cop_blocks.visibility import is_public


def localized_pages(pages_or_ids: Iterable[Any], language: str) -> dict[int, Any]:
    """What was chosen (pages, their ids, or ``None``) -> its specific page in ``language``.

    What has no live, public page in that language is left out. Constant in queries; the pages come
    from the database, however many were chosen.
    """
    ids = {_id_of(chosen) for chosen in pages_or_ids} - {None}
    locale = Locale.objects.filter(language_code=language).first() if ids else None
    if locale is None:
        return {}
    keys = dict(Page.objects.filter(pk__in=ids).values_list("pk", "translation_key"))
    pages = Page.objects.filter(IN_OWN_LANGUAGE, translation_key__in=keys.values(), locale=locale)
    by_key = {}
    for page in pages.live().filter(is_public()).specific():
        page.locale = locale  # else each page asks for it again
        by_key[page.translation_key] = page
    return {pk: by_key[key] for pk, key in keys.items() if key in by_key}


def localized_ids(page_ids: Iterable[int | None], language: str) -> dict[int, int]:
    """The ids of chosen pages -> those of the same pages in ``language``, whether or not a visitor
    may get these: whoever finds them says so. One statement; none for nothing chosen."""
    ids = set(page_ids) - {None}
    if not ids:
        return {}
    keys = Page.objects.filter(pk__in=ids).order_by().values("translation_key")
    rows = list(
        Page.objects.filter(translation_key__in=keys).values_list(
            "pk", "translation_key", "locale__language_code", "alias_of"
        )
    )
    # An alias says again what its original says, and that is what is found.
    there = {key: alias_of or pk for pk, key, code, alias_of in rows if code == language}
    return {pk: there[key] for pk, key, _, _ in rows if pk in ids and key in there}


def _id_of(chosen: Any) -> int | None:
    pk: int | None = chosen if isinstance(chosen, int) else getattr(chosen, "pk", None)
    return pk
