"""How a page is found: what each page type says of itself, and the registry that knows it.

The page's own app registers an adapter in ``AppConfig.ready()``; a host does the same for its own
page types. Whoever finds (``cop_search``) reads the registry and knows no page type by name. A page
type without an entry is found by its title, its description and its body text.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import prefetch_related_objects
from django.utils.functional import Promise

if TYPE_CHECKING:
    from cop_blocks.base_page import Page

    Adapter = Callable[[Any], "PageEntry"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page as a visitor names it ("initiative"); ``code`` is what URLs and rows hold."""

    code: str
    label: str | Promise
    plural: str | Promise
    #: Template of one card; gets ``hit`` (see ``cop_search.facade.Hit``) and ``labels``.
    card_template: str = "cop_search/cards/page.html"
    #: Whether its pages are soon, open or closed by their dates; a good practice never is.
    has_states: bool = False


@dataclass(frozen=True, slots=True)
class PageEntry:
    """What one page, in one language, says of itself.

    ``summary`` is what a card shows; ``text`` is plain text, searched and never shown; ``names``
    are organisations and people, searched. Terms are not named here: they are read from the
    page's term rows. ``opens`` and ``closes`` bound the moments at which the page's subject is
    open (for a session: its first and last possible moment); ``None`` means without bound.
    ``closed`` is a mark by hand that outweighs both. ``sort_date`` is the moment by which
    "by date" orders. ``card`` holds what the card's template needs, JSON values only and
    language-neutral where it can be: labels and dates are formatted when the card is shown.
    """

    title: str
    summary: str = ""
    text: str = ""
    names: tuple[str, ...] = ()
    opens: datetime | None = None
    closes: datetime | None = None
    closed: bool = False
    sort_date: datetime | None = None
    card: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Registration:
    kind: Kind
    adapter: "Adapter"
    prefetch: tuple[str, ...]


_registry: dict[type, _Registration] = {}


def register(model: type, *, kind: Kind, entry: "Adapter", prefetch: Iterable[str] = ()) -> None:
    """Say how pages of ``model`` (and of its subclasses) are found. Call it in ``ready()``.

    ``prefetch`` names what ``entry`` reads of other tables, as ``prefetch_related`` does: it is
    then read for many pages at once.
    """
    _registry[model] = _Registration(kind, entry, tuple(prefetch))


def unregister(model: type) -> None:
    """Take back what ``register`` said of ``model``; unknown models are ignored."""
    _registry.pop(model, None)


def _registration(model: type) -> _Registration | None:
    return next((_registry[base] for base in model.__mro__ if base in _registry), None)


def kind_of(model: type) -> Kind | None:
    """The kind of a page class, or ``None`` where nobody registered one."""
    found = _registration(model)
    return found.kind if found else None


def entry_of(page: "Page") -> PageEntry | None:
    """What the app of a *specific* page says of it, or ``None`` where nobody registered."""
    found = _registration(type(page))
    return found.adapter(page) if found else None


def prefetch(pages: Iterable["Page"]) -> None:
    """Read what the entries of these *specific* pages need, a few queries a page type."""
    by_model: dict[type, list[Page]] = defaultdict(list)
    for page in pages:
        by_model[type(page)].append(page)
    for model, alike in by_model.items():
        found = _registration(model)
        if found and found.prefetch:
            prefetch_related_objects(alike, *found.prefetch)


def kinds() -> Iterator[Kind]:
    """All registered kinds, each once, in the order of registration."""
    seen: dict[str, Kind] = {}
    for registration in _registry.values():
        seen.setdefault(registration.kind.code, registration.kind)
    yield from seen.values()
