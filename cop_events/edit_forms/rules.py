"""When the fields of a session apply: a session of which only the month is known has no time."""

from cop_blocks.editing.rules import Rule
from cop_events.dates import Precision

_DAYS: Rule = {"precision": [Precision.TIME, Precision.DAY]}
_TIME: Rule = {"precision": [Precision.TIME]}
_MONTH: Rule = {"precision": [Precision.MONTH, Precision.MONTHS]}
# The modes are those of cop_events.models.when, which this module comes before.
_VENUE: Rule = {"mode": ["onsite", "hybrid"]}

APPLIES: dict[str, Rule] = {
    "start_date": _DAYS,
    "end_date": _DAYS,
    "start_time": _TIME,
    "end_time": _TIME,
    "start_month": _MONTH,
    "start_year": _MONTH,
    "end_month": {"precision": [Precision.MONTHS]},
    "venue_name": _VENUE,
    "venue_address": _VENUE,
    "venue_accessibility": _VENUE,
    "online_url": {"mode": ["online", "hybrid"]},
}
