"""The same string of the source's language, translated in another place of this or another page.

wagtail-localize keeps a string once and its translations by place, so a memory is a question to its
own table. Only what the reader may see is told: somebody else's draft is not.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, Value, When, Window
from django.db.models.functions import RowNumber
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cop_blocks.translation.rights.may import visible

#: So many different translations of one text are shown.
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A translation of the same text. ``where`` is the title of the source that it stands on, and
    ``translation`` the id of the translation of that, where there is one."""

    text: str
    is_approved: bool
    where: str
    translation: int | None
    changed_at: datetime


def elsewhere(
    translation: Translation, user: Any, segments: Iterable[Any]
) -> dict[int, list[Elsewhere]]:
    """For each of these string segments that has some, by its id: approved ones first, then the
    newest. One statement for all of them, and a few for the rights of ``user``."""
    segments = list(segments)
    rows: dict[int, list[Any]] = {}
    for row in _rows(translation, user, {segment.string_id for segment in segments}):
        rows.setdefault(row.translation_of_id, []).append(row)
    told = {}
    for segment in segments:
        texts: dict[str, Elsewhere] = {}
        for row in rows.get(segment.string_id, ()):
            if row.context_id != segment.context_id:
                texts.setdefault(row.data, _told(row))
        if texts:
            told[segment.pk] = list(texts.values())[:SHOWN]
    return told


def remembered(translation: Translation, user: Any, strings: Iterable[int]) -> dict[int, str]:
    """For each of these strings (ids) that a person translated somewhere: the newest such text."""
    known: dict[int, str] = {}
    for row in _rows(translation, user, set(strings)):
        if row.is_approved:
            known.setdefault(row.translation_of_id, row.data)
    return known


def _rows(translation: Translation, user: Any, strings: set[int]) -> QuerySet[StringTranslation]:
    """The translations of each string, in order. Of those that say the same the best two: one of
    them may stand in the very place that asks."""
    there = visible(
        user,
        Translation.objects.filter(
            source__object_id=OuterRef("context__object_id"),
            target_locale_id=translation.target_locale_id,
        ),
    ).order_by("-enabled", "pk")
    titles = TranslationSource.objects.filter(
        object_id=OuterRef("context__object_id"), locale_id=translation.source.locale_id
    )
    best = (F("is_approved").desc(), F("updated_at").desc(), F("pk").desc())
    rows: QuerySet[StringTranslation] = (
        StringTranslation.objects.filter(
            translation_of__in=strings,
            locale_id=translation.target_locale_id,
            has_error=False,
        )
        .exclude(data="")
        .annotate(
            is_approved=Case(
                When(Q(translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE), Value(0)),
                default=Value(1),
            ),
            where=Subquery(titles.values("object_repr")[:1]),
            there=Subquery(there.values("pk")[:1]),
            place=Window(
                RowNumber(),
                partition_by=[F("translation_of_id"), F("data")],
                order_by=best,
            ),
        )
        .filter(there__isnull=False, place__lte=2)
        .order_by(*best)
    )
    return rows


def _told(row: Any) -> Elsewhere:
    return Elsewhere(row.data, bool(row.is_approved), row.where or "", row.there, row.updated_at)
