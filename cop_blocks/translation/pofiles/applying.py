"""Writes what a plan says."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from cop_blocks.translation.pofiles.plan import Kind, Plan, Row

#: As wagtail-localize names it.
TOOL = "PO File"


def apply(translation: Translation, made: Plan, user: Any, *, replace: Collection[str] = ()) -> int:
    """How many texts were written; ``replace`` are the keys of approved texts that a fuzzy one of
    the file may replace."""
    rows = made.written + [row for row in made.of(Kind.FUZZY) if row.key in replace]
    with transaction.atomic():
        for row in rows:
            if row.segment is not None:
                _write(translation, row, row.segment, user)
    return len(rows)


def _write(translation: Translation, row: Row, segment: StringSegment, user: Any) -> None:
    StringTranslation.objects.update_or_create(
        translation_of_id=segment.string_id,
        context_id=segment.context_id,
        locale_id=translation.target_locale_id,
        defaults={
            "data": row.new,
            "translation_type": (
                StringTranslation.TRANSLATION_TYPE_MACHINE
                if row.is_machine
                else StringTranslation.TRANSLATION_TYPE_MANUAL
            ),
            "tool_name": TOOL,
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        },
    )
