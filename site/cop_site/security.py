"""A strict Content Security Policy for every public page; the admin keeps Wagtail's own ways."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

#: The two players that a video block can show, once a reader has chosen to watch.
PLAYERS = "https://www.youtube-nocookie.com https://player.vimeo.com"

POLICY = "; ".join(
    [
        "default-src 'self'",
        "img-src 'self' data:",
        f"frame-src 'self' {PLAYERS}",
        "frame-ancestors 'self'",
        "form-action 'self'",
        "base-uri 'self'",
        "object-src 'none'",
    ]
)


class ContentSecurityPolicyMiddleware:
    """Adds the policy unless the response has one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not request.path.startswith("/admin/"):
            response.headers.setdefault("Content-Security-Policy", POLICY)
        return response
