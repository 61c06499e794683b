"""Words for what is stored neutrally, in the active language."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.dateformat import format as format_date
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cop_catalog.state import Standing, Word

if TYPE_CHECKING:
    from cop_catalog.models import InitiativePageMixin


def standing_label(standing: Standing) -> str:
    """“Open until 1 May 2027”, “Paused”."""
    day = day_label(standing.on) if standing.on else ""
    match standing.word:
        case Word.SOON:
            return _("Opens on %(day)s") % {"day": day}
        case Word.OPEN if standing.on:
            return _("Open until %(day)s") % {"day": day}
        case Word.OPEN:
            return pgettext("initiative", "Open")
        case Word.ROLLING:
            return _("Open, no closing date")
        case Word.ACTIVE:
            return pgettext("initiative", "Active")
        case Word.ENDED:
            return _("Closed on %(day)s") % {"day": day}
        case Word.USED_UP:
            return _("Budget used up")
        case Word.PAUSED:
            return pgettext("initiative", "Paused")
        case Word.CLOSED:
            return pgettext("initiative", "Closed")
        case Word.WITHDRAWN:
            return pgettext("initiative", "Withdrawn")
        case Word.MERGED:
            return pgettext("initiative", "Merged")


def day_label(day: date) -> str:
    # Translators: the letters of Django's "date" filter, as in "26 November 2026".
    return format_date(day, pgettext("date format", "j F Y"))


def checked_label(verified_on: date | None) -> str:
    """Visitors always see how fresh an initiative is."""
    if verified_on is None:
        return _("not yet checked")
    return _("checked on %(day)s") % {"day": day_label(verified_on)}


def money_label(amount: Decimal, currency: str) -> str:
    """“€ 10.000” in Dutch, “€10,000” in English; cents only where there are any."""
    whole = amount == amount.to_integral_value()
    number = number_format(amount, decimal_pos=0 if whole else 2, force_grouping=True)
    if currency == "EUR":
        return pgettext("an amount in euros", "€%(number)s") % {"number": number}
    return f"{currency} {number}"


def amount_label(initiative: "InitiativePageMixin | Any") -> str:
    """“from €500 up to €10,000”, or nothing where no amount is known."""
    low, high, currency = initiative.amount_min, initiative.amount_max, initiative.currency
    if low is not None and high is not None and low == high:
        return money_label(high, currency)
    if low is not None and high is not None:
        return _("from %(low)s up to %(high)s") % {
            "low": money_label(low, currency),
            "high": money_label(high, currency),
        }
    if high is not None:
        return _("up to %(high)s") % {"high": money_label(high, currency)}
    if low is not None:
        return _("from %(low)s") % {"low": money_label(low, currency)}
    return ""


def share_label(share: Decimal | None) -> str:
    """“50% of the costs”."""
    if share is None:
        return ""
    whole = share == share.to_integral_value()
    number = number_format(share, decimal_pos=0 if whole else None)
    return _("%(number)s%% of the costs") % {"number": number}
