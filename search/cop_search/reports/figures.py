"""Counters added up: by question, and by week."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Max, QuerySet, Sum
from django.db.models.functions import TruncWeek

from cop_search.models import SearchCount

#: So many weeks are shown, the latest first.
WEEKS = 26


@dataclass(frozen=True, slots=True)
class Week:
    """``monday`` is its first day. ``times`` holds all searches, also those of which the words are
    not kept."""

    monday: date
    times: int
    without: int

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)


def by_question(counts: "QuerySet[SearchCount]") -> Any:
    """One row a question of which the words are kept: the most asked first."""
    return (
        counts.exclude(text="")
        .order_by()
        .values("site_id", "locale", "key")
        .annotate(
            words=Max("text"),
            times=Sum("number"),
            without=Sum("without_results"),
            latest=Max("day"),
        )
        .order_by("-times", "words", "key")
    )


def by_week(counts: "QuerySet[SearchCount]") -> list[Week]:
    """One statement."""
    found = (
        counts.order_by()
        .annotate(week=TruncWeek("day"))
        .values("week")
        .annotate(times=Sum("number"), without=Sum("without_results"))
        .order_by("-week")
    )
    return [Week(row["week"], row["times"], row["without"]) for row in found[:WEEKS]]


def in_week(counts: "QuerySet[SearchCount]", monday: str) -> "QuerySet[SearchCount]":
    """Those of the week that begins on a day, as “2026-11-23”; none for nonsense."""
    try:
        first = date.fromisoformat(monday)
        last = first + timedelta(days=6)
    except (ValueError, OverflowError):
        return counts.none()
    return counts.filter(day__range=(first, last))
