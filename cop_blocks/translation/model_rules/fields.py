"""Relations and lists of fields that wagtail-localize copies wrongly, or not at all."""

from collections.abc import Iterator
from typing import Any

from django.core import checks
from django.db import models
from wagtail.models import Page

from cop_blocks.translation.model_rules.which import translated

PAGE_TRANSLATED = "cop_translation.W015"
MANY_TO_MANY = "cop_translation.W016"
ALL_FIELDS = "cop_translation.W017"


def check(model: Any) -> Iterator[checks.CheckMessage]:
    name = model.__name__
    for field_name, field in translated(model).items():
        if isinstance(field, models.ForeignKey) and issubclass(field.related_model, Page):
            yield checks.Warning(
                f"{name}.{field_name} chooses a page and is a TranslatableField: submitting fails, "
                "or translates the chosen page along.",
                hint=f"Leave TranslatableField({field_name!r}) out, and ask for the page of the "
                "visitor’s language where it is shown (`.localized`).",
                obj=model,
                id=PAGE_TRANSLATED,
            )
    for field in model._meta.many_to_many:
        if isinstance(field, models.ManyToManyField) and field.model is not Page:
            yield checks.Warning(
                f"{name}.{field.name} is many-to-many: it is copied to a translation once, and a "
                "later change never gets there.",
                hint="Make it rows: a model with a ParentalKey to the page and a ForeignKey.",
                obj=model,
                id=MANY_TO_MANY,
            )
    if "translatable_fields" in {key for each in model.__mro__ for key in vars(each)}:
        yield checks.Warning(
            f"{name}.translatable_fields lists every field by hand: one that is added later, also "
            "by an app, is not translated.",
            hint="Use override_translatable_fields for those that differ from the default.",
            obj=model,
            id=ALL_FIELDS,
        )
