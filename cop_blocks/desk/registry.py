"""Who has something to say on the dashboard. Providers are asked for each request."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Shortcut:
    """Something that this user may begin here: “New session”. ``icon`` is one of Wagtail's."""

    label: str
    url: str
    icon: str = "plus"
    description: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """How many there are, and the listing that shows exactly these.

    ``label`` is the whole wording, with the number in it: “3 sessions to come”.
    """

    label: str
    count: int
    url: str
    icon: str = "doc-full"


T = TypeVar("T")
Provider = Callable[["HttpRequest"], T | None]


class Providers(Generic[T]):
    """Functions that answer, for a request, with something or with ``None``."""

    def __init__(self) -> None:
        self._entries: list[tuple[int, Provider[T]]] = []

    def register(self, provider: Provider[T], *, order: int = 100) -> None:
        """Lower ``order`` comes first. Twice the same is once."""
        if all(known is not provider for _, known in self._entries):
            self._entries.append((order, provider))
            self._entries.sort(key=lambda entry: entry[0])

    def unregister(self, provider: Provider[T]) -> None:
        """Take a provider back; an unknown one is ignored."""
        self._entries = [entry for entry in self._entries if entry[1] is not provider]

    def ask(self, request: "HttpRequest") -> list[T]:
        answers = (provider(request) for _, provider in self._entries)
        return [answer for answer in answers if answer is not None]


shortcuts: Providers[Shortcut] = Providers()
numbers: Providers[Number] = Providers()
waiting: Providers[Number] = Providers()
out_of_date: Providers[Number] = Providers()

#: What the user may begin.
register_shortcut = shortcuts.register
#: The numbers at the top of the dashboard.
register_number = numbers.register
#: What cannot go on without the user. An answer of 0 is not shown.
register_waiting = waiting.register
#: What visitors see and is no longer right. An answer of 0 is not shown.
register_out_of_date = out_of_date.register
