"""What every page type of ours has in common."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.text import Truncator
from django.utils.translation import override

from cop_blocks import conf
from cop_blocks.languages import address_in_own_language


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

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Wagtail serves a tree under the prefix of any language that has no tree of its own."""
        if address := address_in_own_language(self, request):
            return HttpResponseRedirect(address)
        response: HttpResponse = super().serve(request, *args, **kwargs)  # type: ignore[misc]
        return response

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """A preview speaks the language of its page, whatever the editor's own is."""
        with override(self.locale.language_code):  # type: ignore[attr-defined]
            response: HttpResponse = super().serve_preview(request, mode_name)  # type: ignore[misc]
            if hasattr(response, "render"):
                response.render()
        return response
