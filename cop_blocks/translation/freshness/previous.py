"""The old translation of a text that changed, kept at hand with what changed in it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from django.db.models import Exists, OuterRef
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.strings import StringValue

from cop_blocks.translation.freshness.pairing import Text, pairs
from cop_blocks.translation.models import PreviousTranslation

Change = Literal["same", "out", "in"]


@dataclass(frozen=True, slots=True)
class Previous:
    """The source as it was and as it is, and the translation of what it was: HTML of one string,
    as wagtail-localize keeps it. ``difference`` is plain text, piece by piece."""

    old_source: str
    new_source: str
    old_translation: str
    difference: list[tuple[Change, str]]


def previous(translation: Translation) -> dict[int, Previous]:
    """What there is, by the ids of string segments; kept until the translation is published with
    an approved text in its place. Two statements."""
    rows = {
        (row.context_id, row.string_id): row
        for row in PreviousTranslation.objects.filter(translation=translation)
    }
    if not rows:
        return {}
    segments = StringSegment.objects.filter(source=translation.source_id).values_list(
        "pk", "context_id", "string_id", "string__data"
    )
    return {
        pk: Previous(
            old_source=rows[context, string].old_source,
            new_source=data,
            old_translation=rows[context, string].old_translation,
            difference=difference(rows[context, string].old_source, data),
        )
        for pk, context, string, data in segments
        if (context, string) in rows
    }


def difference(old: str, new: str) -> list[tuple[Change, str]]:
    """Word by word, what a reader sees of both."""
    before, after = (
        re.findall(r"\s+|[^\s]+", StringValue(each).render_text()) for each in (old, new)
    )
    found: list[tuple[Change, str]] = []
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    for operation, since, to, begin, end in matcher.get_opcodes():
        if operation == "equal":
            found.append(("same", "".join(before[since:to])))
            continue
        if since < to:
            found.append(("out", "".join(before[since:to])))
        if begin < end:
            found.append(("in", "".join(after[begin:end])))
    return found


def _words(html: str) -> list[str]:
    return re.findall(r"\s+|\S+", StringValue(html).render_text())


def texts_of(source: TranslationSource) -> list[Text]:
    """The strings of a source as they are stored, in their order."""
    rows = source.stringsegment_set.order_by("order", "pk").values_list(
        "context__path", "context_id", "string_id", "string__data", "order"
    )
    return [Text(*row) for row in rows]


def remember(source: TranslationSource, before: list[Text], after: list[Text]) -> None:
    """Keeps the old translation of every text that changed, in every language. A text that was
    never translated since its own change hands on what it had."""
    changed = pairs(before, after)
    if not changed:
        return
    translations = list(source.translations.filter(enabled=True))
    translated = _translated(source, [text for pair in changed for text in pair])
    known = _handed_on(translations, [old for old, _new in changed]) | translated
    rows = {}
    for translation in translations:
        locale = translation.target_locale_id
        for old, new in changed:
            had = known.get((locale, old.context, old.string))
            if had and (locale, new.context, new.string) not in translated:
                rows[locale, new.context, new.string] = PreviousTranslation(
                    translation=translation,
                    context_id=new.context,
                    string_id=new.string,
                    old_source=had[0],
                    old_translation=had[1],
                )
    PreviousTranslation.objects.bulk_create(
        rows.values(),
        update_conflicts=True,
        unique_fields=["translation", "context", "string"],
        update_fields=["old_source", "old_translation"],
    )


def forget(translation: Translation) -> None:
    """What was translated anew meanwhile, or stands there no more."""
    rows = PreviousTranslation.objects.filter(translation=translation)
    segment = StringSegment.objects.filter(
        source=translation.source_id,
        context=OuterRef("context"),
        string=OuterRef("string"),
    )
    rows.filter(Exists(translations_of_rows()) | ~Exists(segment)).delete()


def translations_of_rows() -> Any:
    """For each row, what was typed for the text as it is now, without an error."""
    return StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale=OuterRef("translation__target_locale"),
        has_error=False,
    )


#: By language, context and string: the source and its translation.
_Known = dict[tuple[int, int, int], tuple[str, str]]


def _translated(source: TranslationSource, texts: Iterable[Text]) -> _Known:
    rows = StringTranslation.objects.filter(
        context__object=source.object_id,
        translation_of__in={each.string for each in texts},
        has_error=False,
    ).values_list("locale_id", "context_id", "translation_of_id", "translation_of__data", "data")
    return {(locale, context, string): (old, new) for locale, context, string, old, new in rows}


def _handed_on(translations: Iterable[Translation], texts: Iterable[Text]) -> _Known:
    rows = PreviousTranslation.objects.filter(
        translation__in=translations, string__in={each.string for each in texts}
    ).select_related("translation")
    return {
        (row.translation.target_locale_id, row.context_id, row.string_id): (
            row.old_source,
            row.old_translation,
        )
        for row in rows
    }
