"""The filters on a phone: a panel that fills the screen, with and without JavaScript."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

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


def test_the_number_on_the_button_follows_and_it_leads_to_the_list(
    open_panel: Callable[..., Any],
) -> None:
    page = open_panel()
    shows = page.locator("#cop-finder-show")
    before = shows.inner_text()
    page.get_by_role("checkbox", name="Subsidie").uncheck()
    expect(shows).not_to_have_text(before)
    expect(shows).to_have_text(re.compile(r"Toon \d+ resultaten"))
    assert is_open(page)
    number = shows.inner_text().split()[1]
    shows.click()
    assert (is_open(page), focused(page)) == (False, "Resultaten")
    assert page.locator("#cop-finder-count").inner_text().split()[0] == number
    assert page.get_by_text("Filters (2)").is_visible()


def test_a_long_filter_is_looked_through_by_typing(
    new_page: Callable[..., Any], demo: Demo
) -> None:
    page = new_page()
    page.goto(demo.base + "/nl/zoeken/?region=delft")
    region = page.get_by_role("group", name="Regio")
    shown = region.locator("li:not([hidden]) label > span:first-of-type")
    everything = shown.count()
    region.get_by_label("Zoek in regio").fill("RÍJN")
    assert shown.all_inner_texts()[:3] == ["Nederland", "Zuid-Holland", "Rijnmond"]
    assert "Delft" in shown.all_inner_texts(), "what is chosen stays in sight"
    assert shown.count() < everything
    region.get_by_label("Zoek in regio").fill("qqq")
    assert region.get_by_text("Niets met deze letters").is_visible()
    assert page.locator("#cop-finder-status").inner_text() == "Niets met deze letters"
    page.keyboard.press("Enter")
    region.get_by_label("Zoek in regio").fill("")
    assert shown.count() == everything
    assert page.url.endswith("/nl/zoeken/?region=delft")


def test_without_javascript_the_whole_list_is_there(
    new_page: Callable[..., Any], demo: Demo
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(demo.base + "/nl/zoeken/")
    region = page.get_by_role("group", name="Regio")
    assert region.get_by_role("checkbox", name="Delft").is_visible()
    assert not region.get_by_label("Zoek in regio").is_visible()


def test_beside_the_results_the_filters_stand_open(
    new_page: Callable[..., Any], demo: Demo
) -> None:
    page = new_page(viewport={"width": 1280, "height": 900})
    page.goto(demo.base + ASKED)
    assert page.get_by_role("checkbox", name="Digitalisering").is_visible()
    assert not page.get_by_text("Filters (3)").is_visible()
