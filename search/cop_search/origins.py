"""Which other sites may read our JSON in a browser (``COP_SEARCH_API_ORIGINS``)."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from cop_blocks.answers_below import Answer
from cop_search import conf

#: For how long a browser need not ask again whether it may, in seconds.
_ASK_AGAIN = 24 * 60 * 60


def shared(respond: Callable[[Any, HttpRequest], HttpResponse]) -> Answer:
    """An answer that the sites of the setting may read. Never with cookies: it is the same for
    everybody."""

    def answer(page: Any, request: HttpRequest) -> HttpResponse:
        return allow(request, respond(page, request))

    return Answer(answer, options=_options)


def allow(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """``response``, with what a browser wants to know."""
    origins = conf.api_origins()
    if "*" in origins:
        response["Access-Control-Allow-Origin"] = "*"
    elif origins:
        # What a cache keeps for one site is not for another.
        patch_vary_headers(response, ["Origin"])
        if (origin := request.headers.get("Origin", "")) in origins:
            response["Access-Control-Allow-Origin"] = origin
    if response.has_header("Access-Control-Allow-Origin"):
        response["Access-Control-Expose-Headers"] = "ETag"
    return response


def _options(answer: Answer, page: Any, request: HttpRequest) -> HttpResponse:
    response = allow(request, HttpResponse(headers={"Allow": ", ".join(answer.allowed)}))
    if response.has_header("Access-Control-Allow-Origin"):
        response["Access-Control-Allow-Methods"] = ", ".join(answer.allowed)
        response["Access-Control-Allow-Headers"] = "If-None-Match"
        response["Access-Control-Max-Age"] = str(_ASK_AGAIN)
    return response
