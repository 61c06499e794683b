"""How far away a session is, in words: "today", "in 3 days", "3 weeks ago", "date to follow"."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

if TYPE_CHECKING:
    from cop_events.dates import When

#: Up to here people count in days, and from there in weeks.
DAYS = 14
#: Up to here they count in weeks, then in months and, from two years on, in years.
WEEKS = 9 * 7
TWO_YEARS = 2 * 365


def nearness(when: "When", moment: datetime) -> str:
    """Where ``moment`` stands to ``when``, in the active language; days are those of its zone."""
    if when.is_past(moment):
        return _past(when, moment)
    if not when.is_day_known:
        return _("date to follow")
    today = moment.astimezone(when.zone).date()
    if today < when.first_day:
        return _ahead((when.first_day - today).days)
    has_begun = today > when.first_day or (when.is_time_known and when.starts_at <= moment)
    return _("going on now") if has_begun else _("today")


def _ahead(days: int) -> str:
    if days == 1:
        return _("tomorrow")
    if days < DAYS:
        return ngettext("in %(count)s day", "in %(count)s days", days) % {"count": days}
    if days < WEEKS:
        weeks = days // 7
        return ngettext("in %(count)s week", "in %(count)s weeks", weeks) % {"count": weeks}
    months = round(days / 30.44)
    return ngettext("in %(count)s month", "in %(count)s months", months) % {"count": months}


def _past(when: "When", moment: datetime) -> str:
    if not when.is_day_known:
        return _("past")
    return _ago((moment.astimezone(when.zone).date() - when.last_day).days)


def _ago(days: int) -> str:
    if days == 0:
        return _("earlier today")
    if days == 1:
        return _("yesterday")
    if days < DAYS:
        return ngettext("%(count)s day ago", "%(count)s days ago", days) % {"count": days}
    if days < WEEKS:
        weeks = days // 7
        return ngettext("%(count)s week ago", "%(count)s weeks ago", weeks) % {"count": weeks}
    if days < TWO_YEARS:
        months = round(days / 30.44)
        return ngettext("%(count)s month ago", "%(count)s months ago", months) % {"count": months}
    years = days // 365
    return ngettext("%(count)s year ago", "%(count)s years ago", years) % {"count": years}
