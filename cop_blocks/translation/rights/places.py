"""Where a translation stands, or would stand, in the tree of its language."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import OuterRef, Subquery
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail_localize.models import Translation, TranslationSource


def target_of(instance: TranslatableMixin, locale: Locale) -> Any:
    """The counterpart of ``instance`` in ``locale``, an alias too, or ``None``."""
    return (
        type(instance)
        ._base_manager.filter(translation_key=instance.translation_key, locale=locale)
        .first()
    )


def place_of(page: Page, locale: Locale) -> Page:
    """The counterpart of ``page`` in ``locale``; where there is none, that of its nearest
    ancestor that has one, or the root of the whole tree. One statement, or two for the root."""
    step = Page.steplen
    above = Page.objects.filter(
        path__in=[page.path[:end] for end in range(2 * step, len(page.path) + 1, step)]
    )
    depth = above.filter(translation_key=OuterRef("translation_key")).values("depth")[:1]
    there = Page.objects.filter(locale=locale, translation_key__in=above.values("translation_key"))
    nearest = there.annotate(depth_of_source=Subquery(depth)).order_by("-depth_of_source").first()
    return nearest or Page.get_first_root_node()


def source_of(translation: Translation) -> Any:
    """The row that is translated, or ``None`` where it was deleted."""
    return _row(translation, translation.source.locale_id)


def target_or_none(translation: Translation) -> Any:
    """The row of the translation, or ``None`` where it was deleted or never made."""
    return _row(translation, translation.target_locale_id)


def target_in(source: TranslationSource, locale: Locale) -> Any:
    """As wagtail-localize finds it, which a seam may have it find in memory; or ``None``."""
    try:
        return source.get_translated_instance(locale)
    except ObjectDoesNotExist:
        return None


def _row(translation: Translation, locale: int) -> Any:
    model = translation.source.specific_content_type.model_class()
    if model is None:
        return None
    return model._base_manager.filter(
        translation_key=translation.source.object_id, locale=locale
    ).first()
