"""The segments of a source, with what is known of each in the language of the target."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.utils.text import slugify
from wagtail_localize.models import String, StringSegment, StringTranslation
from wagtail_localize.strings import StringValue

from cop_blocks.translation.completeness.shown import Shown, block_of, is_slug, key_of
from cop_blocks.translation.completeness.told import Unfinished, Why
from cop_blocks.translation.labels import label


class Known:
    """Of one translation; read when it is made, but for the segments."""

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
                by[path].add(key_of(row.data))
                if by is self.approved:
                    self.approved_within[block_of(path)].add(key_of(row.data))
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
        return [key_of(segment.string.data), *([key_of(row.data)] if row is not None else [])]

    def shows(self, target: Any, segment: Any, texts: Iterable[str]) -> bool:
        """Whether the approved translation of the segment is among the texts in its place."""
        if self.why_not(segment) is not None:
            return False
        row = self.known[segment.context.path, segment.string_id]
        if is_slug(target, segment.context.path):
            # Made of the translation, and numbered where another page has it.
            wanted = slugify(StringValue(row.data).render_text())
            return not wanted or any(f"{slugify(text)}-".startswith(f"{wanted}-") for text in texts)
        return key_of(row.data) in texts

    def foreign(self, target: Any, shown: Shown, typed: bool = True) -> list[Unfinished]:
        """Text of the source's language, or of a machine, that nobody approved in its place. Where
        nobody can have ``typed`` it, also all else that was not approved there."""
        moving = self.texts_of_moving(shown)
        asked = [
            (path, key, html)
            for path, texts in shown.items()
            for key, html in texts.items()
            if not self._is_approved(path, key, moving) and not is_slug(target, path)
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

    def texts_of_moving(self, shown: Shown) -> dict[str, set[str]]:
        """The texts of blocks that make paths of the texts themselves, as a table does of its
        cells: they have other paths in each language."""
        moving = {block_of(path) for path in self.paths if path not in shown} - {""}
        within: dict[str, set[str]] = {around: set() for around in moving}
        for path, texts in shown.items():
            if block_of(path) in moving:
                within[block_of(path)].update(texts)
        return within

    def _is_approved(self, path: str, key: str, moving: Collection[str]) -> bool:
        around = block_of(path)
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


def _by_machine(row: Any) -> bool:
    # Rows of older versions have no type; a person made them.
    return bool(row.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE)
