"""Things as plain data: every field of a page or snippet, its child rows and its terms."""

from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Prefetch
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import Locale

from cop_blocks.base_page import Page
from cop_blocks.terms.labels import TermLabels, term_labels

Record = dict[str, Any]

TERMS = "cop_term_rows"
#: What Wagtail keeps for itself in child rows.
_OF_ROWS = {"id", "sort_order", "locale", "translation_key"}


def records_of(model: Any) -> Iterator[Record]:
    """One record a row; of pages one a language. A page that was never published is told as its
    latest draft says. Constant in queries but for such drafts."""
    relations = [
        relation
        for relation in get_all_child_relations(model)
        if relation.get_accessor_name() not in (TERMS, "wagtail_admin_comments")
    ]
    is_page = issubclass(model, Page)
    rows = model._default_manager.order_by("pk").prefetch_related(
        *(_with_names(relation) for relation in relations)
    )
    own = [field for field in model._meta.local_fields if not field.primary_key]
    rows = rows.select_related(
        *(field.name for field in own if isinstance(field, models.ForeignKey))
    )
    labels: dict[str, TermLabels] = {}
    if is_page:
        rows = rows.select_related("locale").prefetch_related(f"{TERMS}__tag__vocabulary")
        languages = Locale.objects.values_list("language_code", flat=True)
        labels = {language: term_labels(language) for language in languages}
    for row in rows.iterator(chunk_size=200):
        says = row
        if is_page and not row.live and row.latest_revision_id:
            says = row.get_latest_revision_as_object()
        record = _head(row, says) if is_page else {"id": row.pk}
        for field in own:
            record[field.name] = _value(says, field)
        for relation in relations:
            record[relation.get_accessor_name()] = [
                {field.name: _value(child, field) for field in _columns(relation)}
                for child in getattr(says, relation.get_accessor_name()).all()
            ]
        if is_page:
            record["terms"] = _terms(says, labels[row.locale.language_code])
        yield record


def _head(row: Any, says: Any) -> Record:
    return {
        "id": row.pk,
        "translation_key": str(row.translation_key),
        "language": row.locale.language_code,
        "address": row.full_url or "",
        "live": row.live,
        "first_published_at": _plain(row.first_published_at),
        "last_published_at": _plain(row.last_published_at),
        "title": says.title,
    }


def _with_names(relation: Any) -> Any:
    keys = [field.name for field in _columns(relation) if isinstance(field, models.ForeignKey)]
    rows = relation.related_model._default_manager.select_related(*keys)
    return Prefetch(relation.get_accessor_name(), rows)


def _columns(relation: Any) -> list[Any]:
    return [
        field
        for field in relation.related_model._meta.concrete_fields
        if field.name not in _OF_ROWS and field != relation.field
    ]


def _value(thing: Any, field: Any) -> Any:
    if isinstance(field, models.ForeignKey):
        key = getattr(thing, field.attname)
        if key is None:
            return None
        named = getattr(thing, field.name)
        return {"id": _plain(key), "name": str(named), **_file(named)}
    if isinstance(field, StreamField):
        stream = getattr(thing, field.name)
        words = "\n".join(field.stream_block.get_searchable_content(stream))
        return {"blocks": list(stream.get_prep_value()), "text": words}
    return _plain(getattr(thing, field.name))


def _file(named: Any) -> Record:
    file = getattr(named, "file", None)
    return {"file": file.name} if file else {}


def _plain(value: Any) -> Any:
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if value is None or isinstance(value, (bool, int, float, str, list, dict)):
        return value
    return str(value)


def _terms(page: Any, labels: TermLabels) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in page.cop_term_rows.all():
        code = row.tag.vocabulary.code
        found.setdefault(code, []).append(labels.label(code, row.tag.code))
    return found
