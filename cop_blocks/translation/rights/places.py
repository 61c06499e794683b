"""Where a translation stands, or would stand, in the tree of its language."""

from typing import Any

from wagtail.models import Locale, Page, TranslatableMixin
from wagtail_localize.models import Translation


def target_of(instance: TranslatableMixin, locale: Locale) -> Any:
    """The counterpart of ``instance`` in ``locale``, an alias too, or ``None``."""
    return (
        type(instance)
        ._base_manager.filter(translation_key=instance.translation_key, locale=locale)
        .first()
    )


def place_of(page: Page, locale: Locale) -> Page:
    """The counterpart of ``page`` in ``locale``; where there is none, that of its nearest
    ancestor that has one, or the root of the whole tree."""
    keys = [page.translation_key]
    keys += page.get_ancestors().order_by("-depth").values_list("translation_key", flat=True)
    there = {
        found.translation_key: found
        for found in Page.objects.filter(translation_key__in=keys, locale=locale, depth__gt=1)
    }
    for key in keys:
        if key in there:
            return there[key]
    return Page.get_first_root_node()


def source_of(translation: Translation) -> Any:
    """The row that is translated, or ``None`` where it was deleted."""
    model = translation.source.specific_content_type.model_class()
    if model is None:
        return None
    return model._base_manager.filter(
        translation_key=translation.source.object_id, locale=translation.source.locale_id
    ).first()


def target_or_none(translation: Translation) -> Any:
    """The row of the translation, or ``None`` where it was deleted or never made."""
    model = translation.source.specific_content_type.model_class()
    if model is None:
        return None
    return model._base_manager.filter(
        translation_key=translation.source.object_id, locale=translation.target_locale_id
    ).first()
