"""A list with a feed below it: ``<list>/<feed_path>/`` and ``<list>/<feed_path>/<theme>/``."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.url_routing import RouteResult

from cop_blocks import conf
from cop_blocks.languages import address_in_own_language
from cop_blocks.parts import below
from cop_blocks.terms.labels import term_labels
from cop_blocks.terms.tree import TermTree

#: The vocabulary that feeds are divided by.
THEME = "theme"


@dataclass(frozen=True, slots=True)
class FeedTheme:
    """The theme that is asked for: its code, what it finds, and what it is called."""

    code: str
    codes: frozenset[str]
    label: str


class FeedBelowMixin:
    """For a page type; put it before ``CopPageMixin``. The feed speaks the page's language."""

    feed_path: ClassVar[str]

    def feed_response(self, request: HttpRequest, theme: FeedTheme | None) -> HttpResponse:
        """The feed, of one theme or of all."""
        raise NotImplementedError

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        if path_components[:1] != [self.feed_path] or len(path_components) > 2:
            return super().route(request, path_components)  # type: ignore[misc]
        if not self.live:  # type: ignore[attr-defined]
            raise Http404
        return RouteResult(self, kwargs={"feed": path_components[1:]})

    def serve(
        self, request: HttpRequest, *args: Any, feed: list[str] | None = None, **kwargs: Any
    ) -> HttpResponse:
        if feed is None or address_in_own_language(self, request):
            response: HttpResponse = super().serve(request, *args, **kwargs)  # type: ignore[misc]
            return response
        language = self.locale.language_code  # type: ignore[attr-defined]
        with override(language):
            theme = feed_theme(feed[0], language) if feed else None
            if feed and theme is None:
                return unknown_theme(self, request, feed[0])
            return self.feed_response(request, theme)


def feed_theme(code: str, language: str) -> FeedTheme | None:
    """The theme of a code, or what it was merged into; ``None`` where there is none."""
    tree = TermTree.load()
    vocabulary = tree.vocabularies.get(THEME)
    current = vocabulary.current(code) if vocabulary else None
    if current is None:
        return None
    label = term_labels(language, [THEME]).label(THEME, current)
    return FeedTheme(current, frozenset(tree.expand(THEME, [current])), label)


def unknown_theme(page: Any, request: HttpRequest, code: str) -> HttpResponse:
    """A page that says so, with the way to the feed of everything."""
    context = {
        "page": page,
        "cop_base_template": conf.base_template(),
        "message": _("There is no theme “%(code)s”.") % {"code": code[:60]},
        "feed_url": below(page.get_url(request) or "", f"{page.feed_path}/"),
    }
    return TemplateResponse(request, "cop_blocks/no_feed.html", context, status=404)
