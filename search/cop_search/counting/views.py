"""Where the script of a results page reports that it was shown."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from cop_search import conf
from cop_search.counting.counters import count
from cop_search.counting.token import MAX_SIZE, ROUTE, read


@never_cache
@csrf_exempt
@require_POST
def searched(request: HttpRequest) -> HttpResponse:
    """204 whether it was counted or not asked for; 403 from elsewhere; 400 for anything but a
    token of ours.

    Exempt from Django's CSRF check, which needs a cookie, and visitors get none: nothing is done in
    anybody's name here, the token is signed, serves once and soon expires, and only a page of this
    very host may send it.
    """
    if not _is_from_here(request):
        return HttpResponse(status=403)
    if _asks_not_to_be_tracked(request) or not conf.counts_searches():
        return HttpResponse(status=204)
    if not _is_small(request):
        return HttpResponse(status=400)
    found = read(request.body[:MAX_SIZE].decode("ascii", "replace"))
    if found is None:
        return HttpResponse(status=400)
    count(found)
    return HttpResponse(status=204)


def _is_from_here(request: HttpRequest) -> bool:
    """Every browser says where a POST comes from."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return False
    try:
        return urlsplit(request.headers.get("Origin", "")).netloc == request.get_host()
    except ValueError:
        # No address at all: "http://[".
        return False


def _is_small(request: HttpRequest) -> bool:
    size = request.headers.get("Content-Length") or "0"
    return size.isascii() and size.isdigit() and len(size) < 10 and int(size) <= MAX_SIZE


def _asks_not_to_be_tracked(request: HttpRequest) -> bool:
    return "1" in (request.headers.get("DNT"), request.headers.get("Sec-GPC"))


def route() -> URLPattern:
    """Beside Wagtail's own ``_util`` addresses. Not below the page: there Wagtail's one view for
    all pages answers, and Django exempts whole views from its CSRF check."""
    return path("_util/cop-searched/", searched, name=ROUTE)
