"""Fields that are asked for only when they apply.

A page type says once when a field applies::

    APPLIES = {"end_month": {"precision": ["months"]}, "closes_on": {"is_rolling": []}}

An empty list means: while that box is not ticked. ``shown_when`` turns it into the attributes of
a panel, which Wagtail's own ``w-rules`` controller reads; ``ConditionalFieldsMixin`` is the judge
on the server. Without JavaScript all fields are there.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.utils.text import capfirst

#: Field -> the values that one of these may have.
Rule = Mapping[str, Sequence[str]]

#: For the panel around fields with rules: Wagtail looks at them when something changes there.
WATCHED = {"data-controller": "w-rules", "data-action": "change->w-rules#resolve"}

_TARGET = "data-w-rules-target"
_RULES = "data-w-rules"


def shown_when(rule: Rule) -> dict[str, str]:
    """The attributes of a panel that is there only while ``rule`` holds."""
    return {
        _TARGET: "show",
        _RULES: json.dumps({name: list(values) for name, values in rule.items()}),
    }


def without_rules(attrs: Mapping[str, Any]) -> dict[str, Any]:
    """For a panel on a form that lacks the fields of its rules: it is always there."""
    return {name: value for name, value in attrs.items() if name not in (_TARGET, _RULES)}


class ConditionalFieldsMixin:
    """Empties the fields that do not apply, and forgets what was wrong with them.

    Put it before the form; its ``clean()`` runs before the form's own looks at the fields.
    """

    applies: ClassVar[Mapping[str, Rule]] = {}

    fields: Any
    instance: Any

    def clean(self) -> Any:
        cleaned: dict[str, Any] = super().clean()  # type: ignore[misc]
        dropped = []
        for name, rule in self.applies.items():
            if name not in self.fields or self._holds(rule, cleaned):
                continue
            field = self.fields[name]
            if cleaned.get(name) not in field.empty_values or name in self._errors:  # type: ignore[attr-defined]
                dropped.append(capfirst(str(field.label)))
            self._errors.pop(name, None)  # type: ignore[attr-defined]
            cleaned[name] = _empty(field)
        #: Told to the editor after saving: nothing is dropped without a word.
        self.instance._cop_dropped = dropped
        return cleaned

    def _holds(self, rule: Rule, cleaned: Mapping[str, Any]) -> bool:
        """A field that is not on the form, or is wrong itself, rules out nothing."""
        return all(
            _matches(cleaned[name], values) for name, values in rule.items() if name in cleaned
        )


def _matches(value: Any, values: Sequence[str]) -> bool:
    return value in values if values else not value


def _empty(field: Any) -> Any:
    """What the field holds when nothing was filled in: ``""`` for texts, ``None`` else."""
    return getattr(field, "empty_value", None)
