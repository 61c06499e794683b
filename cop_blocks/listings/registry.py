"""Which listings stand in the menu of the community, before organisations and people."""

from typing import Any

from django.utils.module_loading import import_string

_listings: dict[str, int] = {}


def register_admin_listing(viewset: str, *, order: int = 100) -> None:
    """Add a viewset, named by its dotted path, to the menu; lower ``order`` comes first."""
    _listings.setdefault(viewset, order)


def listings() -> list[Any]:
    """The registered viewset classes, in order."""
    return [import_string(path) for path in sorted(_listings, key=lambda path: _listings[path])]
