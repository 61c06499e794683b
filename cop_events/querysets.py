"""Which sessions? Ask here; the moment is always an argument."""

from datetime import datetime
from typing import Any

from django.db.models import F, Q
from wagtail.models import PageManager
from wagtail.query import PageQuerySet


class SessionQuerySet(PageQuerySet):
    """Sessions by the last moment at which they can be going on."""

    def upcoming(self, at: datetime) -> Any:
        """Not over at ``at``, the nearest first; what has no date yet comes last."""
        return self.filter(Q(ends_at__gt=at) | Q(ends_at__isnull=True)).order_by(
            F("last_day").asc(nulls_last=True), F("starts_at").asc(nulls_last=True), "number", "pk"
        )

    def past(self, at: datetime) -> Any:
        """Over at ``at``, the latest first."""
        return self.filter(ends_at__lte=at).order_by("-last_day", "-starts_at", "-number", "-pk")

    def without_report(self, at: datetime) -> Any:
        """Over at ``at``, shown to visitors, and still without a word on what was learnt."""
        return self.live().filter(ends_at__lte=at, report=[]).exclude(status="cancelled")


SessionManager = PageManager.from_queryset(SessionQuerySet)
