"""A language of the site without pages of its own."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.conf import settings
from django.core import checks
from django.db import router
from wagtail.models import Site

from cop_blocks.languages import content_languages
from cop_blocks.tables import has_table

WITHOUT_TREE = "cop_translation.W018"


def check_languages(
    databases: Sequence[str] | None = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Wagtail serves the whole site in the wrong language under such a prefix."""
    using = router.db_for_read(Site)
    if using not in (databases or ()) or not getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return []
    return list(_without_tree()) if has_table(Site, using) else []


def _without_tree() -> Iterator[checks.CheckMessage]:
    for site in Site.objects.select_related("root_page__locale"):
        homes = site.root_page.get_translations(inclusive=True)
        there = set(homes.values_list("locale__language_code", flat=True))
        for code in content_languages():
            if code not in there:
                yield checks.Warning(
                    f"{site}: the language {code!r} has no home page, so that its addresses show "
                    "the whole site in another language.",
                    hint="Add the language under Settings › Locales and translate the home page, "
                    "or take it out of WAGTAIL_CONTENT_LANGUAGES.",
                    id=WITHOUT_TREE,
                )
