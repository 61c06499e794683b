"""What tells that a source or a translation has changed: publications, saves and updates."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.signals import post_save, pre_save
from wagtail.models import DraftStateMixin, TranslatableMixin
from wagtail.signals import published
from wagtail_localize.models import Translation, TranslationLog, TranslationSource

from cop_blocks.translation.conf import is_off
from cop_blocks.translation.freshness import FRESHNESS
from cop_blocks.translation.freshness.previous import forget, remember, texts_of
from cop_blocks.translation.freshness.state import judge, keep_basis, settle
from cop_blocks.translation.kinds import is_row
from cop_blocks.translation.models import PreviousTranslation, TranslationState
from cop_blocks.translation.seams import seam


def connect() -> None:
    published.connect(_published, dispatch_uid="cop_translation.published")
    post_save.connect(_saved, dispatch_uid="cop_translation.saved")
    pre_save.connect(_before_update, TranslationSource, dispatch_uid="cop_translation.update")
    post_save.connect(_written, TranslationLog, dispatch_uid="cop_translation.written")
    post_save.connect(_restarted, Translation, dispatch_uid="cop_translation.restarted")


def _published(instance: Any, revision: Any, **kwargs: Any) -> None:
    if is_off(FRESHNESS) or not isinstance(instance, TranslatableMixin):
        return
    judge_source(type(instance), instance.translation_key, instance.locale_id)
    if not instance.live:
        return
    for translation in _with_something_kept(instance.translation_key, instance.locale_id):
        # A draft from before the last update was made of an older text.
        if revision.created_at >= translation.source.last_updated_at:
            _settle(translation)


def _saved(sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """A plain snippet has no publication; its rows are there once the save is committed."""
    if raw or is_off(FRESHNESS) or not _is_plain(sender):
        return
    transaction.on_commit(
        partial(judge_source, sender, instance.translation_key, instance.locale_id)
    )


def _is_plain(model: Any) -> bool:
    return (
        issubclass(model, TranslatableMixin)
        and not issubclass(model, DraftStateMixin)
        and not is_row(model)
    )


def judge_source(model: Any, translation_key: Any, locale_id: int) -> None:
    """Whether this is the source of translations, and which of them it leaves out of date."""
    source = TranslationSource.objects.filter(
        object_id=translation_key, locale_id=locale_id, translations__enabled=True
    ).first()
    if source is not None:
        judge(source)


def _before_update(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if raw or is_off(FRESHNESS) or instance.pk is None:
        return
    stored = TranslationSource.objects.filter(pk=instance.pk).first()
    if stored is not None and stored.content_json != instance.content_json:
        keep_basis(stored)


@seam("wagtail_localize.models:TranslationSource.refresh_segments", guard=FRESHNESS)
def refresh_segments(original: Any, self: TranslationSource) -> None:
    before = texts_of(self)
    original(self)
    if before:
        remember(self, before, texts_of(self))
    judge(self)


def _written(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """A plain snippet's translation is live as it is written."""
    if raw or is_off(FRESHNESS):
        return
    if not issubclass(instance.source.specific_content_type.model_class(), DraftStateMixin):
        for translation in _with_something_kept(instance.source.object_id, instance.locale_id):
            _settle(translation)


def _settle(translation: Translation) -> None:
    settle(translation)
    forget(translation)


def _restarted(instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if raw or created or is_off(FRESHNESS):
        return
    if instance.enabled:
        judge(instance.source)
    else:
        TranslationState.objects.filter(translation=instance).delete()


def _with_something_kept(translation_key: Any, locale_id: int) -> QuerySet[Translation]:
    """The translation that this is, if it has a row of state or an old translation."""
    previous = PreviousTranslation.objects.filter(translation=OuterRef("pk"))
    found: QuerySet[Translation] = Translation.objects.filter(
        Q(cop_state__isnull=False) | Exists(previous),
        source__object_id=translation_key,
        target_locale_id=locale_id,
    )
    return found.select_related("source")
