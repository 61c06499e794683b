"""Offers that are open, to come and closed, and in which order each engine is to give them."""

from typing import Any

from cop_search.facade import SearchQuery, Sort, State, search
from tests.search.factories import NOON, day, offer

_REGION = {"region": ("delft",)}


def make_closing(site: Any) -> None:
    """Words and nearness speak for what is closed."""
    home, near, far = site.home, ["region.delft"], ["region.nl"]
    offer(home, "A lening lening lening", closes_on=day(-1), terms=near)
    offer(home, "B", summary="Een lening", place="closed", terms=near)
    offer(home, "C", summary="Een lening", closes_on=day(5), terms=far)
    offer(home, "D", summary="Een lening", opens_on=day(3), terms=near)
    offer(home, "Lening", closes_on=day(-3), terms=far)


def orders() -> list[list[str]]:
    """Titles as they are found: to be ``CLOSED_LAST``."""
    asked: list[dict[str, Any]] = [
        {},
        {"filters": _REGION},
        {"q": "lening"},
        {"q": "lening", "filters": _REGION},
        {"q": "lening", "states": (State.CLOSED,)},
        {"q": "lening", "sort": Sort.TITLE},
    ]
    queries = [SearchQuery(locale="nl", moment=NOON, kinds=("offer",), **each) for each in asked]
    return [[hit.title for hit in search(query).hits] for query in queries]


#: The page of the very title stands where it would stand if it were open.
CLOSED_LAST = [
    ["C", "D", "A lening lening lening", "B", "Lening"],
    ["D", "C", "A lening lening lening", "B", "Lening"],
    ["Lening", "C", "D", "A lening lening lening", "B"],
    ["D", "Lening", "C", "A lening lening lening", "B"],
    ["Lening", "A lening lening lening", "B"],
    ["A lening lening lening", "B", "C", "D", "Lening"],
]
