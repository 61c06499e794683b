"""What happened to sources during a request, until somebody can be told or asked."""

from contextvars import ContextVar
from dataclasses import dataclass, field

from cop_blocks.translation.cascades.following import Outcome


@dataclass(slots=True)
class Happened:
    """One act on one source; rows by their keys (``counterparts.key_of``). ``open`` are the
    translations that await an answer."""

    act: str
    source: str
    title: str
    open: list[str] = field(default_factory=list)
    outcome: Outcome = field(default_factory=Outcome)


_happened: ContextVar[list[Happened] | None] = ContextVar("cop_translation_happened", default=None)
_in_hand: ContextVar[frozenset[str]] = ContextVar("cop_translation_in_hand", default=frozenset())


def begin(**kwargs: object) -> None:
    """At the start of a request: a thread takes one after another."""
    _happened.set([])
    _in_hand.set(frozenset())


def end(**kwargs: object) -> None:
    """At its end: what the thread does next is not for the person who asked before."""
    _happened.set(None)
    _in_hand.set(frozenset())


def remember(happened: Happened) -> None:
    """Kept only within a request; a command has nobody to ask. A restriction and the groups that
    it lets in come as two signals."""
    waiting = _happened.get()
    if waiting is None:
        return
    for known in waiting:
        if (known.act, known.source) == (happened.act, happened.source):
            known.open = sorted({*known.open, *happened.open})
            known.outcome = happened.outcome
            return
    waiting.append(happened)


def take() -> list[Happened]:
    """All of it, once."""
    waiting = _happened.get()
    if waiting is not None:
        _happened.set([])
    return waiting or []


def take_in_hand(keys: set[str]) -> None:
    """Wagtail's own view is about to act on these translations itself."""
    _in_hand.set(_in_hand.get() | keys)


def is_in_hand(key: str) -> bool:
    return key in _in_hand.get()
