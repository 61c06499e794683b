"""Pages with texts that repeat, and their translations."""

from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from tests.blocks.facts.factories import locale, make_offer


def submitted(body: str = "", **fields: Any) -> Translation:
    """An offer that was submitted for English."""
    offer = make_offer(body=body, **fields)
    translate_object(offer, [locale("en")])
    return of(offer)


def of(source: Any, language: str = "en") -> Translation:
    return Translation.objects.select_related("source__locale", "target_locale").get(
        source__object_id=source.translation_key, target_locale=locale(language)
    )


def segments(translation: Translation) -> list[StringSegment]:
    return list(
        StringSegment.objects.filter(source=translation.source)
        .select_related("string", "context")
        .order_by("order", "pk")
    )


def segment(translation: Translation, text: str) -> StringSegment:
    [found] = [each for each in segments(translation) if each.string.data == text]
    return found


def say(
    translation: Translation, text: str, data: str, *, machine: bool = False, **fields: Any
) -> Any:
    """Stores the English of one text, as typed by a person or made by a machine."""
    found = segment(translation, text)
    return StringTranslation.objects.create(
        translation_of=found.string,
        context=found.context,
        locale=translation.target_locale,
        data=data,
        translation_type="machine" if machine else "manual",
        tool_name="Dummy" if machine else "",
        **fields,
    )


def said(translation: Translation) -> dict[str, tuple[str, str]]:
    """By the text of the source: its translation, and whose it is."""
    rows = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale=translation.target_locale
    )
    return {
        row.translation_of.data: (row.data, row.translation_type)
        for row in rows.select_related("translation_of").order_by("pk")
    }


def counted(ask: Any) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        ask()
    return len(queries)
