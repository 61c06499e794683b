"""The models that the rules are asked of, and their texts."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.fields import TranslatableField, get_translatable_fields

from cop_blocks.translation.kinds import is_row


def translated_models() -> Iterator[Any]:
    """Every concrete model that has a translation of its own: not rows, which belong to theirs,
    and not those of Wagtail itself."""
    for model in apps.get_models():
        if (
            issubclass(model, TranslatableMixin)
            and not model.__module__.startswith(("wagtail.", "wagtail_localize."))
            and not is_row(model)
        ):
            yield model


def translated(model: Any) -> dict[str, Any]:
    """Name -> field, of what wagtail-localize has translated; the host's own fields only."""
    found = {}
    for each in get_translatable_fields(model):
        if not isinstance(each, TranslatableField):
            continue
        field = each.get_field(model)
        if getattr(field, "model", None) is not Page:
            found[each.field_name] = field
    return found


def is_text(field: Any) -> bool:
    """Whether a visitor may read it: no relation."""
    return isinstance(field, models.CharField | models.TextField) or hasattr(field, "stream_block")


def row_models(model: Any) -> dict[str, Any]:
    """Name of the relation -> model of its rows, where they are translated."""
    if not hasattr(model, "copy_child_relation"):
        return {}
    return {
        relation.get_accessor_name(): relation.related_model
        for relation in get_all_child_relations(model)
        if issubclass(relation.related_model, TranslatableMixin)
    }
