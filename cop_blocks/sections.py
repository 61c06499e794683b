"""Places on a page to which other apps add a section, so that siblings never import each other.

An app registers a provider for a place in ``AppConfig.ready()``; ``{% cop_sections "place" %}``
shows what the providers return, in order, and nothing where no app has anything to say.

Places: ``theme.main``, ``theme.side``, ``session.main``, ``initiative.main``,
``organisation.main``.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Section:
    """A template and the context that it is rendered with. ``shows`` are the ids of the pages that
    it presents, so that a list beside it need not do so again."""

    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    shows: frozenset[int] = frozenset()


class SectionProvider(Protocol):
    """Answers what to show for ``subject`` (the page of the place), in the active language."""

    def __call__(self, subject: Any, request: "HttpRequest | None") -> Section | None: ...


_providers: dict[str, list[tuple[int, SectionProvider]]] = defaultdict(list)


def register_section(place: str, provider: SectionProvider, *, order: int = 100) -> None:
    """Add ``provider`` to ``place``; lower ``order`` comes first. Twice the same is once."""
    entries = _providers[place]
    if all(known is not provider for _, known in entries):
        entries.append((order, provider))
        entries.sort(key=lambda entry: entry[0])


def sections(place: str, subject: Any, request: "HttpRequest | None" = None) -> list[Section]:
    """What the providers of ``place`` have to show for ``subject``."""
    answers = (provider(subject, request) for _, provider in _providers.get(place, ()))
    return [answer for answer in answers if answer is not None]
