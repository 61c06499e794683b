"""What the names in ``facts`` stand for on a page type: columns, relations, columns of rows."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from modelcluster.fields import ParentalKey


class UnknownFact(ValueError):
    """A name in ``facts`` that the page type does not have."""


@dataclass(frozen=True, slots=True)
class RowFacts:
    """Rows of which some columns (and the order) are facts, the others text."""

    relation: Any
    columns: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class FactNames:
    """The facts of one page type as fields of Django."""

    columns: tuple[Any, ...]
    relations: tuple[Any, ...]
    rows: tuple[RowFacts, ...]

    @property
    def all_relations(self) -> tuple[Any, ...]:
        return (*self.relations, *(rows.relation for rows in self.rows))

    def named_by(self, update_fields: Any) -> bool:
        """Whether a save with these ``update_fields`` (``None``: all) writes a fact."""
        if update_fields is None:
            return True
        names = {name for field in self.columns for name in (field.name, field.attname)}
        names |= {relation.get_accessor_name() for relation in self.all_relations}
        return not names.isdisjoint(update_fields)


def fact_names(model: Any) -> FactNames:
    """The facts of a page class.

    Raises:
        UnknownFact: a name is no column, no child relation and no column of a child relation.
    """
    return _fact_names(model, tuple(model.facts))


@lru_cache(maxsize=256)
def _fact_names(model: Any, names: tuple[str, ...]) -> FactNames:
    columns: list[Any] = []
    relations: list[Any] = []
    rows: dict[Any, list[Any]] = {}
    for name in names:
        relation_name, _, column_name = name.partition(".")
        field = _field(model, relation_name, name)
        if _is_relation(field):
            if column_name:
                column = _field(field.related_model, column_name, name)
                if not column.concrete:
                    raise UnknownFact(name)
                rows.setdefault(field, []).append(column)
            else:
                relations.append(field)
        elif column_name or not field.concrete or field.many_to_many:
            raise UnknownFact(name)
        else:
            columns.append(field)
    return FactNames(
        columns=tuple(columns),
        relations=tuple(relations),
        rows=tuple(RowFacts(relation, tuple(of)) for relation, of in rows.items()),
    )


def _field(model: Any, field_name: str, name: str) -> Any:
    try:
        return model._meta.get_field(field_name)
    except FieldDoesNotExist:
        raise UnknownFact(name) from None


def _is_relation(field: Any) -> bool:
    return isinstance(field, models.ManyToOneRel) and isinstance(field.remote_field, ParentalKey)
