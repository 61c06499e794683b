"""What a translator does, without the screens."""

from typing import Any

from wagtail_localize.models import StringSegment, StringTranslation

from tests.blocks.facts.factories import fresh


def segments(translation: Any) -> list[Any]:
    return list(
        StringSegment.objects.filter(source=translation.source)
        .select_related("string", "context")
        .order_by("order")
    )


def approve(
    translation: Any,
    *,
    but: tuple[str, ...] = (),
    only: tuple[str, ...] = (),
    kind: str = "manual",
) -> None:
    """Types English for every segment, but those in some paths, or for those in some alone."""
    for segment in segments(translation):
        path = segment.context.path
        if path not in but and (not only or path in only):
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                context=segment.context,
                locale=translation.target_locale,
                defaults={"data": f"EN {segment.string.data}", "translation_type": kind},
            )


def draft(translation: Any) -> Any:
    """Builds the target from what was typed, and gives its newest revision."""
    translation.save_target(publish=False)
    return target_of(translation).latest_revision


def target_of(translation: Any) -> Any:
    return fresh(translation.get_target_instance())
