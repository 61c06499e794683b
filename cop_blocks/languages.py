"""Which languages a page is there in, and under which address it answers."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import translate_url
from django.utils.translation import get_language

if TYPE_CHECKING:
    from django.http import HttpRequest


def content_language(code: str | None) -> str:
    """The language of the content that a visitor with this active language reads."""
    from wagtail.coreutils import get_supported_content_language_variant

    try:
        language: str = get_supported_content_language_variant(code or settings.LANGUAGE_CODE)
    except LookupError:
        return str(code)
    return language


def active_language() -> str:
    """The language of the content that the visitor of this request reads."""
    return content_language(get_language())


def address_in_own_language(page: Any, request: "HttpRequest") -> str | None:
    """Where to go when ``page`` is asked for under the prefix of another language; else ``None``.

    ``None`` too in a host without language prefixes: there is only one address.
    """
    if not getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return None
    own = page.locale.language_code
    if own == active_language():
        return None
    address = request.get_full_path()
    translated: str = translate_url(address, own)
    return translated if translated != address else None
