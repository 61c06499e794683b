"""The rules of endpoints that read or change one translation."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from wagtail.models import Page
from wagtail_localize.models import Translation

from cop_blocks.translation.rights import may
from cop_blocks.translation.rights.places import target_or_none


def _translation(pk: int) -> Translation:
    found = Translation.objects.select_related("source", "target_locale")
    return get_object_or_404(found, pk=pk)


def translates(request: HttpRequest, translation_id: int, **kwargs: Any) -> bool:
    return may.may_translate(request.user, _translation(translation_id))


def writes(request: HttpRequest, translation_id: int, **kwargs: Any) -> bool:
    """As ``translates``, and nobody has locked the page: what is in review stays as it is."""
    translation = _translation(translation_id)
    target = target_or_none(translation)
    if isinstance(target, Page) and target.permissions_for_user(request.user).page_locked():
        return False
    return may.may_translate(request.user, translation)


def stops(request: HttpRequest, translation_id: int, **kwargs: Any) -> bool:
    return may.may_stop(request.user, _translation(translation_id))


def converts(request: HttpRequest, page_id: int, **kwargs: Any) -> bool:
    return may.may_convert(request.user, get_object_or_404(Page, pk=page_id))
