"""Errors that say what to do, in place of Django's own."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _


def say_what_to_do(form: Any) -> None:
    """Give the fields of a form, and of the rows on it, messages that help."""
    for field in form.fields.values():
        field.error_messages = {**field.error_messages, **_messages(field)}
    for formset in getattr(form, "formsets", {}).values():
        for row in formset.forms:
            if hasattr(row, "fields"):
                say_what_to_do(row)


def _messages(field: Any) -> dict[str, str]:
    found = {
        "max_length": _("Shorten this to %(limit_value)d characters; it has %(show_value)d now."),
        "min_value": _("Fill in %(limit_value)s or more."),
        "max_value": _("Fill in %(limit_value)s or less."),
    }
    if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
        found["required"] = (
            _("Choose one.") if isinstance(field, forms.ChoiceField) else _("Fill this in.")
        )
    if isinstance(field, forms.URLField):
        found["invalid"] = _("Fill in the whole web address, such as https://www.example.org/page.")
    elif isinstance(field, forms.EmailField):
        found["invalid"] = _("Fill in the whole e-mail address, such as name@example.org.")
    elif isinstance(field, forms.DateField):
        found["invalid"] = _("Choose a day in the calendar, or write it as year-month-day.")
    elif isinstance(field, forms.TimeField):
        found["invalid"] = _("Write the time as hours and minutes, such as 13:30.")
    elif isinstance(field, forms.DecimalField | forms.IntegerField):
        found["invalid"] = _("Fill in a number in digits, without signs or letters.")
    return found


class PlainErrorsMixin:
    """A form whose errors say what to do. Put it before the form."""

    def full_clean(self) -> None:
        say_what_to_do(self)
        super().full_clean()  # type: ignore[misc]
