"""What a person has not approved yet of a translation, segment by segment.

A translation that a person typed or confirmed is approved; one that a machine made or that came in
as fuzzy (wagtail-localize stores both as ``machine``) is not, nor is one that was refused with an
error. :func:`unfinished` asks what is approved now, :func:`unfinished_in` what a revision would
show: a draft can be older than the approval of its text.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from django.utils.text import slugify
from wagtail.models import Page, ReferenceIndex
from wagtail_localize.models import (
    RelatedObjectSegment,
    String,
    StringSegment,
    StringTranslation,
    Translation,
)
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.strings import StringValue

from cop_blocks.translation.labels import label

Why = Literal["missing", "machine", "error"]
#: By path: what a reader sees of each string there, and the string itself.
_Shown = dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Unfinished:
    """``path`` is wagtail-localize's path of the content, ``kind`` is ``string`` or ``related`` (an
    object that has no translation itself), ``source`` the text in the language of the source, and
    ``label`` says where it stands in the words of the edit form."""

    path: str
    kind: Literal["string", "related"]
    source: str
    label: str
    why: Why
    #: Of the string segment, for a link into the editor.
    segment: int | None = None


def unfinished(translation: Any) -> list[Unfinished]:
    """By the approved strings as they are now, in the order of the page. Few statements, however
    much text there is, and one for each object that the source shows."""
    memory = _Memory(translation)
    return [
        memory.told(segment, why)
        for segment in memory.segments
        if (why := memory.why_not(segment)) is not None
    ] + _related(translation)


def unfinished_in(revision: Any) -> list[Unfinished]:
    """By the text that the revision would put before visitors. Empty for what is no translation.

    While wagtail-localize is in charge, each segment must show its approved translation; a
    revision that is older than the update of the source may show what was approved before. After
    "stop translation" people type what they like: only text of the source, or of a machine, that
    was left as it was is unfinished.
    """
    target = revision.as_object()
    translation = translation_into(target)
    return [] if translation is None else unfinished_on(target, translation, revision.created_at)


def translation_into(target: Any) -> Any | None:
    """The record of wagtail-localize that makes this page or snippet, enabled or not."""
    if not hasattr(target, "translation_key") or target.locale_id is None:
        return None
    found = Translation.objects.filter(
        source__object_id=target.translation_key, target_locale_id=target.locale_id
    )
    return found.select_related("source", "target_locale").order_by("-enabled", "-pk").first()


def unfinished_on(
    target: Any, translation: Any, built_at: datetime | None = None
) -> list[Unfinished]:
    """By the text of this instance, saved or not; ``built_at``: when, if it was not just now."""
    memory = _Memory(translation)
    shown = _texts(target)
    if not translation.enabled:
        return memory.foreign(target, shown)
    if built_at is not None and built_at < translation.source.last_updated_at:
        return memory.foreign(target, shown, typed=False)
    within = memory.texts_of_moving(shown)
    left = [
        segment
        for segment in memory.segments
        for path in [segment.context.path]
        if not memory.shows(target, segment, within.get(_around(path), shown.get(path, ())))
    ]
    known = {(segment.context.path, text) for segment in left for text in memory.forms(segment)}
    return [
        *(memory.told(segment, memory.why_not(segment) or "missing") for segment in left),
        *_related(translation, target),
        *(each for each in memory.foreign(target, shown) if (each.path, each.source) not in known),
    ]


class _Memory:
    """The segments of a source with what is known of each in the language of the target."""

    def __init__(self, translation: Any) -> None:
        self.translation = translation
        self.model = translation.source.specific_content_type.model_class()
        self.segments: Sequence[Any] = (
            StringSegment.objects.filter(source_id=translation.source_id)
            .select_related("context", "string")
            .order_by("order", "pk")
        )
        self.known = {
            (row.context.path, row.translation_of_id): row
            for row in StringTranslation.objects.filter(
                context__object_id=translation.source.object_id,
                locale_id=translation.target_locale_id,
            ).select_related("context")
        }
        self.approved: dict[str, set[str]] = defaultdict(set)
        #: The same by the block around it, for what has another path in each language.
        self.approved_within: dict[str, set[str]] = defaultdict(set)
        self.machine: dict[str, set[str]] = defaultdict(set)
        for (path, _), row in self.known.items():
            if not row.has_error:
                by = self.machine if _by_machine(row) else self.approved
                by[path].add(_key(row.data))
                if by is self.approved:
                    self.approved_within[_around(path)].add(_key(row.data))
        self.paths = {path for path, _ in self.known}

    def why_not(self, segment: Any) -> Why | None:
        """Why this segment is not approved; ``None`` where it is."""
        row = self.known.get((segment.context.path, segment.string_id))
        if row is None or not row.data:
            return "missing"
        if row.has_error:
            return "error"
        return "machine" if _by_machine(row) else None

    def told(self, segment: Any, why: Why) -> Unfinished:
        return Unfinished(
            path=segment.context.path,
            kind="string",
            source=segment.string.as_value().render_text(),
            label=label(self.model, segment.context.field_path or segment.context.path),
            why=why,
            segment=segment.pk,
        )

    def forms(self, segment: Any) -> list[str]:
        """How a reader sees the segment: its source, and what is known as its translation."""
        row = self.known.get((segment.context.path, segment.string_id))
        return [_key(segment.string.data), *([_key(row.data)] if row is not None else [])]

    def shows(self, target: Any, segment: Any, texts: Iterable[str]) -> bool:
        """Whether the approved translation of the segment is among the texts in its place."""
        if self.why_not(segment) is not None:
            return False
        row = self.known[segment.context.path, segment.string_id]
        if _is_slug(target, segment.context.path):
            # Made of the translation, and numbered where another page has it.
            wanted = slugify(StringValue(row.data).render_text())
            return not wanted or any(f"{slugify(text)}-".startswith(f"{wanted}-") for text in texts)
        return _key(row.data) in texts

    def foreign(self, target: Any, shown: _Shown, typed: bool = True) -> list[Unfinished]:
        """Text of the source's language, or of a machine, that nobody approved in its place. Where
        nobody can have ``typed`` it, also all else that was not approved there."""
        moving = self.texts_of_moving(shown)
        asked = [
            (path, key, html)
            for path, texts in shown.items()
            for key, html in texts.items()
            if not self._is_approved(path, key, moving) and not _is_slug(target, path)
        ]
        of_the_source = self._of_the_source([html for _, _, html in asked])
        segments = {segment.context.path: segment for segment in self.segments}
        places = set() if typed else self.paths | set(segments)
        return [
            Unfinished(
                path=path,
                kind="string",
                source=key,
                label=self._label(path, segments),
                why="machine" if key in self.machine[path] else "missing",
                segment=segments[path].pk if path in segments else None,
            )
            for path, key, html in asked
            if key in self.machine[path] or html in of_the_source or path in places
        ]

    def texts_of_moving(self, shown: _Shown) -> dict[str, set[str]]:
        """The texts of blocks that make paths of the texts themselves, as a table does of its
        cells: they have other paths in each language."""
        moving = {_around(path) for path in self.paths if path not in shown} - {""}
        within: dict[str, set[str]] = {around: set() for around in moving}
        for path, texts in shown.items():
            if _around(path) in moving:
                within[_around(path)].update(texts)
        return within

    def _is_approved(self, path: str, key: str, moving: Collection[str]) -> bool:
        around = _around(path)
        return key in self.approved[path] or (
            around in moving and key in self.approved_within[around]
        )

    def _label(self, path: str, segments: dict[str, Any]) -> str:
        return label(self.model, segments[path].context.field_path if path in segments else path)

    def _of_the_source(self, texts: list[str]) -> set[str]:
        """Those that are known as text of the source's language: a string stays when its segment
        is gone."""
        known = String.objects.filter(
            data_hash__in={String._get_data_hash(text) for text in texts},
            locale_id=self.translation.source.locale_id,
        )
        return set(known.values_list("data", flat=True))


def _texts(target: Any) -> _Shown:
    shown: _Shown = defaultdict(dict)
    for segment in extract_segments(target):
        if isinstance(segment, StringSegmentValue):
            shown[segment.path][_key(segment.string.data)] = segment.string.data
    return shown


def _around(path: str) -> str:
    return path.rpartition(".")[0]


def _key(html: str) -> str:
    """What a reader sees of a string: wagtail-localize moves spaces and tags when it takes text
    apart and puts it together."""
    return " ".join(StringValue(html).render_text().split())


def _by_machine(row: Any) -> bool:
    # Rows of older versions have no type; a person made them.
    return bool(row.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE)


def _is_slug(target: Any, path: str) -> bool:
    return isinstance(target, Page) and path == "slug"


def _related(translation: Any, target: Any | None = None) -> list[Unfinished]:
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
