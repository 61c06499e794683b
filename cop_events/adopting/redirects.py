"""Redirects from the old addresses, which Wagtail follows once nothing answers there any more."""

from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from wagtail.models import Site


def can_redirect() -> bool:
    return apps.is_installed("wagtail.contrib.redirects")


def redirect(original: Any, page: Any) -> bool:
    """Lead the address of ``original`` to ``page``; whether a redirect was made.

    A redirect that somebody made stays, and nothing is made for a page that nobody can see.
    """
    from wagtail.contrib.redirects.models import Redirect

    parts = original.get_url_parts()
    if not page.live or parts is None or not parts[2]:
        return False
    site = Site.objects.get(pk=parts[0])
    path = Redirect.normalise_path(urlsplit(parts[2]).path)
    if Redirect.objects.filter(old_path=path, site__in=[site, None]).exists():
        return False
    Redirect.objects.create(old_path=path, site=site, redirect_page=page, is_permanent=True)
    return True
