"""The segments of a source, in the place of ``TranslationSource.refresh_segments``.

It leaves the same rows: segments that are there stay, with their keys, those that lack are made,
those that went are deleted. Strings and templates are shared by all sources and only added.
"""

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid5

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationSource,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments

from cop_blocks.translation.batching import BATCHING
from cop_blocks.translation.batching.contexts import contexts
from cop_blocks.translation.seams import seam


@seam("wagtail_localize.models:TranslationSource.refresh_segments", guard=BATCHING)
def refresh_segments(original: Any, self: TranslationSource) -> None:
    with transaction.atomic():
        instance = self.as_instance()
        values = extract_segments(instance)
        places = contexts(self, instance, [value.path for value in values])
        for model, kind, columns in (
            (StringSegment, StringSegmentValue, _strings),
            (TemplateSegment, TemplateSegmentValue, _templates),
            (RelatedObjectSegment, RelatedObjectSegmentValue, _objects),
            (OverridableSegment, OverridableSegmentValue, _data),
        ):
            of_kind = [value for value in values if isinstance(value, kind)]
            found = columns(self, of_kind) if of_kind else []
            rows = [
                {"context_id": places[value.path], "order": value.order, **more}
                for value, more in zip(of_kind, found, strict=True)
            ]
            _keep(model, self, rows)


def _keep(model: Any, source: TranslationSource, rows: Sequence[dict[str, Any]]) -> None:
    """Leaves exactly these rows for the source."""
    wanted = {tuple(row.values()): row for row in rows}
    columns = list(rows[0]) if rows else []
    segments = model.objects.filter(source=source)
    there = {tuple(key): pk for pk, *key in segments.values_list("pk", *columns)}
    if gone := [pk for key, pk in there.items() if key not in wanted]:
        segments.filter(pk__in=gone).delete()
    model.objects.bulk_create(
        model(source=source, **row) for key, row in wanted.items() if key not in there
    )


def _strings(source: TranslationSource, values: Sequence[Any]) -> list[dict[str, Any]]:
    texts = {String._get_data_hash(value.string.data): value.string.data for value in values}

    def known() -> dict[UUID, int]:
        rows = String.objects.filter(locale_id=source.locale_id, data_hash__in=texts)
        return dict(rows.values_list("data_hash", "pk"))

    there = known()
    if lacking := texts.keys() - there.keys():
        String.objects.bulk_create(
            (
                String(locale_id=source.locale_id, data_hash=key, data=texts[key])
                for key in texts
                if key in lacking
            ),
            ignore_conflicts=True,
        )
        there = known()
    return [
        {
            "string_id": there[String._get_data_hash(value.string.data)],
            "attrs": _json(value.attrs),
        }
        for value in values
    ]


def _templates(source: TranslationSource, values: Sequence[Any]) -> list[dict[str, Any]]:
    by_uuid = {_template_uuid(value): value for value in values}

    def known() -> dict[UUID, int]:
        return dict(Template.objects.filter(uuid__in=by_uuid).values_list("uuid", "pk"))

    there = known()
    if lacking := [key for key in by_uuid if key not in there]:
        Template.objects.bulk_create(
            (
                Template(
                    uuid=key,
                    template=by_uuid[key].template,
                    template_format=by_uuid[key].format,
                    string_count=by_uuid[key].string_count,
                )
                for key in lacking
            ),
            ignore_conflicts=True,
        )
        there = known()
    return [{"template_id": there[_template_uuid(value)]} for value in values]


def _template_uuid(value: Any) -> UUID:
    """As ``Template.from_value`` makes it."""
    return uuid5(uuid5(Template.BASE_UUID_NAMESPACE, value.format), value.template)


def _objects(source: TranslationSource, values: Sequence[Any]) -> list[dict[str, Any]]:
    """The row of a chosen object has the object's translation key for its own."""
    TranslatableObject.objects.bulk_create(
        {
            value.translation_key: TranslatableObject(
                content_type=value.content_type, translation_key=value.translation_key
            )
            for value in values
        }.values(),
        ignore_conflicts=True,
    )
    return [{"object_id": value.translation_key} for value in values]


def _data(source: TranslationSource, values: Sequence[Any]) -> list[dict[str, Any]]:
    return [{"data_json": _json(value.data)} for value in values]


def _json(value: Any) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder)
