"""What the editor of a translation sends for a text or a choice."""

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote_to_bytes

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.translation import gettext

from cop_blocks.translation.conf import is_off
from cop_blocks.translation.seams import seam
from cop_blocks.translation.sturdy import STURDY

_VIEWS = "wagtail_localize.views.edit_translation"


@seam(f"{_VIEWS}:edit_string_translation", guard=STURDY)
@seam(f"{_VIEWS}:edit_override", guard=STURDY)
def answer(
    original: Callable[..., HttpResponse], request: HttpRequest, *args: Any, **kwargs: Any
) -> HttpResponse:
    """Refused with a reason; what is stored stays as it is."""
    if is_off(STURDY):
        return original(request, *args, **kwargs)
    if request.method == "PUT" and b"\0" in unquote_to_bytes(request.body):
        return _refused(gettext("This text has a character that cannot be stored."))
    try:
        return original(request, *args, **kwargs)
    except MultiValueDictKeyError:
        return _refused(gettext("Nothing came in to be stored; the text is as it was."))
    except ObjectDoesNotExist:
        return _refused(gettext("The translation was deleted; nothing was stored."), status=410)


def _refused(reason: str, status: int = 400) -> HttpResponse:
    return JsonResponse({"detail": reason}, status=status)
