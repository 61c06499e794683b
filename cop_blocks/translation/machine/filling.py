"""Fills in what nobody translated yet."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from time import monotonic
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue

from cop_blocks.translation import conf
from cop_blocks.translation.helps.comparing import BREAKING, differences
from cop_blocks.translation.machine.host import Failed, NoAnswer, Translator, host_translator
from cop_blocks.translation.memory import remembered

#: DeepL takes no more texts than this in one call. What came before a failure is kept.
AT_ONCE = 50


class Problem(Enum):
    """Why the machine did not do all of it."""

    TIMEOUT = "timeout"
    FAILED = "failed"
    LANGUAGES = "languages"


@dataclass(slots=True)
class Outcome:
    """How many texts came from where; ``refused`` are answers that would break the page, ``left``
    is what still has no translation."""

    from_memory: int = 0
    by_machine: int = 0
    refused: int = 0
    left: int = 0
    tool: str = ""
    problem: Problem | None = None

    @property
    def filled(self) -> int:
        return self.from_memory + self.by_machine


def fill(
    translation: Translation, user: Any, get: Any = host_translator, *, seconds: float | None = None
) -> Outcome:
    """Every text without a translation: the memory first, what it does not know by the host's
    translator, if there is one. All of it is marked as a machine's. Never raises."""
    outcome = Outcome()
    missing = _missing(translation)
    known = remembered(translation, user, missing)
    for string, text in known.items():
        segments = missing[string]
        if is_sound(segments[0].string.data, text):
            outcome.from_memory += _store(
                translation, user, segments, text, _("translation memory")
            )
            del missing[string]
    outcome.left = sum(map(len, missing.values()))
    if missing:
        _by_machine(translation, user, list(missing.values()), outcome, get, seconds)
    return outcome


def is_sound(source: str, text: Any) -> bool:
    """Whether a text may stand in a page: inline tags only, and each placeholder and link."""
    if not isinstance(text, str) or not text.strip() or "\0" in text:
        return False
    try:
        StringValue.from_translated_html(text)
    except ValueError:
        return False
    return not any(found.kind in BREAKING for found in differences(source, text))


def _missing(translation: Translation) -> dict[int, list[StringSegment]]:
    """By string: one text may stand in several places."""
    told = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=translation.target_locale_id,
    ).exclude(data="")
    by_string: dict[int, list[StringSegment]] = defaultdict(list)
    places = set()
    for segment in (
        StringSegment.objects.filter(~Exists(told), source_id=translation.source_id)
        .select_related("string")
        .order_by("order", "pk")
    ):
        place = segment.string_id, segment.context_id
        if place not in places:
            places.add(place)
            by_string[segment.string_id].append(segment)
    return dict(by_string)


def _by_machine(
    translation: Translation,
    user: Any,
    missing: list[list[StringSegment]],
    outcome: Outcome,
    get: Any,
    seconds: float | None,
) -> None:
    until = monotonic() + (conf.machine_timeout() if seconds is None else seconds)
    source, target = translation.source.locale, translation.target_locale
    try:
        translator: Translator | None = get()
        if translator is None:
            return
        outcome.tool = translator.display_name
        if not translator.can_translate(source, target):
            outcome.problem = Problem.LANGUAGES
            return
        for some in _in_parts(missing):
            strings = [segments[0].string.as_value() for segments in some]
            answers = translator.translate(source, target, strings, until - monotonic())
            for segments, string in zip(some, strings, strict=True):
                text = getattr(answers.get(string), "data", None)
                if text is None:
                    continue
                if is_sound(string.data, text):
                    done = _store(translation, user, segments, text, outcome.tool)
                    outcome.by_machine += done
                    outcome.left -= len(segments)
                else:
                    outcome.refused += len(segments)
    except NoAnswer:
        outcome.problem = Problem.TIMEOUT
    except Failed:
        outcome.problem = Problem.FAILED


def _in_parts(missing: list[list[StringSegment]]) -> Iterator[Sequence[list[StringSegment]]]:
    for start in range(0, len(missing), AT_ONCE):
        yield missing[start : start + AT_ONCE]


def _store(
    translation: Translation, user: Any, segments: list[StringSegment], text: str, tool: str
) -> int:
    """How many places got the text. One that somebody filled meanwhile keeps what it has."""
    done = 0
    for segment in segments:
        told = {
            "data": text,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MACHINE,
            "tool_name": tool,
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        }
        row, is_new = StringTranslation.objects.get_or_create(
            translation_of_id=segment.string_id,
            locale_id=translation.target_locale_id,
            context_id=segment.context_id,
            defaults=told,
        )
        if not is_new and not row.data:
            is_new = True
            for name, value in told.items():
                setattr(row, name, value)
            row.save()
        done += is_new
    return done
