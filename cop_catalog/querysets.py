"""Which initiatives? Ask here; the day is always an argument."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

#: What is said of the whole initiative and still asks to be checked.
CHECKED = ("active", "paused")


class InitiativeQuerySet(PageQuerySet):
    """Initiatives by where they stand on a day; see ``cop_catalog.state`` for the words."""

    def open(self, on: date) -> Any:
        """One can apply on this day, its first and last day included."""
        return self._active().filter(
            Q(opens_on__isnull=True) | Q(opens_on__lte=on),
            Q(closes_on__isnull=True) | Q(closes_on__gte=on),
            budget_used_up=False,
        )

    def soon(self, on: date) -> Any:
        """Opens after this day."""
        return self._active().filter(opens_on__gt=on, budget_used_up=False)

    def closed(self, on: date) -> Any:
        """Neither open nor soon, for whatever reason."""
        return self.exclude(pk__in=self.open(on).order_by().values("pk")).exclude(
            pk__in=self.soon(on).order_by().values("pk")
        )

    def to_check(self, on: date) -> Any:
        """Shown to visitors, and longer ago checked than its interval allows, or never."""
        late = Q(verified_on__isnull=True)
        # Adding a column of days to a date is written differently by each database.
        for days in set(self.order_by().values_list("review_interval_days", flat=True).distinct()):
            late |= Q(review_interval_days=days, verified_on__lt=on - timedelta(days))
        return self.live().filter(late, state__in=CHECKED)

    def past_their_date(self, on: date) -> Any:
        """Shown as active, with a closing date that has gone by."""
        return self._active().live().filter(closes_on__lt=on)

    def _active(self) -> Any:
        return self.filter(state="active")


InitiativeManager = PageManager.from_queryset(InitiativeQuerySet)
