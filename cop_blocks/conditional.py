"""Answers that a reader keeps until they change."""

import hashlib
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date

#: For how long one may be kept without asking again, in seconds.
MAX_AGE = 15 * 60


def conditional(
    request: HttpRequest,
    content: bytes,
    content_type: str,
    changed: datetime | None = None,
    max_age: int = MAX_AGE,
) -> HttpResponse:
    """A response that is the same as long as its content is: 304 for who has it already."""
    response = HttpResponse(content, content_type=content_type)
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    response["ETag"] = etag
    seconds = int(changed.timestamp()) if changed else None
    if seconds is not None:
        response["Last-Modified"] = http_date(seconds)
    patch_cache_control(response, max_age=max_age)
    return get_conditional_response(request, etag, seconds, response) or response
