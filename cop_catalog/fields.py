"""A list of language codes, stored as JSON and edited as boxes to tick."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import get_language_info

#: In which languages an entrepreneur can be helped; wider than the languages of the site.
LANGUAGE_CODES = ("nl", "en", "de", "fr", "es", "pl", "bg", "ro", "tr", "ar", "uk", "zh-hans")


def language_name(code: str) -> str:
    """The name of a language in the active language; the code itself where nobody knows it."""
    try:
        name: str = get_language_info(code)["name_translated"]
    except KeyError:
        return code
    return name


def language_choices() -> Iterator[tuple[str, str]]:
    """Asked for every form, so that the names are in the language of the editor."""
    for code in LANGUAGE_CODES:
        yield code, language_name(code)


class LanguageCodesField(models.JSONField):
    """Stored in the order of the boxes; migrations know it as a plain JSON field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"default": list, "blank": True, **kwargs})

    @staticmethod
    def words(codes: Iterable[str]) -> list[str]:
        """For whoever shows a value: the languages by name."""
        return [str(language_name(code)) for code in codes]

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs

    def formfield(self, **kwargs: Any) -> Any:
        return forms.MultipleChoiceField(
            choices=language_choices,
            widget=forms.CheckboxSelectMultiple,
            required=False,
            label=str(self.verbose_name).capitalize(),
            help_text=self.help_text,
        )
