"""Rows with text on the form of a translation: their text alone, and those that wait for it."""

from typing import Any

from django import forms

from cop_blocks.facts.names import RowFacts
from cop_blocks.facts.rows import StoredRows, copy_columns, rows_in_memory

#: Hidden in the form of a row that is not stored yet: which row of the source it translates.
ROW_KEY = "cop_row_key"


class TextRowsFormSet:
    """Added to the formset of a translation by ``text_rows``.

    The columns that are facts are not there. Rows of the source that wait for their translation
    are offered empty, with the text of the source as a placeholder; one that is left empty goes on
    waiting. A row that is no translation of anything is dropped: it would have no facts.
    """

    facts: RowFacts
    originals: dict[str, Any]

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)  # type: ignore[misc]
        for column in self.facts.columns:
            form.fields.pop(column.name, None)
        if index is None or form.instance.pk:
            return
        form.fields[ROW_KEY] = forms.CharField(
            required=False,
            widget=forms.HiddenInput,
            initial=str(form.instance.translation_key),
        )
        original = self.originals.get(form[ROW_KEY].value())
        if original is not None:
            copy_columns(self.facts.columns, original, form.instance)
        for name in self._text_names(form):
            text, widget = getattr(original, name, None), form.fields[name].widget
            if isinstance(text, str) and isinstance(widget, forms.TextInput | forms.Textarea):
                widget.attrs["placeholder"] = text

    def give_keys(self) -> None:
        """Make the rows that were translated just now the translations of their originals."""
        for form in self.forms:  # type: ignore[attr-defined]
            row = form.instance
            original = self.originals.get(form.cleaned_data.get(ROW_KEY) or "")
            if original is not None and not row.pk:
                row.translation_key = original.translation_key
                row.locale_id = self.instance.locale_id  # type: ignore[attr-defined]

    def _should_delete_form(self, form: Any) -> bool:
        return super()._should_delete_form(form) or (  # type: ignore[misc]
            not form.instance.pk
            and (
                form[ROW_KEY].value() not in self.originals
                or not any(form[name].value() for name in self._text_names(form))
            )
        )

    def _text_names(self, form: Any) -> list[str]:
        aside = {ROW_KEY, "DELETE", "ORDER", form.instance._meta.pk.name}
        return [name for name in form.fields if name not in aside]


def text_rows(formset: Any, facts: RowFacts, source: Any) -> Any:
    """The formset of a translation in place of ``formset``, which knows nothing of facts."""
    page = formset.instance
    originals = {}
    if source.live:
        rows = StoredRows([facts.relation], [source.pk]).of(facts.relation, source.pk)
        originals = {str(row.translation_key): row for row in rows}
    held = [str(row.translation_key) for row in rows_in_memory(page, facts.relation)]
    waiting = [key for key in originals if key not in held]
    cls = type(
        type(formset).__name__,
        (TextRowsFormSet, type(formset)),
        {
            "facts": facts,
            "originals": originals,
            "extra": len(waiting),
            # Nobody can ask for one more.
            "max_num": len(held) + len(waiting),
            "validate_max": False,
        },
    )
    return cls(
        formset.data if formset.is_bound else None,
        formset.files if formset.is_bound else None,
        instance=page,
        prefix=formset.prefix,
        form_kwargs=formset.form_kwargs,
        initial=[{ROW_KEY: key} for key in waiting],
    )
