"""Names and descriptions of all languages side by side in an admin form.

A model keeps them as child rows, one a language; an editor sees a field a language.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.text import format_lazy
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from cop_blocks.editing.errors import PlainErrorsMixin
from cop_blocks.languages import content_languages


@dataclass(frozen=True, slots=True)
class LanguageFields:
    """The rows of ``relation``, and a form field for each of their ``columns``."""

    relation: str
    columns: Mapping[str, Callable[[], forms.Field]]
    #: At least one language needs this column, and so does a row that has anything else.
    needed: str = ""
    needed_message: Any = ""

    def name(self, column: str, language: str) -> str:
        return f"{column}_{language.replace('-', '_').lower()}"

    def form_class(self, base: type[Any] = WagtailAdminModelForm) -> type[Any]:
        """A form on top of ``base`` with a field for each column in each content language."""
        declared: dict[str, Any] = {"language_fields": self}
        for column, make in self.columns.items():
            for language, spoken in content_languages().items():
                field = make()
                field.required = False
                field.label = format_lazy("{} ({})", field.label, spoken)
                declared[self.name(column, language)] = field
        metaclass: Any = type(base)
        form_class: type[Any] = metaclass("LanguageForm", (LanguageFormMixin, base), declared)
        return form_class

    def panels(self) -> list[Any]:
        """A row a column, a field a language."""
        return [
            MultiFieldPanel(
                [
                    FieldRowPanel(
                        [
                            FieldPanel(self.name(column, language), required_on_save=True)
                            for language in content_languages()
                        ]
                    )
                ],
                heading=make().label,
            )
            for column, make in self.columns.items()
        ]


class LanguageFormMixin(PlainErrorsMixin):
    """Reads the fields from the rows and writes the rows from the fields. Rows of languages that
    the site no longer has are left alone."""

    language_fields: LanguageFields
    fields: Any
    initial: Any
    instance: Any
    cleaned_data: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for row in self._rows():
            for column in self.language_fields.columns:
                name = self.language_fields.name(column, row.language)
                if name in self.fields:
                    self.initial.setdefault(name, getattr(row, column))

    def clean(self) -> Any:
        cleaned_data = super().clean()  # type: ignore[misc]
        spec = self.language_fields
        if spec.needed:
            texts = {language: self._texts(language) for language in content_languages()}
            for language, row in texts.items():
                if any(row.values()) and not row[spec.needed]:
                    self._refuse(spec.name(spec.needed, language))
            if not any(any(row.values()) for row in texts.values()) and not self._other_rows():
                self._refuse(spec.name(spec.needed, next(iter(texts))))
        return cleaned_data

    def save(self, commit: bool = True) -> Any:
        self._write_rows()
        return super().save(commit=commit)  # type: ignore[misc]

    def _rows(self) -> list[Any]:
        return list(getattr(self.instance, self.language_fields.relation).all())

    def _other_rows(self) -> list[Any]:
        return [row for row in self._rows() if row.language not in content_languages()]

    def _texts(self, language: str) -> dict[str, str]:
        spec = self.language_fields
        return {
            column: self.cleaned_data.get(spec.name(column, language)) or ""
            for column in spec.columns
        }

    def _refuse(self, name: str) -> None:
        if name not in self.errors:  # type: ignore[attr-defined]
            self.add_error(name, self.language_fields.needed_message)  # type: ignore[attr-defined]

    def _write_rows(self) -> None:
        manager = getattr(self.instance, self.language_fields.relation)
        known = {row.language: row for row in self._rows()}
        rows = self._other_rows()
        for language in content_languages():
            texts = self._texts(language)
            if any(texts.values()):
                row = known.get(language) or manager.model(language=language)
                for column, text in texts.items():
                    setattr(row, column, text)
                rows.append(row)
        manager.set(rows)
