"""A list in each of its states, at each width: no barrier, also once it was refreshed in place."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.looking import axe, sideways, widen
from tests.browser.pages import LANGUAGES, state
from tools.demo_site import Demo

pytestmark = pytest.mark.browser

WIDTHS = (320, 768, 1280)
#: No filter; one result; many; with a region; none, with ways on; none, but other words.
STATES = ("search", "search-one", "search-found", "search-region", "search-less", "search-meant")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_state_of_a_list_has_a_barrier(
    new_page: Callable[..., Any], demo: Demo, language: str
) -> None:
    page = new_page()
    wrong = []
    for name in STATES:
        page.goto(demo.base + state(name).path(demo, language))
        for width in WIDTHS:
            widen(page, width)
            wrong += [f"{name} at {width}: {line}" for line in axe(page)]
            if beyond := sideways(page):
                wrong.append(f"{name} at {width}: {beyond} pixels sideways")
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refreshed_list_has_no_barrier_either(
    new_page: Callable[..., Any], demo: Demo, language: str
) -> None:
    page = new_page()
    page.goto(demo.base + state("search").path(demo, language))
    ways = ("[value=haaglanden]", "[name=only]", "[value=initiative]")
    for number, box in enumerate(ways, 1):
        page.locator(f"#cop-finder {box}").check()
        expect(page.locator(".cop-chip")).to_have_count(number)
        assert axe(page) == [], box


def test_states_are_what_they_are_called(new_page: Callable[..., Any], demo: Demo) -> None:
    page = new_page()
    found = {}
    for name in STATES:
        page.goto(demo.base + state(name).path(demo, "nl"))
        found[name] = (
            page.locator("#cop-finder-list > li").count(),
            page.locator("#cop-finder-bets").count(),
            page.locator(".cop-nearest").count() > 0,
            page.locator("#cop-finder-help li").count() > 1,
            page.locator("#cop-finder-help strong").count(),
        )
    assert found == {
        "search": (20, 0, False, False, 0),
        "search-one": (1, 0, False, False, 0),
        "search-found": (20, 1, False, False, 0),
        "search-region": (20, 0, True, False, 0),
        "search-less": (0, 0, False, True, 0),
        "search-meant": (0, 0, False, False, 1),
    }
