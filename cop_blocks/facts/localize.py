"""What wagtail-localize is told about facts; nothing where it is not installed."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps


class UntouchedFields:
    """``override_translatable_fields`` of a class: its own list, and facts left alone.

    Looked up on the class, as wagtail-localize does, and made when asked for: without
    wagtail-localize its field classes are never imported.
    """

    def __init__(self, own: Iterable[Any] = (), names: Iterable[str] | None = None) -> None:
        self._own = list(own)
        self._names = None if names is None else list(names)

    def __get__(self, instance: Any, owner: Any) -> list[Any]:
        names = owner.facts if self._names is None else self._names
        untouched = [name for name in names if "." not in name]
        if not untouched or not apps.is_installed("wagtail_localize"):
            return list(self._own)
        from wagtail_localize.fields import BaseTranslatableField

        return [
            *(field for field in self._own if field.field_name not in untouched),
            # Neither translated nor synchronised. A SynchronizedField, even one that cannot be
            # overridden, brings old facts from the stored snapshot into the preview.
            *(BaseTranslatableField(name) for name in untouched),
        ]

    @classmethod
    def extend(cls, model: Any, names: Iterable[str] | None = None) -> None:
        """Keep the list that ``model`` declares itself, and add facts to it."""
        own = model.__dict__.get("override_translatable_fields")
        if isinstance(own, cls):
            return
        if own is None and names is None:
            return
        own = getattr(model, "override_translatable_fields", ()) if own is None else own
        model.override_translatable_fields = cls(own, names)


def leave_row_facts_alone() -> None:
    """Tell it about the columns of rows, whose models know nothing of facts. For ``ready()``."""
    from cop_blocks.facts.names import UnknownFact, fact_names
    from cop_blocks.facts.page_types import page_types

    for model in page_types():
        try:
            names = fact_names(model)
        except UnknownFact:
            continue  # a system check tells
        for facts in names.rows:
            UntouchedFields.extend(
                facts.relation.related_model, [column.name for column in facts.columns]
            )
