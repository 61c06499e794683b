"""A server that does not answer is left alone for a while, so that no visitor waits for it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from cop_search.delivery.target import Away
from cop_search.engines.elasticsearch.errors import Refused

#: In seconds.
REST = 30.0


class LeftAlone(Away):
    """It was not asked, for it did not answer just now."""


class Breaker:
    """Shared by all threads of a process. After ``limit`` failures in a row, one for each node that
    may be asked, nobody asks for ``REST`` seconds; then one does, and the others once that went
    well."""

    def __init__(self, limit: int = 1, clock: Callable[[], float] = time.monotonic) -> None:
        self._limit = max(1, limit)
        self._clock = clock
        self._lock = Lock()
        self._failures = 0
        self._until = 0.0

    @property
    def is_open(self) -> bool:
        """Whether the server is taken for away. Asks for nothing and changes nothing."""
        return self._failures >= self._limit

    @contextmanager
    def guard(self) -> Iterator[None]:
        """Raises ``LeftAlone`` at once where that is to be. What is ``Away`` inside counts as a
        failure; ``Refused`` is an answer too; all else says nothing of the server."""
        self._enter()
        try:
            yield
        except Refused:
            self._succeeded()
            raise
        except Away:
            self._failed()
            raise
        self._succeeded()

    def _enter(self) -> None:
        with self._lock:
            if self._failures < self._limit:
                return
            if self._clock() < self._until:
                raise LeftAlone("it did not answer just now, and is left alone for a while")
            # The one that asks now; should nothing come of it, another does after as long again.
            self._until = self._clock() + REST

    def _failed(self) -> None:
        with self._lock:
            self._failures += 1
            if self._failures >= self._limit:
                self._until = self._clock() + REST

    def _succeeded(self) -> None:
        with self._lock:
            self._failures = 0
