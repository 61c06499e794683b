"""A series as a line: its sessions in the order of time, each with where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cop_events.cards import Card, cards, when_from_json
from cop_events.dates import When
from cop_events.models.when import Status
from cop_events.nearness import nearness

if TYPE_CHECKING:
    from django.http import HttpRequest

#: What fits in a row that can still be read.
MOST = 6


@dataclass(frozen=True, slots=True)
class Point:
    """One session on the line."""

    card: Card
    when: When | None
    #: "past", "in 3 days", "date to follow", "cancelled".
    progress: str
    note: str
    #: Nothing to come at a known day: an open dot and a dashed line.
    is_open: bool
    #: The day is still to be told, so a reader may ask for it.
    is_awaited: bool


def line(pages: Sequence[Any], request: "HttpRequest | None", moment: datetime) -> list[Point]:
    """The points of ``pages``, given in the order of time; constant in queries."""
    shown = nearest(pages, moment, MOST)
    materials = _materials([page.pk for page in shown])
    return [_point(card, materials.get(card.page_id, 0), moment) for card in cards(shown, request)]


def nearest(pages: Sequence[Any], moment: datetime, most: int) -> list[Any]:
    """At most ``most`` in a row: half of them past where there are more on both sides."""
    past = sum(1 for page in pages if page.ends_at is not None and page.ends_at <= moment)
    start = max(0, min(past - most // 2, len(pages) - most))
    return list(pages[start : start + most])


def _point(card: Card, materials: int, moment: datetime) -> Point:
    when, status = when_from_json(card.card["when"]), card.card["status"]
    is_past = when is not None and when.is_past(moment)
    is_dated = when is not None and when.is_day_known
    if is_past and status == Status.PLANNED:
        return Point(card, when, _("past"), _left_behind(card, materials), False, False)
    if status != Status.PLANNED:
        said = _("cancelled") if status == Status.CANCELLED else _("postponed")
        return Point(card, when, said, "", True, False)
    words = nearness(when, moment) if when else _("date to follow")
    return Point(card, when, words, card.card["place"], not is_dated, not is_dated)


def _left_behind(card: Card, materials: int) -> str:
    """What a past session has to read."""
    documents = ngettext("%(count)s document", "%(count)s documents", materials) % {
        "count": materials
    }
    if card.card["has_report"]:
        if not materials:
            return _("Report")
        return _("Report and %(documents)s") % {"documents": documents}
    return documents if materials else _("Report to follow")


def _materials(page_ids: list[int]) -> dict[int, int]:
    from cop_events.models import SessionMaterial

    if not page_ids:
        return {}
    rows = SessionMaterial.objects.filter(page__in=page_ids).order_by().values("page")
    return dict(rows.annotate(found=Count("pk")).values_list("page", "found"))
