"""What a source shows besides its own text."""

from typing import Any

from wagtail.models import ReferenceIndex
from wagtail_localize.models import RelatedObjectSegment

from cop_blocks.translation.completeness.told import Unfinished
from cop_blocks.translation.labels import label


def related(translation: Any, target: Any | None = None) -> list[Unfinished]:
    """Objects that the source shows and that have no translation, or that ``target`` does not show
    the translation of: a draft that is older shows the source's."""
    segments = RelatedObjectSegment.objects.filter(source_id=translation.source_id).select_related(
        "context", "object__content_type", "source__locale"
    )
    model = translation.source.specific_content_type.model_class()
    missing = []
    for segment in segments:
        source = segment.get_source_instance()
        untranslated = not segment.object.has_translation(translation.target_locale_id)
        if untranslated or (target is not None and _refers(target, source, segment.context)):
            missing.append(
                Unfinished(
                    path=segment.context.path,
                    kind="related",
                    source=str(source or ""),
                    label=label(model, segment.context.field_path or segment.context.path),
                    why="missing",
                )
            )
    return missing


def _refers(target: Any, instance: Any | None, context: Any) -> bool:
    """Whether the target shows this very object there; a row has another name in Wagtail's paths
    than in wagtail-localize's, its field has not."""
    if instance is None:
        return False
    wanted = (ReferenceIndex._get_base_content_type(type(instance)).pk, str(instance.pk))
    first, *_, last = context.path.split(".") * 2
    return any(
        (content_type, pk) == wanted and path.startswith(first) and path.endswith(last)
        for content_type, pk, _, path in ReferenceIndex._extract_references_from_object(target)
    )
