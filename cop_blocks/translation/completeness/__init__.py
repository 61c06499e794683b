"""What a person has not approved yet of a translation, segment by segment.

A translation that a person typed or confirmed is approved; one that a machine made or that came in
as fuzzy (wagtail-localize stores both as ``machine``) is not, nor is one that was refused with an
error. :func:`unfinished` asks what is approved now, :func:`unfinished_in` what a revision would
show: a draft can be older than the approval of its text.
"""

from datetime import datetime
from typing import Any

from wagtail_localize.models import Translation

from cop_blocks.translation.completeness.known import Known
from cop_blocks.translation.completeness.related import related
from cop_blocks.translation.completeness.shown import block_of, texts_of
from cop_blocks.translation.completeness.told import Unfinished

__all__ = ["Unfinished", "translation_into", "unfinished", "unfinished_in", "unfinished_on"]


def unfinished(translation: Any) -> list[Unfinished]:
    """By the approved strings as they are now, in the order of the page. Few statements, however
    much text there is, and one for each object that the source shows."""
    known = Known(translation)
    return [
        known.told(segment, why)
        for segment in known.segments
        if (why := known.why_not(segment)) is not None
    ] + related(translation)


def unfinished_in(revision: Any) -> list[Unfinished]:
    """By the text that the revision would put before visitors. Empty for what is no translation.

    While wagtail-localize is in charge, each segment must show its approved translation; a
    revision that is older than the update of the source may show what was approved before. After
    "stop translation" people type what they like: only text of the source, or of a machine, that
    was left as it was is unfinished.
    """
    target = revision.as_object()
    translation = translation_into(target)
    return [] if translation is None else unfinished_on(target, translation, revision.created_at)


def translation_into(target: Any) -> Any | None:
    """The record of wagtail-localize that makes this page or snippet, enabled or not."""
    if not hasattr(target, "translation_key") or target.locale_id is None:
        return None
    found = Translation.objects.filter(
        source__object_id=target.translation_key, target_locale_id=target.locale_id
    )
    return found.select_related("source", "target_locale").order_by("-enabled", "-pk").first()


def unfinished_on(
    target: Any, translation: Any, built_at: datetime | None = None
) -> list[Unfinished]:
    """By the text of this instance, saved or not; ``built_at``: when, if it was not just now."""
    known = Known(translation)
    shown = texts_of(target)
    if not translation.enabled:
        return known.foreign(target, shown)
    if built_at is not None and built_at < translation.source.last_updated_at:
        return known.foreign(target, shown, typed=False)
    within = known.texts_of_moving(shown)
    left = [
        segment
        for segment in known.segments
        for path in [segment.context.path]
        if not known.shows(target, segment, within.get(block_of(path), shown.get(path, ())))
    ]
    told = {(segment.context.path, text) for segment in left for text in known.forms(segment)}
    return [
        *(known.told(segment, known.why_not(segment) or "missing") for segment in left),
        *related(translation, target),
        *(each for each in known.foreign(target, shown) if (each.path, each.source) not in told),
    ]
