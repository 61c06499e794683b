"""Which page types list pages of which types."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cop_blocks.finding import kind_of

logger = logging.getLogger("cop_blocks")


@dataclass(frozen=True, slots=True)
class Listing:
    """Pages of ``model`` show pages of the types ``of`` (empty: of whatever can be found)."""

    model: type
    of: tuple[type, ...]
    shows_names: bool


_listings: list[Listing] = []
#: What brings lists up to date.
_refreshers: list[Callable[[], None]] = []


def register_refresher(refresh: Callable[[], None]) -> None:
    """Have ``refresh`` called before anything is purged: or a cache could ask at once for what is
    still the old list. It must be cheap where nothing waits. Call it in ``ready()``."""
    if refresh not in _refreshers:
        _refreshers.append(refresh)


def refresh_lists() -> None:
    """Call what was registered. One that fails is logged, and stops no purge."""
    for refresh in _refreshers:
        try:
            refresh()
        except Exception:
            logger.exception("A list could not be brought up to date before a purge")


def register_listing(model: type, *, of: Iterable[type] = (), shows_names: bool = True) -> None:
    """Say that pages of ``model`` list pages of the types ``of``; without ``of``: pages of every
    type that has an entry in ``cop_blocks.finding``.

    Both may be mixins; their subclasses count. ``shows_names``: with names of terms, organisations
    and people, as cards have. Call it in ``AppConfig.ready()``; twice is once.
    """
    listing = Listing(model, tuple(of), shows_names)
    if listing not in _listings:
        _listings.append(listing)


def listings_of(changed: Iterable[type]) -> tuple[type, ...]:
    """The types that list a page of one of the types ``changed``."""
    changed = list(changed)
    return tuple(
        listing.model
        for listing in _listings
        if any(
            issubclass(kind, listing.of) if listing.of else kind_of(kind) is not None
            for kind in changed
        )
    )


def listings_with_names() -> tuple[type, ...]:
    return tuple(listing.model for listing in _listings if listing.shows_names)
