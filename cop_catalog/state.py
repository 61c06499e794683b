"""Where an initiative stands at a given day; computed when asked, never stored."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cop_search.facade import State


class Word(StrEnum):
    """What a visitor is told. Several words can mean the same :class:`State`."""

    SOON = "soon"
    OPEN = "open"
    ROLLING = "rolling"
    #: Nothing is known but that it is there.
    ACTIVE = "active"
    ENDED = "ended"
    USED_UP = "used_up"
    PAUSED = "paused"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Timing:
    """What an editor has said; ``state`` is one of ``InitiativePage.State``."""

    state: str = "active"
    opens_on: date | None = None
    closes_on: date | None = None
    is_rolling: bool = False
    budget_used_up: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """``on`` is the day that goes with the word: when it opens, or the last day to apply."""

    state: State
    word: Word
    on: date | None = None


def standing(timing: Timing, today: date) -> Standing:
    """What an editor has said of the whole initiative outweighs the budget, the budget the dates.

    Both the first and the last day count as open.
    """
    if timing.state != "active":
        return Standing(State.CLOSED, Word(timing.state))
    if timing.budget_used_up:
        return Standing(State.CLOSED, Word.USED_UP)
    if timing.opens_on and today < timing.opens_on:
        return Standing(State.SOON, Word.SOON, timing.opens_on)
    if timing.closes_on and today > timing.closes_on:
        return Standing(State.CLOSED, Word.ENDED, timing.closes_on)
    if timing.closes_on:
        return Standing(State.OPEN, Word.OPEN, timing.closes_on)
    if timing.is_rolling:
        return Standing(State.OPEN, Word.ROLLING)
    return Standing(State.OPEN, Word.OPEN if timing.opens_on else Word.ACTIVE)
