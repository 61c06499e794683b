"""Whether lists refresh in place: htmx comes with django-htmx, served from the host's own static
files."""

from django.apps import apps
from django.utils.safestring import SafeString, mark_safe

#: htmx 4 is a beta; 2 is what its makers support for sites.
HTMX = 2


def can_refresh() -> bool:
    """Without ``django_htmx`` the same form and links lead to whole pages."""
    return apps.is_installed("django_htmx")


def htmx_script(nonce: str | None = None) -> SafeString:
    """The script tag of htmx; empty where it is not installed."""
    if not can_refresh():
        return mark_safe("")
    from django_htmx import jinja

    return jinja.htmx_script(version=HTMX, nonce=nonce)
