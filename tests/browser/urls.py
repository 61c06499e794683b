"""The site's addresses, with the files that a web server in front of it would hand out."""

from collections.abc import Callable

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.staticfiles.views import serve as serve_static
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.static import serve

from cop_site.urls import urlpatterns as site_urls


def keep_static_files(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: browsers keep files for a year, as with names that change with the content."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path.startswith((settings.STATIC_URL, settings.MEDIA_URL)):
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response

    return respond


def break_down(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("asked for, to see the page that says so")


urlpatterns = [
    path("static/<path:path>", serve_static, {"insecure": True}),
    path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}),
    *i18n_patterns(path("break-down/", break_down)),
    *site_urls,
]
