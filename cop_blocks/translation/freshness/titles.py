"""The title that the admin shows of a live translation is that of its latest revision, and not
what a translator has just typed."""

from typing import Any

from django.db.models import F
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page
from wagtail_localize.models import (
    StringTranslation,
    post_delete_string_translation,
    post_save_string_translation,
)

from cop_blocks.translation.conf import is_off
from cop_blocks.translation.freshness import FRESHNESS


def connect() -> None:
    """In place of wagtail-localize's own receivers."""
    post_save.disconnect(post_save_string_translation, sender=StringTranslation)
    post_delete.disconnect(post_delete_string_translation, sender=StringTranslation)
    post_save.connect(_typed, StringTranslation, dispatch_uid="cop_translation.typed")
    post_delete.connect(_taken_away, StringTranslation, dispatch_uid="cop_translation.taken_away")


def _typed(instance: StringTranslation, **kwargs: Any) -> None:
    if is_off(FRESHNESS):
        post_save_string_translation(instance, **kwargs)
    elif _is_title(instance):
        _drafts(instance).update(draft_title=instance.data[:255])


def _taken_away(instance: StringTranslation, **kwargs: Any) -> None:
    if is_off(FRESHNESS):
        post_delete_string_translation(instance, **kwargs)
    elif _is_title(instance):
        _drafts(instance).update(draft_title=F("title"))


def _is_title(instance: StringTranslation) -> bool:
    return instance.context is not None and instance.context.path == "title"


def _drafts(instance: StringTranslation) -> Any:
    return Page.objects.filter(
        translation_key=instance.context.object_id, locale=instance.locale_id, live=False
    )
