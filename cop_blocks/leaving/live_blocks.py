"""Blocks of ours in the host's StreamFields: where they stand, and out of rows and revisions."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.blocks import Block, ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.models import Revision

from cop_blocks.base_page import Page
from cop_blocks.leaving.ours import APPS
from cop_blocks.streamfield.registry import live_blocks

IsGone = Callable[[Block], bool]


def is_live_block(block: Block) -> bool:
    """A list that only we can make: it says nothing once we are gone."""
    return isinstance(block, tuple(type(live) for live in live_blocks()))


def is_block_of_ours(block: Block) -> bool:
    """Any block of ours, texts too."""
    return is_live_block(block) or type(block).__module__.partition(".")[0] in APPS


@dataclass(frozen=True, slots=True)
class Finding:
    """The blocks in one field of one row, or in all fields of one stored version."""

    thing: Any
    names: tuple[str, ...]
    is_revision: bool = False


def find(is_gone: IsGone, *, remove: bool) -> Iterator[Finding]:
    """Where such blocks stand in models that are not ours; with ``remove`` they are taken out.

    Each row and each revision in a transaction of its own: it may be stopped and run again.
    """
    for model in apps.get_models():
        if model._meta.app_label in APPS:
            continue
        fields = _fields(model, is_gone)
        for field in fields:
            for row in model._base_manager.order_by("pk").iterator():
                if finding := _in_row(row, field, is_gone, remove=remove):
                    yield finding
        children = _children(model, is_gone)
        if fields or children:
            yield from _in_revisions(model, fields, children, is_gone, remove=remove)


def cleaned(block: Block, raw: Any, is_gone: IsGone) -> tuple[Any, list[str]]:
    """Stored data without such blocks, and the names of those that were in it."""
    found: list[str] = []
    kept: Any = raw
    if isinstance(block, StreamBlock) and isinstance(raw, list):
        kept = []
        for item in raw:
            child = block.child_blocks.get(item.get("type"))
            if child is not None and is_gone(child):
                found.append(item["type"])
                continue
            value, names = cleaned(child, item["value"], is_gone) if child else (item["value"], [])
            found += names
            kept.append({**item, "value": value} if names else item)
    elif isinstance(block, StructBlock) and isinstance(raw, dict):
        kept = {}
        for name, value in raw.items():
            child = block.child_blocks.get(name)
            if child is not None and is_gone(child):
                found.append(name)
                continue
            kept[name], names = cleaned(child, value, is_gone) if child else (value, [])
            found += names
    elif isinstance(block, ListBlock) and isinstance(raw, list):
        kept = []
        for item in raw:
            is_wrapped = isinstance(item, dict) and item.get("type") == "item"
            inner = item["value"] if is_wrapped else item
            if is_gone(block.child_block):
                found.append(type(block.child_block).__name__)
                continue
            value, names = cleaned(block.child_block, inner, is_gone)
            found += names
            kept.append({**item, "value": value} if is_wrapped else value)
    return (kept, found) if found else (raw, [])


def _in_row(row: Any, field: Any, is_gone: IsGone, *, remove: bool) -> Finding | None:
    stream = getattr(row, field.name)
    kept, names = cleaned(field.stream_block, list(stream.get_prep_value()), is_gone)
    if not names:
        return None
    if remove:
        with transaction.atomic():
            setattr(row, field.name, json.dumps(kept))
            if isinstance(row, Page):
                if row.live:
                    row.last_published_at = timezone.now()
                row.save(update_fields=[field.name, "last_published_at"], clean=False)
            else:
                row.save(update_fields=[field.name])
    return Finding(row, tuple(names))


def _in_revisions(
    model: Any, fields: list[Any], children: dict[str, list[Any]], is_gone: IsGone, *, remove: bool
) -> Iterator[Finding]:
    kind = ContentType.objects.get_for_model(model)
    for revision in Revision.objects.filter(content_type=kind).order_by("pk").iterator():
        content = revision.content
        holders = [(content, fields)]
        for relation, columns in children.items():
            holders += [(row, columns) for row in content.get(relation) or ()]
        found: list[str] = []
        for holder, columns in holders:
            for field in columns:
                raw = holder.get(field.name)
                data = json.loads(raw) if isinstance(raw, str) and raw else raw
                kept, names = cleaned(field.stream_block, data, is_gone)
                if names:
                    holder[field.name] = json.dumps(kept)
                    found += names
        if found:
            if remove:
                Revision.objects.filter(pk=revision.pk).update(content=content)
            yield Finding(revision, tuple(found), is_revision=True)


def _fields(model: Any, is_gone: IsGone) -> list[Any]:
    return [
        field
        for field in model._meta.local_fields
        if isinstance(field, StreamField) and _holds(field.stream_block, is_gone)
    ]


def _children(model: Any, is_gone: IsGone) -> dict[str, list[Any]]:
    found = {
        relation.get_accessor_name(): _fields(relation.related_model, is_gone)
        for relation in get_all_child_relations(model)
    }
    return {name: fields for name, fields in found.items() if fields}


def _holds(block: Block, is_gone: IsGone) -> bool:
    inner = [*getattr(block, "child_blocks", {}).values()]
    if isinstance(block, ListBlock):
        inner.append(block.child_block)
    return any(is_gone(child) or _holds(child, is_gone) for child in inner)
