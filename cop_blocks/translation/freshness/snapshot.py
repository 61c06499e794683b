"""What a translation is made of, in a form that is small to keep and quick to compare.

Each entry is ``kind:path`` with a digest for every value that stands there. wagtail-localize's own
segments tell which texts changed. What is copied to a translation without being one (a date, the
level of a heading, the order of blocks) is an entry of its own, so that no change goes unseen.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from hashlib import blake2b
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel, get_serializable_data_for_fields
from wagtail.fields import RichTextField, StreamField
from wagtail.models import DraftStateMixin, TranslatableMixin
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.segments import (
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments

from cop_blocks.translation.freshness.pairing import is_of_its_text

Snapshot = dict[str, list[str]]

#: Wagtail's own account of a publication, which wagtail-localize leaves out for pages alone.
ACCOUNT = {"first_published_at", "go_live_at", "expire_at"}

#: The editor adds one to each paragraph that it opens.
BLOCK_KEY = re.compile(r'\s*data-block-key=\\?"[^"\\]*\\?"')


def snapshot(instance: Any) -> Snapshot:
    """Of an instance as its specific class."""
    found: Snapshot = {}
    for kind, path, value in (*_segments(instance), *_values(instance)):
        found.setdefault(f"{kind}:{path}", []).append(_digest(value))
    return found


def changes(before: Snapshot, after: Snapshot) -> int:
    """How many segments were changed, added or removed. What is no text of its own counts where
    no text at or below its place does."""
    gone: Counter[str] = Counter()
    come: Counter[str] = Counter()
    others = set()
    for key in before.keys() | after.keys():
        old, new = before.get(key, []), after.get(key, [])
        kind, _colon, path = key.partition(":")
        if kind == "order":
            old, new = [one for one in old if one in new], [one for one in new if one in old]
        if old == new:
            continue
        if kind == "string":
            # A path that is made of the text is another one for the new text: one change, not two.
            place = path.rpartition(".")[0] if is_of_its_text(path) else path
            gone[place] += _pieces(old, new) if old else 0
            come[place] += 0 if old else len(new)
        else:
            others.add(path)
    texts = {place: max(gone[place], come[place]) for place in gone.keys() | come.keys()}
    others -= {
        path
        for path in others
        if any(other.startswith(f"{path}.") for other in others)
        or any(f"{text}.".startswith(f"{path}.") for text in texts)
        or any(path.startswith(f"{text}.") for text in texts)
    }
    return sum(texts.values()) + len(others)


def _pieces(old: list[str], new: list[str]) -> int:
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    return sum(
        max(to - since, end - begin)
        for operation, since, to, begin, end in matcher.get_opcodes()
        if operation != "equal"
    )


def _segments(instance: Any) -> Iterator[tuple[str, str, Any]]:
    """Texts and what holds them together. Chosen objects are values of their field or block."""
    for segment in extract_segments(instance):
        if isinstance(segment, TemplateSegmentValue):
            yield "template", segment.path, segment.template
        elif isinstance(segment, StringSegmentValue):
            yield "string", segment.path, segment.string.data
            if segment.attrs:
                yield "attrs", segment.path, segment.attrs


def _values(instance: Any, base: str = "") -> Iterator[tuple[str, str, Any]]:
    """What is translated or copied, field by field, whatever wagtail-localize makes of it."""
    stored = (
        instance.serializable_data()
        if isinstance(instance, ClusterableModel)
        else get_serializable_data_for_fields(instance)
    )
    for translatable in get_translatable_fields(type(instance)):
        if not (translatable.is_translated(instance) or translatable.is_synchronized(instance)):
            continue
        if translatable.field_name in ACCOUNT and isinstance(instance, DraftStateMixin):
            continue
        field = translatable.get_field(type(instance))
        path = f"{base}{field.name}"
        if isinstance(field, StreamField):
            blocks = field.value_from_object(instance)
            for block in blocks:
                yield "order", path, block.id
                value = block.block.get_prep_value(block.value)
                yield "value", f"{path}.{block.id}", [block.block_type, _plain(value)]
        elif isinstance(field, models.ManyToOneRel) and isinstance(field.remote_field, ParentalKey):
            if issubclass(field.related_model, TranslatableMixin):
                for child in getattr(instance, field.get_accessor_name()).all():
                    key = str(child.translation_key)
                    yield "order", path, key
                    yield from _values(child, f"{path}.{key}.")
            else:
                rows = stored.get(field.get_accessor_name()) or []
                yield "value", path, [_row(row, field.related_model) for row in rows]
        elif not isinstance(field, RichTextField):
            value = stored.get(field.name)
            yield "value", path, "" if value is None else value


def _row(row: dict[str, Any], model: Any) -> dict[str, Any]:
    """Of a row that is copied: not which row it is, nor its number in the order."""
    leave_out = {"pk", "sort_order"} | {
        field.name for field in model._meta.fields if isinstance(field, ParentalKey)
    }
    return {name: value for name, value in row.items() if name not in leave_out}


def _plain(value: Any) -> Any:
    """A stored block without the names that its items are given."""
    if isinstance(value, dict):
        if "type" in value and "value" in value and value.keys() <= {"type", "value", "id"}:
            return [value["type"], _plain(value["value"])]
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return "" if value is None else value


def _digest(value: Any) -> str:
    text = json.dumps(value, cls=DjangoJSONEncoder, sort_keys=True, default=None)
    return blake2b(BLOCK_KEY.sub("", text).encode(), digest_size=12).hexdigest()
