"""The rows of a page behind one form."""

from collections import defaultdict
from typing import Any

from django.forms.utils import ErrorList
from django.utils.functional import cached_property
from modelcluster.forms import BaseChildFormSet

from cop_blocks.models import Term, TermRow
from cop_blocks.terms.forms import TermsForm, language_of
from cop_blocks.terms.validation import asked_by_form


class TermsFormSet(BaseChildFormSet):
    """Looks like a formset to Wagtail and holds a single form with a field a vocabulary."""

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        instance: Any = None,
        queryset: Any = None,
        prefix: str | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, files, instance=instance, queryset=queryset, prefix=prefix, **kwargs)
        self.new_objects: list[TermRow] = []
        self.changed_objects: list[tuple[TermRow, list[str]]] = []
        self.deleted_objects: list[TermRow] = []
        if self.is_bound:
            asked_by_form(self.instance, True)

    @cached_property
    def rows(self) -> list[TermRow]:
        return list(self.instance.cop_term_rows.all().select_related("tag__vocabulary"))

    @cached_property
    def forms(self) -> list[TermsForm]:
        carried: dict[str, list[str]] = defaultdict(list)
        for row in self.rows:
            carried[row.tag.vocabulary.code].append(row.tag.code)
        return [
            TermsForm(
                self.data if self.is_bound else None,
                prefix=self.prefix,
                carried=dict(carried),
            )
        ]

    @property
    def form_of_terms(self) -> TermsForm:
        return self.forms[0]

    def total_form_count(self) -> int:
        return 1

    def initial_form_count(self) -> int:
        return 1

    @property
    def initial_forms(self) -> list[TermsForm]:
        return self.forms

    @property
    def extra_forms(self) -> list[TermsForm]:
        return []

    @property
    def deleted_forms(self) -> list[TermsForm]:
        return []

    @property
    def ordered_forms(self) -> list[TermsForm]:
        return self.forms

    def _should_delete_form(self, form: Any) -> bool:
        return False

    def full_clean(self) -> None:
        self._errors = [self.form_of_terms.errors] if self.is_bound else []
        self._non_form_errors = ErrorList()

    def is_valid(self) -> bool:
        return bool(self.is_bound and self.form_of_terms.is_valid())

    def has_changed(self) -> bool:
        return self.form_of_terms.has_changed()

    @property
    def media(self) -> Any:
        return self.form_of_terms.media

    def save(self, commit: bool = True) -> list[TermRow]:
        asked_by_form(self.instance, False)
        if not self.form_of_terms.has_changed():
            return []
        kept = {row.tag_id: row for row in self.rows}
        chosen = self.form_of_terms.chosen(language_of(self.instance))
        rows = [*self._rows_not_shown(chosen)]
        for code in self.form_of_terms.vocabularies:
            rows += [
                kept[term.pk] if term.pk in kept else TermRow(tag=term)
                for term in chosen.get(code, [])
            ]
        for number, row in enumerate(rows):
            row.sort_order = number
        self.instance.cop_term_rows.set(rows)
        if commit:
            self.instance.cop_term_rows.commit()
        return rows

    def _rows_not_shown(self, chosen: dict[str, list[Term]]) -> list[TermRow]:
        return [row for row in self.rows if row.tag.vocabulary.code not in chosen]
