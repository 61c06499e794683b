"""Addresses below a page that are no pages: its picture, its feeds, what its lists tell scripts.

A mixin says which by overriding ``answer_below``; the page's privacy, its draft state and its
language hold for all of them. A page of the host at such an address goes before.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
)
from django.utils.translation import override
from wagtail.url_routing import RouteResult

from cop_blocks.languages import address_in_own_language


def _allow_only(answer: "Answer", page: Any, request: HttpRequest) -> HttpResponse:
    return HttpResponse(headers={"Allow": ", ".join(answer.allowed)})


@dataclass(frozen=True, slots=True)
class Answer:
    """What answers at one address. ``respond`` is given the page and the request; ``methods`` are
    those that it knows; ``options`` answers OPTIONS."""

    respond: Callable[[Any, HttpRequest], HttpResponse]
    methods: tuple[str, ...] = ("GET", "HEAD")
    options: Callable[["Answer", Any, HttpRequest], HttpResponse] = _allow_only

    @property
    def allowed(self) -> tuple[str, ...]:
        return (*self.methods, "OPTIONS")


def _asked(args: tuple[Any, ...], kwargs: dict[str, Any]) -> Answer | None:
    """What the address asks for. Wagtail's hook gives the route's arguments as two positions."""
    for given in (kwargs, *args):
        if isinstance(given, dict) and isinstance(answer := given.get("below"), Answer):
            return answer
    return None


class AnswersBelowMixin:
    """For a page type; put it before ``Page``."""

    def answer_below(self, path: tuple[str, ...]) -> Answer | None:
        """What answers at ``path`` below the page (``("atom", "circular")``); ``None``: nothing."""
        return None

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        try:
            return super().route(request, path_components)  # type: ignore[misc]
        except Http404:
            # A draft has nothing below it.
            is_live = self.live  # type: ignore[attr-defined]
            answer = self.answer_below(tuple(path_components)) if is_live else None
            if answer is None:
                raise
        return RouteResult(self, kwargs={"below": answer})

    def check_request_method(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse | None:
        if (below := _asked(args, kwargs)) is None:
            refused: HttpResponse | None
            refused = super().check_request_method(request, *args, **kwargs)  # type: ignore[misc]
            return refused
        return None if request.method in below.allowed else HttpResponseNotAllowed(below.allowed)

    def handle_options_request(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if (below := _asked(args, kwargs)) is not None:
            return below.options(below, self, request)
        response: HttpResponse
        response = super().handle_options_request(request, *args, **kwargs)  # type: ignore[misc]
        return response

    def serve(
        self, request: HttpRequest, *args: Any, below: Answer | None = None, **kwargs: Any
    ) -> HttpResponse:
        """Below a page its own language is spoken, at the address of that language."""
        if below is None:
            response: HttpResponse = super().serve(request, *args, **kwargs)  # type: ignore[misc]
            return response
        if address := address_in_own_language(self, request):
            return HttpResponseRedirect(address)
        with override(self.locale.language_code):  # type: ignore[attr-defined]
            return below.respond(self, request)
