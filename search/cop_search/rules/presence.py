"""Why a page that editors chose is not shown at present."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from cop_blocks.base_page import Page
from cop_search.models import Document


def absent(page_ids: Iterable[int], site_id: int) -> dict[int, str]:
    """Page id -> the reason, of those that nobody finds on this site now. Two statements; one more
    where pages are missing."""
    wanted = list(dict.fromkeys(page_ids))
    if not wanted:
        return {}
    alive = Q(expires__isnull=True) | Q(expires__gt=timezone.now())
    found = Document.objects.filter(alive, page_id__in=wanted).values_list("page_id", "site_id")
    sites = dict(found)
    here = {pk for pk, site in sites.items() if site == site_id}
    missing = [pk for pk in wanted if pk not in here]
    if not missing:
        return {}
    public = set(Page.objects.filter(pk__in=missing).public().values_list("pk", flat=True))
    pages = Page.objects.in_bulk(missing)
    return {
        pk: _reason(pages[pk], is_public=pk in public, is_elsewhere=pk in sites)
        for pk in missing
        if pk in pages
    }


def _reason(page: Any, *, is_public: bool, is_elsewhere: bool) -> str:
    if not page.live:
        expired = page.expired or (page.expire_at and page.expire_at <= timezone.now())
        return _("it has expired") if expired else _("it is not published")
    if page.expire_at and page.expire_at <= timezone.now():
        return _("it has expired")
    if not is_public:
        return _("it is private")
    if is_elsewhere:
        return _("it lies on another site")
    if page.alias_of_id:
        return _("it is an alias of another page")
    return _("the search does not find pages of its kind, or not yet")
