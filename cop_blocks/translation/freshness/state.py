"""Which translations are out of date, since when, and by how much.

A translation is out of date while what visitors read in the source differs from what the live
translation was made of: from the publication of the source, through the refreshing of the
segments, until the translation is published anew. A row says so for each; see
:class:`~cop_blocks.translation.models.TranslationState`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.utils import timezone
from wagtail.models import DraftStateMixin
from wagtail_localize.models import Translation, TranslationSource

from cop_blocks.translation.freshness.snapshot import changes, snapshot
from cop_blocks.translation.models import TranslationState


@dataclass(frozen=True, slots=True)
class Outdated:
    since: datetime
    #: How many segments were changed, added or removed.
    changed: int


def out_of_date(translations: Iterable[Translation]) -> dict[int, Outdated]:
    """Those that are, by their ids, in one statement. ``translations`` may be a queryset."""
    rows = TranslationState.objects.filter(translation__in=translations, changed__gt=0)
    return {
        key: Outdated(since, changed)
        for key, since, changed in rows.values_list("translation_id", "since", "changed")
    }


def judge(source: TranslationSource) -> None:
    """Compares the live row of the source with what its translations were made of, and writes
    or takes away their rows. Touches nothing of wagtail-localize's."""
    translations = list(source.translations.filter(enabled=True).select_related("cop_state"))
    if not translations:
        return
    try:
        live = snapshot(source.get_source_instance())
        stored = snapshot(source.as_instance())
    except ObjectDoesNotExist:
        return
    waiting = changes(stored, live)
    for translation in translations:
        state = getattr(translation, "cop_state", None)
        basis = state.basis if state else None
        changed = waiting if basis is None else changes(basis, live)
        _write(translation, state, changed, refreshed=not waiting)


def keep_basis(source: TranslationSource) -> None:
    """Before the content that is stored gives way to a newer one: what the live translations were
    made of. ``source`` is as it is stored."""
    translations = source.translations.filter(enabled=True, cop_state__basis__isnull=True)
    kept = {each.target_locale_id: each for each in translations.select_related("cop_state")}
    kept = {key: kept[key] for key in _live_locales(source, kept)}
    if not kept:
        return
    basis = snapshot(source.as_instance())
    for translation in kept.values():
        TranslationState.objects.update_or_create(
            translation=translation,
            defaults={"basis": basis},
            create_defaults={"basis": basis, "since": timezone.now(), "changed": 0},
        )


def settle(translation: Translation) -> None:
    """The live translation is made of what is stored now."""
    if TranslationState.objects.filter(translation=translation).update(basis=None):
        judge(translation.source)


def _write(
    translation: Translation, state: TranslationState | None, changed: int, refreshed: bool
) -> None:
    if not changed:
        if state:
            state.delete()
        return
    TranslationState.objects.update_or_create(
        translation=translation,
        defaults={"changed": changed, "refreshed": refreshed},
        create_defaults={"changed": changed, "refreshed": refreshed, "since": timezone.now()},
    )


def _live_locales(source: TranslationSource, locales: Iterable[int]) -> list[int]:
    """Of these languages those in which visitors read a translation."""
    model: Any = source.specific_content_type.model_class()
    targets = model._default_manager.filter(
        translation_key=source.object_id, locale__in=list(locales)
    )
    if issubclass(model, DraftStateMixin):
        targets = targets.filter(live=True)
    return list(targets.values_list("locale_id", flat=True))
