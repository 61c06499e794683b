"""What cards show: words made, when shown, of the neutral values that the index keeps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from cop_catalog.labels import checked_label, day_label, standing_label
from cop_catalog.state import Standing, Timing, standing

if TYPE_CHECKING:
    from cop_blocks.terms.labels import TermLabels
    from cop_search.facade import Hit


#: Stays with what it follows: no line begins with it.
SEPARATOR = "\N{NO-BREAK SPACE}· "


@dataclass(frozen=True, slots=True)
class ShownState:
    """``code`` is the shape (soon, open, closed), ``label`` the words beside it."""

    code: str
    label: str


def site_today() -> date:
    """Today where the site is, whatever the visitor's clock says."""
    return timezone.localdate(timezone=timezone.get_default_timezone())


def shown_state(timing: Timing, today: date | None = None) -> ShownState:
    found: Standing = standing(timing, today or site_today())
    return ShownState(found.state.value, standing_label(found))


def card_timing(card: Mapping[str, Any]) -> Timing:
    """The timing in the card of an initiative's index row."""
    return Timing(
        state=card.get("state", "active"),
        opens_on=_day(card.get("opens_on")),
        closes_on=_day(card.get("closes_on")),
        is_rolling=bool(card.get("is_rolling")),
        budget_used_up=bool(card.get("budget_used_up")),
    )


def card_foot(hit: "Hit", labels: "TermLabels") -> str:
    """Provider, region, and when it was checked: “Leerwerkloket · Rijnmond · not yet checked”. A
    good practice has those who took part in it, and is not checked."""
    parts = [
        ", ".join(hit.card.get("providers") or hit.card.get("organisations", ())),
        ", ".join(card_terms(hit, labels, ["region"])),
        _checked(_day(hit.card["verified_on"])) if "verified_on" in hit.card else "",
    ]
    return SEPARATOR.join(part for part in parts if part)


def _checked(verified_on: date | None) -> str:
    """The day in it stays on one line."""
    label = checked_label(verified_on)
    day = day_label(verified_on) if verified_on else ""
    return label.replace(day, day.replace(" ", "\N{NO-BREAK SPACE}")) if day else label


def card_terms(hit: "Hit", labels: "TermLabels", vocabularies: Iterable[str]) -> list[str]:
    """The names of a hit's terms of some vocabularies, in that order."""
    return [
        labels.label(vocabulary, code)
        for vocabulary in vocabularies
        for code in hit.terms.get(vocabulary, ())
    ]


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
