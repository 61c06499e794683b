"""The filters on a phone: a panel that fills the screen, with and without JavaScript."""

from collections.abc import Callable
from typing import Any

import pytest

from tools.demo_site import Demo

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 800}}
ASKED = "/nl/zoeken/?q=subsidie&theme=circular&theme=digitalisation&support-type=subsidy"


@pytest.fixture
def open_panel(new_page: Callable[..., Any], demo: Demo) -> Callable[..., Any]:
    def open_it(**wishes: Any) -> Any:
        page = new_page(**PHONE, **wishes)
        page.goto(demo.base + ASKED)
        page.get_by_text("Filters (3)").click()
        return page

    return open_it


def focused(page: Any) -> str:
    text: str = page.evaluate("document.activeElement.textContent")
    return " ".join(text.split())


def is_open(page: Any) -> bool:
    found: bool = page.evaluate("document.querySelector('.cop-filters').open")
    return found


@pytest.mark.parametrize("scripts", [True, False])
def test_it_fills_the_screen_with_its_foot_in_sight(
    open_panel: Callable[..., Any], scripts: bool
) -> None:
    page = open_panel(java_script_enabled=scripts)
    box = page.locator(".cop-filters").bounding_box()
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 390, 800)
    foot = page.get_by_role("button", name="resultaten").bounding_box()
    assert foot["y"] + foot["height"] <= 800
    assert page.get_by_role("link", name="Wis alles").is_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_it_closes_by_its_head(open_panel: Callable[..., Any], scripts: bool) -> None:
    page = open_panel(java_script_enabled=scripts)
    page.get_by_text("Sluiten").click()
    assert page.locator(".cop-filters").bounding_box()["height"] < 100


def test_a_choice_is_sent_without_javascript(open_panel: Callable[..., Any]) -> None:
    page = open_panel(java_script_enabled=False)
    page.get_by_role("checkbox", name="Digitalisering").uncheck()
    page.get_by_role("button", name="resultaten").click()
    page.wait_for_url("**/nl/zoeken/?*")
    assert page.get_by_text("Filters (2)").is_visible()


def test_the_keyboard_stays_inside_and_escape_goes_back(open_panel: Callable[..., Any]) -> None:
    page = open_panel()
    assert focused(page) == "Filters (3) Sluiten"
    page.keyboard.press("Shift+Tab")
    assert focused(page).startswith("Toon ")
    page.keyboard.press("Tab")
    assert focused(page) == "Filters (3) Sluiten"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "checkbox"
    page.keyboard.press("Escape")
    assert (is_open(page), focused(page)) == (False, "Filters (3) Sluiten")


def test_the_button_counts_only_what_was_asked(open_panel: Callable[..., Any]) -> None:
    page = open_panel()
    page.get_by_role("checkbox", name="Digitalisering").uncheck()
    assert page.get_by_role("button", name="Toon resultaten").is_visible()


def test_beside_the_results_the_filters_stand_open(
    new_page: Callable[..., Any], demo: Demo
) -> None:
    page = new_page(viewport={"width": 1280, "height": 900})
    page.goto(demo.base + ASKED)
    assert page.get_by_role("checkbox", name="Digitalisering").is_visible()
    assert not page.get_by_text("Filters (3)").is_visible()
