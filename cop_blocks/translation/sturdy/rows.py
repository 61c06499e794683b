"""Rows below rows follow the language of the row that they stand below."""

from typing import Any

from django.db.models.signals import pre_save
from modelcluster.fields import ParentalKey
from wagtail.models import Page, TranslatableMixin

from cop_blocks.translation.conf import is_off
from cop_blocks.translation.sturdy import STURDY


def connect() -> None:
    pre_save.connect(_before_save, dispatch_uid="cop_translation.rows")


def _before_save(sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """A copy for another language changes the language of rows, and leaves that of rows below
    them: two rows then are the same translation of one, which the database refuses."""
    if raw or not isinstance(instance, TranslatableMixin) or is_off(STURDY):
        return
    for parent in _parents(instance):
        if parent.locale_id is not None and parent.locale_id != instance.locale_id:
            instance.locale_id = parent.locale_id


def _parents(row: Any) -> list[Any]:
    """The translatable rows that it is a row of, as far as they are in memory."""
    cached = [
        row.__dict__["_state"].fields_cache.get(field.name)
        for field in row._meta.fields
        if isinstance(field, ParentalKey)
    ]
    return [
        parent
        for parent in cached
        if isinstance(parent, TranslatableMixin) and not isinstance(parent, Page)
    ]
