"""What can be done with many initiatives at once."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from cop_blocks.listings.bulk import FactsBulkAction
from cop_catalog.cards import site_today
from cop_catalog.models import InitiativePage

State = InitiativePage.State

#: The states that need no more than being named: a merged initiative has a successor.
SIMPLE_STATES = (State.ACTIVE, State.PAUSED, State.CLOSED)


class CheckedToday(FactsBulkAction):
    """Says that all of it was found right today; visitors see the date."""

    models = [InitiativePage]
    display_name = gettext_lazy("Checked today")
    aria_label = gettext_lazy("Mark the chosen initiatives as checked today")
    question = gettext_lazy(
        "Did you make sure that everything in these initiatives is right? Visitors see today’s "
        "date."
    )
    action_type = "cop_checked_today"
    action_priority = 5

    def change(self, page: Any) -> None:
        page.verified_on = site_today()

    def is_so_already(self, page: Any) -> bool:
        return bool(page.verified_on == site_today())


class StateForm(forms.Form):
    state = forms.ChoiceField(
        label=gettext_lazy("State"),
        choices=[(state.value, state.label) for state in SIMPLE_STATES],
        widget=forms.RadioSelect,
    )


class SetState(FactsBulkAction):
    """Active, paused or closed for good."""

    models = [InitiativePage]
    form_class = StateForm
    display_name = gettext_lazy("Set the state")
    aria_label = gettext_lazy("Set the state of the chosen initiatives")
    question = gettext_lazy("Which state do these initiatives get? Visitors see it at once.")
    action_type = "cop_set_state"
    action_priority = 6

    def _state(self) -> Any:
        return self.cleaned_form.cleaned_data["state"]

    def change(self, page: Any) -> None:
        page.state = self._state()

    def is_so_already(self, page: Any) -> bool:
        return bool(page.state == self._state())
