"""What is stored of a translation, by what a PO file names it by: the place and the text."""

from dataclasses import dataclass
from typing import Any

from wagtail_localize.models import StringSegment, StringTranslation, Translation

from cop_blocks.translation.freshness.previous import Previous, previous

#: ``msgctxt`` (wagtail-localize's path of the content) and ``msgid`` (the text of the source).
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Stored:
    """One text of the source, with its translation, if there is one, and that of what it was
    before, if it changed."""

    segment: StringSegment
    translation: StringTranslation | None
    previous: Previous | None

    @property
    def text(self) -> str:
        return self.translation.data if self.translation else ""

    @property
    def is_machine(self) -> bool:
        row = self.translation
        return row is not None and row.translation_type == row.TRANSLATION_TYPE_MACHINE


def stored(translation: Translation, *, lock: bool = False) -> dict[Key, Stored]:
    """In the order of the page; a text that stands twice in one place is one entry. The same few
    statements for any number of texts."""
    rows = {
        (row.context_id, row.translation_of_id): row for row in _translations(translation, lock)
    }
    changed = previous(translation)
    found: dict[Key, Stored] = {}
    for segment in (
        StringSegment.objects.filter(source_id=translation.source_id)
        .select_related("context", "string")
        .order_by("order", "pk")
    ):
        found.setdefault(
            (segment.context.path, segment.string.data),
            Stored(
                segment,
                rows.get((segment.context_id, segment.string_id)),
                changed.get(segment.pk),
            ),
        )
    return found


def _translations(translation: Translation, lock: bool) -> Any:
    rows = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale_id=translation.target_locale_id
    )
    return rows.select_for_update(of=("self",)) if lock else rows
