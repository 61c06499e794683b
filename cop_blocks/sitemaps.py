"""The sitemap: every live, public page of the site, in every language.

Wagtail's own lists the language of the site's root page only. In ``urls.py``::

    path("sitemap.xml", sitemap, {"sitemaps": {"pages": PagesSitemap}})
"""

from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q
from wagtail.contrib.sitemaps.sitemap_generator import Sitemap


class PagesSitemap(Sitemap):
    """Aliases are left out: they repeat the page that they stand for."""

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
