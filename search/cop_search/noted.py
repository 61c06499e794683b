"""What the transaction at hand has written down already: a page saved ten times needs one row.

Django keeps what is to be done after the commit, and throws away what belonged to a savepoint that
was rolled back. So a note among it stands for a row that is still there.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass
class _Turn:
    """Shared by the notes of a transaction: the first works off for all of them."""

    is_over: bool = False


class Note:
    """To be called after the commit."""

    def __init__(self, connection: Any, page_ids: set[int], work_off: Callable[[], None]) -> None:
        self.page_ids = page_ids
        self.work_off = work_off
        turns = [note.turn for note in _notes(connection) if not note.turn.is_over]
        self.turn: _Turn = turns[0] if turns else _Turn()
        # Django names it in the log where it fails.
        self.__qualname__ = work_off.__qualname__

    def __call__(self) -> None:
        if not self.turn.is_over:
            # Also where it fails: once is enough to log it.
            self.turn.is_over = True
            self.work_off()


def noted(connection: Any) -> set[int]:
    """Pages that have a row, written in the transaction at hand."""
    return {page_id for note in _notes(connection) for page_id in note.page_ids}


def forget(connection: Any, page_ids: Collection[int]) -> None:
    """Their rows are gone before the transaction ended: what is saved next needs another."""
    for note in _notes(connection):
        note.page_ids = note.page_ids.difference(page_ids)


def _notes(connection: Any) -> Iterator[Note]:
    return (entry[1] for entry in connection.run_on_commit if isinstance(entry[1], Note))
