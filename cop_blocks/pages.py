"""What every page type of ours has in common."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.text import Truncator
from django.utils.translation import override

from cop_blocks import conf
from cop_blocks.answers_below import Answer, AnswersBelowMixin
from cop_blocks.around import know_locale
from cop_blocks.languages import address_in_own_language
from cop_blocks.share_card import CARD_PATH, card_response

_CARD = Answer(lambda page, request: card_response(request, page, page.title))


class CopPageMixin(AnswersBelowMixin, models.Model):
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

    def answer_below(self, path: tuple[str, ...]) -> Answer | None:
        """Below a page lies the card that shared links show."""
        return _CARD if path == (CARD_PATH,) else super().answer_below(path)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Wagtail serves a tree under the prefix of any language that has no tree of its own."""
        if "below" not in kwargs:
            know_locale(self, request)
        if address := address_in_own_language(self, request):
            return HttpResponseRedirect(address)
        return super().serve(request, *args, **kwargs)

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
