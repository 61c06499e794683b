"""What the import of a file would do, text by text, before it does anything."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Any

import polib
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from wagtail_localize.models import String, StringSegment, Translation, TranslationContext
from wagtail_localize.strings import StringValue, validate_translation_links

from cop_blocks.translation.helps.comparing import Difference, differences
from cop_blocks.translation.helps.places import place
from cop_blocks.translation.helps.stored import Key, Stored, stored
from cop_blocks.translation.pofiles.export import FUZZY, offered


class Kind(Enum):
    """What becomes of an entry. Only the first three are written, ``FUZZY`` where it was ticked."""

    NEW = "new"
    CHANGED = "changed"
    APPROVED = "approved"
    FUZZY = "fuzzy"
    STALE = "stale"
    UNKNOWN = "unknown"
    BROKEN = "broken"
    TWICE = "twice"


WRITTEN = (Kind.NEW, Kind.CHANGED, Kind.APPROVED)


@dataclass(frozen=True, slots=True)
class Row:
    """``place`` in words, ``old`` what is stored and ``new`` what the file says. ``is_machine``:
    the new text waits for approval. ``now``: what the source says
    there today and the file does not."""

    kind: Kind
    place: str
    source: str
    old: str
    new: str
    is_machine: bool = False
    segment: StringSegment | None = None
    now: tuple[str, ...] = ()
    why: str = ""

    @property
    def key(self) -> str:
        return f"{self.segment.context_id}-{self.segment.string_id}" if self.segment else ""

    @property
    def is_approval(self) -> bool:
        return self.kind is Kind.APPROVED

    @property
    def differences(self) -> list[Difference]:
        return differences(self.source, self.new) if self.segment else []


@dataclass(slots=True)
class Plan:
    rows: list[Row] = field(default_factory=list)
    unchanged: int = 0

    def of(self, *kinds: Kind) -> list[Row]:
        return [row for row in self.rows if row.kind in kinds]

    @property
    def written(self) -> list[Row]:
        return self.of(*WRITTEN)

    @property
    def digest(self) -> str:
        """Of what was shown: what is written is that, and nothing else."""
        shown = "\n".join(
            repr((row.kind.value, row.key, row.source, row.old, row.new)) for row in self.rows
        )
        return salted_hmac("cop_translation.po", shown).hexdigest()


def plan(translation: Translation, po: Iterable[polib.POEntry], *, lock: bool = False) -> Plan:
    """The same few statements for any number of entries. ``lock`` keeps what is stored as it is
    until the transaction ends."""
    made = Plan()
    planner = _Planner(translation, stored(translation, lock=lock), list(po))
    for entry in planner.entries:
        row = planner.row(entry)
        if row is None:
            made.unchanged += 1
        else:
            made.rows.append(row)
    return made


class _Planner:
    def __init__(
        self, translation: Translation, now: dict[Key, Stored], entries: list[polib.POEntry]
    ) -> None:
        self.translation = translation
        self.now = now
        self.model: Any = translation.source.specific_content_type.model_class()
        # An obsolete entry is a memory of the file's own, unless its text came back.
        self.entries = [
            entry
            for entry in entries
            if entry.msgstr and (not entry.obsolete or _key(entry) in now)
        ]
        self.said_twice = {key for key, texts in _by_key(self.entries).items() if len(texts) > 1}
        #: What the source says today and the file does not, by place.
        self.sources: dict[str, list[str]] = {}
        in_file = {_key(entry) for entry in entries if not entry.obsolete}
        for path, text in now:
            if (path, text) not in in_file:
                self.sources.setdefault(path, []).append(text)

    def row(self, entry: polib.POEntry) -> Row | None:
        """``None`` where the file says what is stored already."""
        key = _key(entry)
        each = self.now.get(key)
        if each is None:
            return self._lost(entry)
        if key in self.said_twice:
            return self._row(Kind.TWICE, entry, each, _("It stands there twice, with two texts."))
        is_fuzzy = FUZZY in entry.flags
        if entry.msgstr == each.text and (is_fuzzy or not each.is_machine):
            return None
        if is_fuzzy and (entry.msgstr, True) == offered(each):
            return None
        if why := _broken(entry):
            return self._row(Kind.BROKEN, entry, each, why)
        if is_fuzzy and each.text and not each.is_machine:
            return self._row(Kind.FUZZY, entry, each)
        if entry.msgstr == each.text:
            return self._row(Kind.APPROVED, entry, each)
        return self._row(Kind.CHANGED if each.text else Kind.NEW, entry, each)

    def _row(self, kind: Kind, entry: polib.POEntry, each: Stored, why: str = "") -> Row:
        return Row(
            kind=kind,
            place=place(self.model, each.segment.context),
            source=entry.msgid,
            old=each.text,
            new=entry.msgstr,
            is_machine=FUZZY in entry.flags,
            segment=each.segment,
            why=why,
        )

    def _lost(self, entry: polib.POEntry) -> Row:
        """A text that the source had when the file was made, or one that it never had."""
        context = self._contexts.get(entry.msgctxt or "")
        is_known = context is not None and entry.msgid in self._strings
        return Row(
            kind=Kind.STALE if is_known else Kind.UNKNOWN,
            place=place(self.model, context) if context else entry.msgctxt or "",
            source=entry.msgid,
            old="",
            new=entry.msgstr,
            now=tuple(self.sources.get(entry.msgctxt or "", ())) if is_known else (),
        )

    @cached_property
    def _lost_entries(self) -> list[polib.POEntry]:
        return [entry for entry in self.entries if _key(entry) not in self.now]

    @cached_property
    def _contexts(self) -> dict[str, TranslationContext]:
        contexts = TranslationContext.objects.filter(object_id=self.translation.source.object_id)
        return {context.path: context for context in contexts}

    @cached_property
    def _strings(self) -> set[str]:
        hashes = {String._get_data_hash(entry.msgid) for entry in self._lost_entries}
        known = String.objects.filter(
            locale_id=self.translation.source.locale_id, data_hash__in=hashes
        )
        return set(known.values_list("data", flat=True))


def _key(entry: polib.POEntry) -> Key:
    return entry.msgctxt or "", entry.msgid


def _by_key(entries: Iterable[polib.POEntry]) -> dict[Key, set[str]]:
    texts: dict[Key, set[str]] = {}
    for entry in entries:
        texts.setdefault(_key(entry), set()).add(entry.msgstr)
    return texts


def _broken(entry: polib.POEntry) -> str:
    """Why wagtail-localize would not show the text."""
    if "\0" in entry.msgstr:
        return _("It holds a character that no text has.")
    try:
        StringValue.from_translated_html(entry.msgstr)
        validate_translation_links(entry.msgid, entry.msgstr)
    except ValueError as problem:
        return str(problem)
    return ""
