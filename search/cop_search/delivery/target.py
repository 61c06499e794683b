"""The seam between the outbox and a search server: what is told of a page, and to whom."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from cop_search import outbox
from cop_search.documents import Draft


class Away(Exception):
    """The server takes nothing now: not reached, too busy, or not ready. The message says which.
    What was sent may have arrived or not; it is sent again."""


#: Language and site.
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Stored:
    """A document as the tables have it: ``document_id`` is its key there."""

    document_id: int
    draft: Draft


@dataclass(frozen=True, slots=True)
class Change:
    """What holds of a page since ``version``; ``document`` is ``None`` for one that is to go."""

    page_id: int
    version: int
    document: Stored | None


@dataclass(frozen=True, slots=True)
class Held:
    """What the server says that it holds of a page."""

    page_id: int
    document_id: int
    fingerprint: str
    locale: str
    site_id: int


@dataclass(frozen=True, slots=True)
class State:
    """How a server is: what it calls itself (a colour, say), its nodes by name, and how many
    documents it holds of each language."""

    status: str
    nodes: Sequence[str]
    documents: Mapping[str, int]


class Index(Protocol):
    """Documents by page. Of each page it keeps the change with the highest version, whatever the
    order in which they arrive, also where that took the page away."""

    def send(self, changes: Sequence[Change]) -> Mapping[int, str]:
        """Answers the pages that it will never take as they are, with what it says of them. Raises
        ``Away``. When it returns, all others are kept, also through a restart."""

    def held(self) -> Iterator[Held]:
        """All that it holds, as of one moment. Raises ``Away``."""


class Beside(Index, Protocol):
    """An index that is being filled beside the one that answers: ``send`` is for pages that it has
    not yet."""

    def follow(self, changes: Sequence[Change]) -> Mapping[int, str]:
        """As ``send``, of pages that may be in it in another language or on another site."""

    def swap(self) -> None:
        """From now on it answers, at once and as a whole; the other goes. Raises ``Away``, also
        where another rebuild has begun meanwhile."""


class Target(Index, Protocol):
    """A search server: the index that answers. What it is sent also goes to one that is being
    filled beside it."""

    @property
    def schema(self) -> str:
        """What its documents are made of: where that is another text, they are to be made anew."""

    def begin(self, places: Collection[Place]) -> Beside:
        """An empty index beside, for these languages and sites at least, that is sent all that is
        sent from now on; what an interrupted rebuild left is gone. Raises ``Away``."""

    def state(self) -> State:
        """Raises ``Away``."""


_targets: dict[str, Callable[[], Target]] = {}


def register_target(
    name: str, make: Callable[[], Target], is_on: Callable[[], bool] = lambda: True
) -> None:
    """Have every change written down for the server ``name``, as long as ``is_on``, and delivered
    by ``cop_search_drain``. Call it in ``ready()``."""
    outbox.register_reader(name, is_on)
    _targets[name] = make


def unregister_target(name: str) -> None:
    outbox.unregister_reader(name)
    _targets.pop(name, None)


def targets() -> dict[str, Target]:
    """The servers that are told of changes now."""
    return {name: _targets[name]() for name in outbox.other_readers() if name in _targets}
