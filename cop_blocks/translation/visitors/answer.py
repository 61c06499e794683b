"""The page “not available in English yet”, in the place of a 404 or of a text in another language.

It answers 404: to machines there is nothing here in this language, and nothing to be kept.
"""

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from wagtail.models import Page

from cop_blocks.conf import base_template
from cop_blocks.languages import active_language, translated_name
from cop_blocks.translation import conf
from cop_blocks.translation.visitors.elsewhere import (
    Elsewhere,
    is_foreign_alias,
    of_address,
    of_page,
)

TEMPLATE = "cop_translation/not_yet.html"


class NotYetMiddleware:
    """Looks at answers of 404 in content that has languages. Stands before Wagtail's
    ``RedirectMiddleware`` in ``MIDDLEWARE``, so that a redirect that an editor made goes first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or not _is_asked_for(request):
            return response
        # What has said so itself knows better.
        if getattr(response, "template_name", None) is not None:
            return response
        pages = of_address(request)
        return not_yet(request, pages).render() if pages else response


def instead_of_alias(page: Page, request: HttpRequest) -> HttpResponse | None:
    """For ``before_serve_page``: what to answer in the place of a page that shows another
    language's text; ``None`` where it may be served, or where nobody could read the other."""
    if not conf.tells_not_yet() or not is_foreign_alias(page):
        return None
    pages = of_page(page, request)
    return not_yet(request, pages) if pages else None


def not_yet(request: HttpRequest, pages: Sequence[Elsewhere]) -> TemplateResponse:
    context: dict[str, Any] = {
        "cop_base_template": base_template(),
        "pages": pages,
        "asked_language": translated_name(active_language()),
    }
    response = TemplateResponse(request, TEMPLATE, context, status=404)
    response["X-Robots-Tag"] = "noindex"
    return response


def _is_asked_for(request: HttpRequest) -> bool:
    """Somebody reads it: no script that asks for data, and no form."""
    return (
        conf.tells_not_yet()
        and request.method in ("GET", "HEAD")
        and request.accepts("text/html")
        and not request.headers.get("HX-Request")
    )
