"""What the edit form of a session checks, each error at the field where it can be put right."""

from datetime import date
from typing import Any

from django import forms
from django.utils.dates import MONTHS
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cop_blocks.editing.rules import ConditionalFieldsMixin
from cop_blocks.facts.forms import FactsPageForm
from cop_events.dates import Precision
from cop_events.edit_forms.rules import APPLIES
from cop_events.validation import FIRST_YEAR, LAST_YEAR, missing_errors, when_errors

MONTH_PRECISIONS = (Precision.MONTH, Precision.MONTHS)
MONTH_FIELDS = ("start_month", "start_year", "end_month")


def _months() -> list[tuple[str, str]]:
    """Asked for every form: the names are in the editor's language."""
    return [("", "---------"), *((str(number), capfirst(name)) for number, name in MONTHS.items())]


def _month_field(label: Any, help_text: Any = "") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        help_text=help_text,
        choices=_months,
        coerce=int,
        empty_value=None,
        required=False,
    )


class SessionPageForm(ConditionalFieldsMixin, FactsPageForm):
    """Lets an editor pick a month and a year where that is all that is known of the date.

    The page stores the first day of the month; month and year are fields of this form alone.
    """

    applies = APPLIES

    start_month = _month_field(gettext_lazy("Month"))
    start_year = forms.IntegerField(
        label=gettext_lazy("Year"), min_value=FIRST_YEAR, max_value=LAST_YEAR, required=False
    )
    end_month = _month_field(
        gettext_lazy("Second month"),
        gettext_lazy("Only with “Two months”. January after December is in the next year."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.facts_source is not None:
            for name in MONTH_FIELDS:
                self.fields.pop(name, None)
            return
        # Which fields are required depends on the precision: clean() says so at the field.
        if "start_date" in self.fields:
            self.fields["start_date"].required = False
        if self.instance.precision in MONTH_PRECISIONS:
            self._show_months()
        if not self.instance.pk and self.instance.number is None and self.parent_page:
            self.initial["number"] = self._next_number()

    def _show_months(self) -> None:
        start, end = self.instance.start_date, self.instance.end_date
        self.initial |= {"start_date": None, "end_date": None}
        if start:
            self.initial |= {"start_month": start.month, "start_year": start.year}
        if end:
            self.initial["end_month"] = end.month

    def clean(self) -> Any:
        cleaned = super().clean()
        if self.facts_source is None and "precision" in self.fields:
            self._clean_number(cleaned)
            if cleaned.get("precision") in MONTH_PRECISIONS:
                self._clean_months(cleaned)
            elif "precision" in cleaned:
                self._clean_days(cleaned)
        return cleaned

    def _clean_number(self, cleaned: Any) -> None:
        number = cleaned.get("number")
        if number is None or not self.parent_page:
            return
        others = self._siblings().filter(number=number).exclude(pk=self.instance.pk)
        if other := others.first():
            self.add_error(
                "number",
                _("This series already has a session %(number)s: “%(title)s”.")
                % {"number": number, "title": other.title},
            )

    def _clean_months(self, cleaned: Any) -> None:
        month, year = cleaned.get("start_month"), cleaned.get("start_year")
        second = cleaned.get("end_month")
        is_two = cleaned["precision"] == Precision.MONTHS
        if month and not year and "start_year" not in self.errors:
            self.add_error("start_year", _("Fill in the year as well."))
        if not month and (year or not self.is_deferred_validation):
            self.add_error("start_month", _("Choose the month."))
        if not month and not year and not self.is_deferred_validation:
            self.add_error("start_year", _("Fill in the year."))
        if is_two and not second and not self.is_deferred_validation:
            self.add_error(
                "end_month",
                _("Choose the second month, or choose “Only the month” above."),
            )
        if is_two and second and second == month:
            self.add_error("end_month", _("The second month is the same as the first."))
            second = None
        cleaned["start_date"] = date(year, month, 1) if month and year else None
        cleaned["end_date"] = None
        if is_two and second and month and year:
            cleaned["end_date"] = date(year + (second < month), second, 1)

    def _clean_days(self, cleaned: Any) -> None:
        if self.is_deferred_validation:
            return
        start, end = cleaned.get("start_date"), cleaned.get("end_date")
        starts, ends = cleaned.get("start_time"), cleaned.get("end_time")
        # The page's own clean() tells what is wrong, and once is enough.
        wrong = when_errors(cleaned["precision"], start, end, starts, ends)
        for name, message in missing_errors(cleaned["precision"], start, end, starts).items():
            if name not in self.errors and name not in wrong:
                self.add_error(name, message)

    def _siblings(self) -> Any:
        return type(self.instance)._default_manager.child_of(self.parent_page)

    def _next_number(self) -> int:
        numbers = self._siblings().exclude(number=None).values_list("number", flat=True)
        return max(numbers, default=0) + 1
