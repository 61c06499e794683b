"""The edit form of a page with facts: on a translation it has none of them."""

from typing import Any

from cop_blocks.editing.forms import CopPageForm
from cop_blocks.facts.formsets import TextRowsFormSet, text_rows
from cop_blocks.facts.names import fact_names
from cop_blocks.facts.origin import facts_source


class FactsPageForm(CopPageForm):
    """Drops the fields and the rows of facts on a translation, so a forged POST changes nothing.

    Extend it for a form of your own. On a translation the dropped fields are not in
    ``self.fields`` nor in ``cleaned_data``: check facts where they are there, or on the model::

        class SessionPageForm(FactsPageForm):
            def clean(self):
                cleaned_data = super().clean()
                if self.facts_source is None:
                    ...  # cleaned_data["start_date"]
                return cleaned_data

        class SessionPage(SessionMixin, FactsMixin, Page):
            base_form_class = SessionPageForm

    Rules in ``Model.clean()`` hold on translations as well; they see the facts of the source.
    """

    #: The (base row of the) page whose facts this one shows; ``None``: it owns its facts.
    facts_source: Any = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.facts_source = facts_source(self.instance)
        if self.facts_source is not None:
            self._drop_facts()

    def _drop_facts(self) -> None:
        names = fact_names(type(self.instance))
        for field in names.columns:
            self.fields.pop(field.name, None)
        for relation in names.relations:
            self.formsets.pop(relation.get_accessor_name(), None)
        for facts in names.rows:
            name = facts.relation.get_accessor_name()
            if name in self.formsets:
                self.formsets[name] = text_rows(self.formsets[name], facts, self.facts_source)

    def save(self, commit: bool = True) -> Any:
        for formset in self.formsets.values():
            if isinstance(formset, TextRowsFormSet):
                formset.give_keys()
        return super().save(commit=commit)
