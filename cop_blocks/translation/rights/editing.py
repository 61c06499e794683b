"""What an edit view takes by POST for wagtail-localize, before it comes to it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.models import Translation

from cop_blocks.translation.rights import may
from cop_blocks.translation.rights.endpoints import refusal

_RESTART = "localize-restart-translation"
_CONVERT = "localize-convert-to-alias"


def refused_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Restarting and converting ask for the same right as stopping."""
    if request.method != "POST" or not {_RESTART, _CONVERT} & request.POST.keys():
        return None
    return None if may.may_convert(request.user, page) else refusal(request)


def refused_snippet(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Wagtail asks for a permission on the model, which knows of no language."""
    if request.method != "POST" or not isinstance(instance, TranslatableMixin):
        return None
    translation = (
        Translation.objects.filter(
            source__object_id=instance.translation_key, target_locale=instance.locale_id
        )
        .select_related("source", "target_locale")
        .first()
    )
    if translation is None:
        return None
    if _RESTART in request.POST:
        allowed = may.may_stop(request.user, translation)
    elif not translation.enabled:
        return None
    elif request.POST.get("action") == "publish":
        allowed = may.may_publish(request.user, instance)
    else:
        allowed = may.may_translate(request.user, translation)
    return None if allowed else refusal(request)
