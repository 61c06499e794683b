"""Child rows whose columns are facts: compared, matched and copied between two pages."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import uuid4

from wagtail.models import TranslatableMixin

#: What a row on one page and a row on another have in common, ``None``: nothing.
RowKey = Any


def sort_field(relation: Any) -> str | None:
    """The column by which rows are ordered (Wagtail's ``Orderable`` names it), if any."""
    return getattr(relation.related_model, "sort_order_field", None)


def in_order(relation: Any, rows: Iterable[Any]) -> list[Any]:
    """Rows as a page shows them: by their order, then by age."""
    column = sort_field(relation)

    def position(row: Any) -> tuple[Any, ...]:
        order = getattr(row, column) if column else None
        return (order is None, order or 0, row.pk is None, row.pk or 0)

    return sorted(rows, key=position)


def rows_in_memory(page: Any, relation: Any) -> list[Any]:
    """The rows that a page holds: changed ones that are not stored yet, or else the stored ones."""
    return in_order(relation, getattr(page, relation.get_accessor_name()).all())


class StoredRows:
    """The stored rows of several pages, one query a relation."""

    def __init__(self, relations: Iterable[Any], page_ids: Iterable[int]) -> None:
        ids = list(page_ids)
        self._rows: dict[tuple[str, int], list[Any]] = defaultdict(list)
        for relation in relations:
            parent = relation.field
            found = relation.related_model._base_manager.filter(**{f"{parent.name}__in": ids})
            for row in in_order(relation, found):
                self._rows[relation.name, getattr(row, parent.attname)].append(row)

    def of(self, relation: Any, page_id: int) -> list[Any]:
        return list(self._rows.get((relation.name, page_id), ()))

    def replace(self, relation: Any, page_id: int, rows: Sequence[Any]) -> None:
        """Note which rows the page has from now on."""
        self._rows[relation.name, page_id] = list(rows)


def stored_value(field: Any, instance: Any) -> Any:
    """A value as the database would hold it, so that "10.50" and 10.5 are no difference."""
    value = getattr(instance, field.attname)
    try:
        return field.get_prep_value(value)
    except (TypeError, ValueError):
        return value


def copy_columns(fields: Iterable[Any], source: Any, target: Any) -> list[str]:
    """Give ``target`` the values of ``source``; the names of those that differed."""
    changed = []
    for field in fields:
        if stored_value(field, source) != stored_value(field, target):
            setattr(target, field.attname, getattr(source, field.attname))
            changed.append(field.name)
    return changed


def mirror_rows(
    relation: Any, source_rows: Sequence[Any], target_rows: Sequence[Any], source: Any, target: Any
) -> list[Any] | None:
    """The rows of ``target``, made equal to those of ``source``; ``None``: they are.

    Rows are re-used where they say the same and never by position: two that changed places would
    break a unique constraint for as long as only one of them is stored.
    """
    order = sort_field(relation)
    translatable = issubclass(relation.related_model, TranslatableMixin)
    shares_keys = source.translation_key == target.translation_key
    skipped = {relation.related_model._meta.pk.name, relation.field.name, order}
    if translatable:
        skipped.add("locale")
        if not shares_keys:
            skipped.add("translation_key")
    fields = [f for f in relation.related_model._meta.concrete_fields if f.name not in skipped]

    def says(row: Any) -> tuple[Any, ...]:
        return tuple(_hashable(stored_value(field, row)) for field in fields)

    free: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for row in target_rows:
        free[says(row)].append(row)

    changed = len(source_rows) != len(target_rows)
    result = []
    for original in source_rows:
        same = free[says(original)]
        if same:
            row = same.pop(0)
        else:
            changed = True
            row = relation.related_model(
                **{f.attname: getattr(original, f.attname) for f in fields}
            )
            if translatable:
                row.locale_id = target.locale_id
                if not shares_keys:
                    row.translation_key = uuid4()
        if order and getattr(row, order) != getattr(original, order):
            changed = True
            setattr(row, order, getattr(original, order))
        result.append(row)
    return result if changed else None


def _hashable(value: Any) -> Any:
    try:
        hash(value)
    except TypeError:
        return repr(value)
    return value


def follow_rows(
    relation: Any,
    columns: Iterable[Any],
    originals: dict[RowKey, Any],
    target_rows: Iterable[Any],
    keys: dict[int, RowKey],
) -> bool:
    """Give rows with text the columns and the order of their originals; whether any differed.

    ``keys`` says by ``id()`` which row has which original. Rows without an original stay as they
    are: they wait for the translator.
    """
    order = sort_field(relation)
    changed = False
    for row in target_rows:
        original = originals.get(keys.get(id(row)))
        if original is None:
            continue
        changed |= bool(copy_columns(columns, original, row))
        if order and getattr(row, order) != getattr(original, order):
            setattr(row, order, getattr(original, order))
            changed = True
    return changed


def own_keys(rows: Iterable[Any]) -> dict[int, RowKey]:
    """The key of each row of the source (by ``id()``)."""
    return {id(row): row.translation_key for row in rows}


def match_keys(
    rows: Sequence[Any],
    via_rows: Sequence[Any],
    via_keys: dict[int, RowKey],
    *,
    shares_keys: bool,
) -> dict[int, RowKey]:
    """The key of each row (by ``id()``), through the page that these rows were copied from.

    Translations of a page share the translation keys of their rows. An alias outside the group
    has its own, new ones at every publish, but is an exact copy: there rows match by place.
    """
    if shares_keys:
        by_key = {row.translation_key: via_keys.get(id(row)) for row in via_rows}
        return {id(row): by_key.get(row.translation_key) for row in rows}
    if len(rows) != len(via_rows):
        return {}
    return {id(row): via_keys.get(id(via_row)) for row, via_row in zip(rows, via_rows, strict=True)}
