"""One line on any page type puts the vocabularies on its edit form."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import get_language
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.admin.panels.group import PanelGroup

from cop_blocks.models import TermRow
from cop_blocks.terms.comparisons import TermsComparison, comparisons
from cop_blocks.terms.forms import TermsForm
from cop_blocks.terms.formsets import TermsFormSet
from cop_blocks.terms.queries import named_terms

RELATION = "cop_term_rows"


class TermsPanel(Panel):
    """The terms of a page, one field a vocabulary.

    With ``vocabularies`` it shows those, by code; without, it shows the ones that are for this page
    type and that no other such panel on it names. What it shows is asked when the form is made, so
    a new vocabulary is there at once.
    """

    #: Asked by the groups that hold panels.
    permission = None

    def __init__(self, vocabularies: Sequence[str] | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.vocabularies = tuple(vocabularies) if vocabularies is not None else None

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "vocabularies": self.vocabularies}

    @property
    def clean_name(self) -> str:
        return str(super().clean_name or "terms")

    def get_form_options(self) -> dict[str, Any]:
        # Nothing is asked of the database here: a system check builds every form before migrate.
        return {"formsets": {RELATION: {"formset": TermsFormSet, "fields": [], "extra": 0}}}

    def shows(self, vocabulary: Any) -> bool:
        if self.vocabularies is not None:
            return vocabulary.code in self.vocabularies
        return vocabulary.is_for(self.model) and vocabulary.code not in named_elsewhere(self.model)

    class BoundPanel(PanelGroup.BoundPanel):
        template_name = "cop_blocks/admin/terms_panel.html"

        @cached_property
        def terms_form(self) -> TermsForm | None:
            formset = getattr(self.form, "formsets", {}).get(RELATION)
            return formset.form_of_terms if formset else None

        @cached_property
        def codes(self) -> list[str]:
            form = self.terms_form
            if form is None:
                return []
            return [
                code
                for code, choices in form.vocabularies.items()
                if code in form.fields and self.panel.shows(choices.vocabulary)
            ]

        @cached_property
        def children(self) -> list[Any]:
            form = self.terms_form
            if form is None:
                return []
            return [
                FieldPanel(code, disable_comments=True)
                .bind_to_model(TermRow)
                .get_bound_panel(
                    instance=form.instance,
                    request=self.request,
                    form=form,
                    prefix=f"{self.prefix}-child-{code}",
                )
                for code in self.codes
            ]

        @property
        def visible_children_with_identifiers(self) -> list[tuple[Any, str]]:
            return list(zip(self.children, self.codes, strict=True))

        @property
        def shown_value(self) -> str:
            return ",".join(self.codes)

        @cached_property
        def read_only_terms(self) -> list[tuple[str, str]]:
            """Where the form has no terms (facts of a translation): names of vocabularies, each
            with the names of the terms that the page carries."""
            if self.terms_form or self.form is None:
                return []
            return named_terms(self.instance, self.panel.shows, get_language() or "")

        def is_shown(self) -> bool:
            return bool(self.children or self.read_only_terms)

        def get_comparison(self) -> list[Callable[[Any, Any], TermsComparison]]:
            return comparisons(self.panel.shows, get_language() or "")


def named_elsewhere(model: Any) -> set[str]:
    """The vocabularies that panels of this page type name themselves."""
    return {
        code
        for panel in _panels(model.get_edit_handler())
        if isinstance(panel, TermsPanel)
        for code in panel.vocabularies or ()
    }


def _panels(panel: Any) -> Iterator[Any]:
    yield panel
    for child in getattr(panel, "children", ()):
        yield from _panels(child)
