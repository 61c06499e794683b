"""Draining for as long as it is let."""

import logging
from threading import Event

from django.db import InterfaceError, OperationalError, connections

from cop_search.delivery.backoff import pause
from cop_search.delivery.drain import drain
from cop_search.delivery.target import Away, targets

logger = logging.getLogger("cop_search")

_NO_DATABASE = (OperationalError, InterfaceError)


def watch(stop: Event, every: float) -> None:
    """Delivers what waits, again and again, with ``every`` seconds in between, until ``stop`` is
    set. While a server or the database is away it waits longer and longer."""
    failures = 0
    while not stop.is_set():
        try:
            _all(stop)
        except (Away, *_NO_DATABASE) as problem:
            failures += 1
            seconds = pause(failures)
            logger.warning("The search server gets nothing for %.0f s: %s", seconds, problem)
            if isinstance(problem, _NO_DATABASE):
                connections.close_all()
        else:
            if failures:
                logger.info("The search server is back")
            failures, seconds = 0, every
        stop.wait(seconds)


def _all(stop: Event) -> None:
    for name, target in targets().items():
        for _bundle in drain(name, target):
            if stop.is_set():
                return
