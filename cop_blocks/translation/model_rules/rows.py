"""Rows of a page: how deep they may lie, and how long their text may become."""

from collections.abc import Iterator
from typing import Any

from django.core import checks
from django.db import models

from cop_blocks.translation.model_rules.which import row_models, translated

NESTED = "cop_translation.W013"
SHORT = "cop_translation.W014"

#: Characters that are room enough for a line of text in any language.
ROOM = 1000


def check(model: Any) -> Iterator[checks.CheckMessage]:
    for relation, row in row_models(model).items():
        for deeper in row_models(row):
            yield checks.Warning(
                f"{model.__name__}.{relation} has rows of its own, {deeper}: wagtail-localize does "
                "not copy them as it should.",
                hint="Make a StreamField of what lies deeper than one level.",
                obj=model,
                id=NESTED,
            )
        for name, field in translated(row).items():
            if isinstance(field, models.CharField) and not _has_room(field):
                yield checks.Warning(
                    f"{model.__name__}.{relation}.{name} has room for {field.max_length} characters"
                    ", in the form as in the database: a longer translation is not kept.",
                    hint="Make it a TextField, with the limit in the form alone: "
                    f"validators=[MaxLengthValidator({field.max_length})] on its form field.",
                    obj=model,
                    id=SHORT,
                )


def _has_room(field: Any) -> bool:
    """Whether the database takes much, or twice what the form does: translations are longer."""
    if field.max_length is None or field.max_length >= ROOM:
        return True
    typed = getattr(field.formfield(), "max_length", None) or field.max_length
    return bool(field.max_length >= 2 * typed)
