"""A PO file of a translation as it is: what is a machine's is fuzzy, what was changed says what it
was, and the texts of before stay at the end."""

import polib
from django.utils import timezone
from wagtail_localize.models import StringTranslation, Translation

from cop_blocks.translation.helps.places import place
from cop_blocks.translation.helps.stored import Key, Stored, stored

#: By this header wagtail-localize knows which translation a file belongs to.
TRANSLATION_ID = "X-WagtailLocalize-TranslationID"
FUZZY = "fuzzy"


def export(translation: Translation) -> polib.POFile:
    """The same few statements for any number of texts."""
    source = translation.source
    po = polib.POFile(wrapwidth=200)
    po.metadata = {
        "Project-Id-Version": " ".join(source.object_repr.split()),
        "POT-Creation-Date": _moment(source.last_updated_at),
        "PO-Revision-Date": _moment(timezone.now()),
        "Language": translation.target_locale.language_code,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Source-Language": source.locale.language_code,
        TRANSLATION_ID: str(translation.uuid),
    }
    now = stored(translation)
    model = source.specific_content_type.model_class()
    po.extend(_entry(model, key, each) for key, each in now.items())
    po.extend(_of_before(translation, now))
    return po


def offered(each: Stored) -> tuple[str, bool]:
    """What a file says for a text, and whether it is fuzzy: without a translation of its own, that
    of what it was before."""
    if each.translation and each.text:
        return each.text, each.is_machine
    if each.previous:
        return each.previous.old_translation, True
    return "", False


def _entry(model: type, key: Key, each: Stored) -> polib.POEntry:
    text, is_fuzzy = offered(each)
    return polib.POEntry(
        msgctxt=key[0],
        msgid=key[1],
        msgstr=text,
        comment=place(model, each.segment.context),
        flags=[FUZZY] if is_fuzzy else [],
        previous_msgid=each.previous.old_source if each.previous else None,
    )


def _of_before(translation: Translation, now: dict[Key, Stored]) -> list[polib.POEntry]:
    """Translations of what is not in the source any more."""
    rows = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale_id=translation.target_locale_id
    ).select_related("translation_of", "context")
    return [
        polib.POEntry(
            msgctxt=row.context.path,
            msgid=row.translation_of.data,
            msgstr=row.data,
            flags=[FUZZY] if row.translation_type == row.TRANSLATION_TYPE_MACHINE else [],
            obsolete=True,
        )
        for row in rows.order_by("pk")
        if row.data and (row.context.path, row.translation_of.data) not in now
    ]


def _moment(moment: object) -> str:
    return f"{moment:%Y-%m-%d %H:%M%z}"
