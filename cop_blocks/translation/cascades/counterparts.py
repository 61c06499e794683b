"""Which pages stand for a page in the other languages."""

from typing import Any

from wagtail.models import Locale, Page
from wagtail_localize.models import TranslationSource


def counterparts(page: Page) -> list[Any]:
    """The translations and aliases of ``page`` in other languages, where it is their source: what
    is done to a translation is of that translation alone."""
    others = list(
        Page.objects.filter(translation_key=page.translation_key)
        .exclude(pk=page.pk)
        .exclude(locale=page.locale_id)
        .select_related("locale")
        .order_by("locale__language_code")
    )
    return others if others and is_source(page) else []


def is_source(page: Page) -> bool:
    """By wagtail-localize; pages that it never saw follow the default language."""
    if page.alias_of_id:
        return False
    sources = TranslationSource.objects.filter(object_id=page.translation_key)
    known = list(sources.values_list("locale", flat=True))
    return page.locale_id in known if known else page.locale_id == Locale.get_default().pk
