"""The edit form of a theme page: one theme, and one page a theme."""

from typing import Any

from django.utils.translation import gettext as _

from cop_blocks.facts import FactsPageForm
from cop_blocks.models import Term


class ThemePageForm(FactsPageForm):
    """Answers at the field of the theme. A draft may still be without."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Formsets are saved after the model is cleaned: its rows are still the old ones then.
        self.instance._theme_is_checked_by_form = True
        formset = self.formsets.get("cop_term_rows")
        self._terms = formset.form_of_terms if formset else None
        if self._terms and "theme" in self._terms.fields:
            self._terms.fields["theme"].required = True

    def clean(self) -> Any:
        cleaned_data = super().clean()
        if self._terms and self._terms.is_valid():
            codes = self._terms.cleaned_data.get("theme") or []
            if len(codes) > 1:
                self._terms.add_error("theme", _("Choose one theme: a page is about one only."))
            elif codes and (other := self._page_of(codes[0])):
                self._terms.add_error(
                    "theme",
                    _("There is a page for this theme already: “%(title)s”.")
                    % {"title": other.title},
                )
        return cleaned_data

    def _page_of(self, code: str) -> Any | None:
        """Another page of this theme, in the same language and the same tree."""
        page = self.instance
        near = page if page.path else self.parent_page
        top = near.path[: 2 * near.steplen] if near else ""
        theme = Term.objects.filter(vocabulary__code="theme", code=code)
        return (
            type(page)
            ._default_manager.filter(
                locale_id=page.locale_id,
                path__startswith=top,
                cop_term_rows__tag__in=theme,
                alias_of__isnull=True,
            )
            .exclude(pk=page.pk)
            .first()
        )
