"""The sitemap: every live, public page of the site in every language, with its translations.

Wagtail's own lists the language of the site's root page only, and no translations. In ``urls.py``::

    path("sitemap.xml", sitemap, {"sitemaps": {"pages": PagesSitemap}})
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q
from wagtail.contrib.sitemaps.sitemap_generator import Sitemap

from cop_blocks.languages import content_language


class PagesSitemap(Sitemap):
    """Aliases are left out: they repeat the page that they stand for.

    A page says its addresses itself (Wagtail's ``get_sitemap_urls``). Those of one page and of its
    translations that have the same ``key`` are versions of one another; without a key an address
    is that of the page itself.
    """

    def items(self) -> Any:
        from cop_blocks.base_page import Page

        home = self.get_wagtail_site().root_page
        paths = (
            Page.objects.filter(translation_key=home.translation_key)
            .order_by("path")
            .values_list("path", flat=True)
        )
        below = reduce(or_, (Q(path__startswith=path) for path in paths))
        return (
            Page.objects.filter(below, alias_of__isnull=True)
            .live()
            .public()
            .order_by("path")
            .defer_streamfields()
            .specific()
        )

    def _urls(self, page: int, protocol: str, domain: str) -> list[dict[str, Any]]:
        """With ``alternates``, as Django's own template of sitemaps writes them."""
        from wagtail.models import Locale

        found: list[dict[str, Any]] = []
        versions: dict[tuple[Any, str], dict[str, str]] = defaultdict(dict)
        locales = Locale.objects.in_bulk()
        for item in self.paginator.page(page).object_list:
            item.locale = locales[item.locale_id]  # else each page asks for it again
            language = item.locale.language_code
            for url in item.get_sitemap_urls(self.request):
                if not url["location"]:
                    continue
                key = item.translation_key, url.get("key", "")
                versions[key][language] = url["location"]
                found.append({"lastmod": None, **url, "version": key})
        moments = [url["lastmod"] for url in found]
        if moments and None not in moments:
            self.latest_lastmod = max(moments)
        for url in found:
            url["alternates"] = list(_alternates(versions[url.pop("version")]))
        return found


def _alternates(versions: dict[str, str]) -> Iterable[dict[str, str]]:
    """Nothing for one language alone; the site's own is that for readers of any other."""
    if len(versions) < 2:
        return
    for language, location in versions.items():
        yield {"lang_code": language, "location": location}
    own = content_language(None)
    yield {"lang_code": "x-default", "location": versions.get(own) or next(iter(versions.values()))}
