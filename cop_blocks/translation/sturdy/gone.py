"""A source or a translation that is deleted, while wagtail-localize keeps what belonged to it."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.models import SourceDeletedError, Translation, get_edit_url

from cop_blocks.translation.conf import is_off
from cop_blocks.translation.seams import seam
from cop_blocks.translation.sturdy import STURDY

_EDIT = "wagtail_localize.views.edit_translation"

View = Callable[..., HttpResponse]


@seam(f"{_EDIT}:edit_translation", guard=STURDY)
def edit_translation(
    original: View, request: HttpRequest, translation: Translation, instance: Any
) -> HttpResponse | None:
    """Without its source there is nothing to translate from: Wagtail's own editor opens."""
    if is_off(STURDY) or _has_source(translation):
        return original(request, translation, instance)
    if request.method == "GET":
        messages.warning(request, _no_source())
    return None


@seam(f"{_EDIT}:restart_translation", guard=STURDY)
def restart_translation(
    original: View, request: HttpRequest, translation: Translation, instance: Any
) -> HttpResponse:
    if is_off(STURDY) or _has_source(translation):
        return original(request, translation, instance)
    messages.error(request, _no_source())
    return redirect(get_edit_url(instance))


def _has_source(translation: Translation) -> bool:
    try:
        translation.source.get_source_instance()
    except ObjectDoesNotExist:
        return False
    return True


def _no_source() -> str:
    return gettext(
        "The page or snippet that this is a translation of was deleted. What is here stays, and "
        "can be edited as any other."
    )


@seam(f"{_EDIT}:preview_translation", guard=STURDY)
@seam(f"{_EDIT}:stop_translation", guard=STURDY)
@seam(f"{_EDIT}:download_pofile", guard=STURDY)
@seam(f"{_EDIT}:machine_translate", guard=STURDY)
def view(original: View, request: HttpRequest, *args: Any, **kw: Any) -> Any:
    return _answer(original, request, request, *args, **kw)


@seam("wagtail_localize.views.update_translations:UpdateTranslationsView.dispatch", guard=STURDY)
def dispatch(original: View, self: Any, request: HttpRequest, *args: Any, **kw: Any) -> Any:
    return _answer(original, request, self, request, *args, **kw)


def _answer(original: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    try:
        return original(*args, **kwargs)
    except (ObjectDoesNotExist, SourceDeletedError):
        if is_off(STURDY):  # URLs keep the views that they were made with
            raise
        messages.error(
            request, gettext("The translation or its source was deleted; nothing was changed.")
        )
        return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")
