"""What every page type of ours has in common."""

from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.text import Truncator
from django.utils.translation import override
from wagtail.url_routing import RouteResult

from cop_blocks import conf
from cop_blocks.languages import address_in_own_language
from cop_blocks.share_card import CARD_PATH, card_response


class CopPageMixin(models.Model):
    """Extends the host's base template, and answers under the prefix of its own language only.

    Abstract and without fields. Put it before ``Page`` (and before ``RoutablePageMixin``)::

        class SessionPageMixin(CopPageMixin, FactsMixin): ...
    """

    #: What Open Graph calls a page of this type: "website" or "article".
    cop_og_type = "website"

    class Meta:
        abstract = True

    @property
    def cop_picture(self) -> Any | None:
        """A picture of its own for shared links, instead of a drawn card: an article's first one.
        A page type with a field for it returns that (an image of Wagtail)."""
        if self.cop_og_type != "article":
            return None
        blocks = getattr(self, "body", None) or ()
        pictures = (block.value.get("image") for block in blocks if block.block_type == "image")
        return next((picture for picture in pictures if picture), None)

    @property
    def cop_description(self) -> str:
        """What search engines and shared links show: the editor's description, or else how the
        page introduces itself. Plain text, at most 200 characters."""
        for name in ("search_description", "summary", "introduction"):
            if text := " ".join(str(getattr(self, name, "") or "").split()):
                return str(Truncator(text).chars(200))
        return ""

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)  # type: ignore[misc]
        context["cop_base_template"] = conf.base_template()
        return context

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Below a page lies the card that shared links show, unless another page does."""
        try:
            return super().route(request, path_components)  # type: ignore[misc]
        except Http404:
            if path_components != [CARD_PATH] or not self.live:  # type: ignore[attr-defined]
                raise
        return RouteResult(self, kwargs={"card": True})

    def serve(
        self, request: HttpRequest, *args: Any, card: bool = False, **kwargs: Any
    ) -> HttpResponse:
        """Wagtail serves a tree under the prefix of any language that has no tree of its own."""
        if address := address_in_own_language(self, request):
            return HttpResponseRedirect(address)
        if card:
            return card_response(request, self, self.title)  # type: ignore[attr-defined]
        response: HttpResponse = super().serve(request, *args, **kwargs)  # type: ignore[misc]
        return response

    def get_cached_paths(self) -> list[str]:
        """What Wagtail's frontend cache lets go of with the page."""
        return [*super().get_cached_paths(), f"/{CARD_PATH}/"]  # type: ignore[misc]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """A preview speaks the language of its page, whatever the editor's own is."""
        with override(self.locale.language_code):  # type: ignore[attr-defined]
            response: HttpResponse = super().serve_preview(request, mode_name)  # type: ignore[misc]
            if hasattr(response, "render"):
                response.render()
        return response
