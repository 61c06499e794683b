"""An image, page or document that was chosen for one language, and is deleted since."""

from typing import Any

from django.utils.translation import gettext
from wagtail.models import Locale
from wagtail_localize.models import OverridableSegment, SegmentOverride, TranslationSource
from wagtail_localize.segments import OverridableSegmentValue

from cop_blocks.translation.seams import seam
from cop_blocks.translation.sturdy import STURDY
from cop_blocks.translation.sturdy.places import chosen_model, field_of


@seam("wagtail_localize.models:TranslationSource._get_segments_for_translation", guard=STURDY)
def without_what_is_gone(
    original: Any, self: TranslationSource, locale: Locale, fallback: bool = False
) -> list[Any]:
    """What the source shows stands there instead, and the editor shows what is wrong."""
    segments: list[Any] = original(self, locale, fallback=fallback)
    if not any(isinstance(each, OverridableSegmentValue) for each in segments):
        return segments
    gone = _gone(self, locale)
    if not gone:
        return segments
    SegmentOverride.objects.filter(locale=locale, context__in=gone.values()).update(
        has_error=True,
        field_error=gettext("What was chosen here is deleted. Choose again, or follow the source."),
    )
    return [
        each
        for each in segments
        if not (isinstance(each, OverridableSegmentValue) and each.path in gone)
    ]


def _gone(source: TranslationSource, locale: Locale) -> dict[str, int]:
    """Contexts whose override names an object that is not there, by their paths."""
    overrides = SegmentOverride.objects.filter(
        locale=locale,
        context__in=OverridableSegment.objects.filter(source=source).values("context"),
        has_error=False,
    ).select_related("context")
    model = source.specific_content_type.model_class()
    return {
        each.context.path: each.context_id
        for each in overrides
        if not _is_there(model, each.context, each.data)
    }


def _is_there(model: Any, context: Any, key: Any) -> bool:
    chosen = chosen_model(field_of(model, context.field_path or context.path))
    if chosen is None:
        return True
    try:
        return bool(chosen._default_manager.filter(pk=key).exists())
    except (TypeError, ValueError):
        return False  # no key at all
