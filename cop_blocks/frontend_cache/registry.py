"""Which page types list pages of which types."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Listing:
    """Pages of ``model`` show pages of the types ``of`` (empty: of any type)."""

    model: type
    of: tuple[type, ...]
    shows_names: bool


_listings: list[Listing] = []


def register_listing(model: type, *, of: Iterable[type] = (), shows_names: bool = True) -> None:
    """Say that pages of ``model`` list pages of the types ``of`` (empty: of any type).

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
        if not listing.of or any(issubclass(kind, listing.of) for kind in changed)
    )


def listings_with_names() -> tuple[type, ...]:
    return tuple(listing.model for listing in _listings if listing.shows_names)
