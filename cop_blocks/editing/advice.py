"""What could be better about a page, told without getting in the way of publishing.

A feature registers a plain function for its page type in ``AppConfig.ready()``::

    register_advice(InitiativePageMixin, initiative_advice)

It gets the page as it is being edited and says what it finds, in the active language. Nothing is
asked of another server.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Advice:
    """``field`` is the name of a field or relation of the form; empty: it is about the page."""

    field: str
    message: str


Adviser = Callable[[Any], Iterable[Advice]]

_advisers: list[tuple[type, Adviser]] = []


def register_advice(model: type, adviser: Adviser) -> None:
    """Let ``adviser`` look at pages (and snippets) of ``model`` and of what is built on it."""
    if (model, adviser) not in _advisers:
        _advisers.append((model, adviser))


def advice_on(thing: Any) -> list[Advice]:
    """Everything there is to say, in the order of registration; each message once."""
    found = (
        advice
        for model, adviser in _advisers
        if isinstance(thing, model)
        for advice in adviser(thing)
    )
    return list(dict.fromkeys(found))
