"""What cannot be true of an initiative, said at the field where it can be put right."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from cop_catalog.models import InitiativePageMixin


def initiative_errors(page: "InitiativePageMixin | Any") -> dict[str, str]:
    """Field -> message, in the active language; empty where all is well."""
    return _date_errors(page) | _amount_errors(page) | _state_errors(page)


def _date_errors(page: Any) -> dict[str, str]:
    if page.opens_on and page.closes_on and page.closes_on < page.opens_on:
        return {"closes_on": _("The closing date lies before the opening date.")}
    if page.is_rolling and page.closes_on:
        return {
            "is_rolling": _(
                "There is a closing date. Remove it, or take the tick away from “no closing date”."
            )
        }
    return {}


def _amount_errors(page: Any) -> dict[str, str]:
    errors = {}
    low, high = page.amount_min, page.amount_max
    if low is not None and high is not None and high < low:
        errors["amount_max"] = _("This amount is smaller than the amount it starts from.")
    currency = page.currency
    if not (len(currency) == 3 and currency.isascii() and currency.isupper()):
        errors["currency"] = _("Write the currency in three capital letters, as in EUR.")
    return errors


def _state_errors(page: Any) -> dict[str, str]:
    if page.state == "merged" and not page.successor_id:
        return {"successor": _("Choose the initiative that this one was merged into.")}
    if page.successor_id and page.successor_id == page.pk:
        return {"successor": _("An initiative cannot be its own successor.")}
    return {}
