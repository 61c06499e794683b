"""Suggestions while typing: a combobox by keyboard, finger and screen reader; a field without."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.looking import KEEP_POLICY_VIOLATIONS, axe
from tools.demo_site import Demo

pytestmark = pytest.mark.browser

SEARCH = "/nl/zoeken/"
#: Everything that a screen reader is told of suggestions.
LISTEN = """() => {
  const status = document.querySelector(".cop-searchbar [aria-live]");
  window.said = [];
  new MutationObserver(() => window.said.push(status.textContent)).observe(
    status, {childList: true, characterData: true, subtree: true});
}"""
PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def open_field(new_page: Callable[..., Any], demo: Demo) -> Callable[..., Any]:
    """A page with a field, the field, and its list."""

    def open_it(path: str = SEARCH, **wishes: Any) -> tuple[Any, Any, Any]:
        page = new_page(**wishes)
        page.add_init_script(KEEP_POLICY_VIOLATIONS)
        page.goto(demo.base + path)
        field = page.locator("[data-cop-suggest]").first
        return page, field, page.get_by_role("listbox").first

    return open_it


def typed(opened: tuple[Any, Any, Any], words: str = "digi") -> tuple[Any, Any, Any]:
    page, field, listed = opened
    field.press_sequentially(words)
    expect(listed).to_be_visible()
    return page, field, listed


def active(field: Any) -> Any:
    """What the field says is chosen in the list."""
    name = field.get_attribute("aria-activedescendant")
    return field.page.locator(f"#{name}") if name else None


def test_the_field_says_what_it_is(open_field: Callable[..., Any]) -> None:
    _page, field, listed = typed(open_field())
    said = {name: field.get_attribute(name) for name in ("role", "aria-autocomplete", "type")}
    assert said == {"role": "combobox", "aria-autocomplete": "list", "type": "text"}
    assert field.get_attribute("aria-controls") == listed.get_attribute("id")
    assert listed.get_attribute("aria-label") == "Suggesties"
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(field).to_be_focused()
    groups = listed.get_by_role("group")
    assert groups.first.evaluate(
        "(it) => document.getElementById(it.getAttribute('aria-labelledby')).textContent"
    )


def test_arrows_go_round_by_way_of_the_field(open_field: Callable[..., Any]) -> None:
    page, field, listed = typed(open_field())
    options = listed.get_by_role("option")
    count = options.count()
    assert count > 2
    page.keyboard.press("ArrowDown")
    assert active(field).text_content() == options.first.text_content()
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    assert active(field) is None
    page.keyboard.press("ArrowUp")
    assert active(field).text_content() == options.last.text_content()
    assert listed.locator("[aria-selected=true]").count() == 1
    page.keyboard.press("ArrowDown")
    assert active(field) is None
    for _ in range(count):
        page.keyboard.press("ArrowDown")
    expect(options.last).to_be_in_viewport()
    expect(field).to_be_focused()
    expect(field).to_have_value("digi")


@pytest.mark.parametrize("key", ["Home", "End"])
def test_home_and_end_are_the_field_s_own(open_field: Callable[..., Any], key: str) -> None:
    page, field, _listed = typed(open_field())
    page.keyboard.press("ArrowDown")
    page.keyboard.press(key)
    assert active(field) is None
    assert field.evaluate("(it) => it.selectionStart") == {"Home": 0, "End": 4}[key]


def test_escape_closes_then_empties(open_field: Callable[..., Any]) -> None:
    page, field, listed = typed(open_field())
    page.keyboard.press("Escape")
    expect(listed).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("digi")
    page.keyboard.press("ArrowDown")
    expect(listed).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(field).to_have_value("")


def test_enter_sends_what_was_typed(open_field: Callable[..., Any]) -> None:
    page, _field, listed = typed(open_field())
    page.keyboard.press("Enter")
    page.wait_for_url("**/nl/zoeken/?q=digi")
    expect(listed).to_be_hidden()


def test_enter_on_a_term_opens_the_list_with_that_filter(open_field: Callable[..., Any]) -> None:
    page, _field, _listed = typed(open_field())
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nl/zoeken/?theme=digitalisation")
    assert page.get_by_role("checkbox", name="Digitalisering").is_checked()


def test_what_is_ticked_is_asked_along(open_field: Callable[..., Any]) -> None:
    page, _field, listed = typed(open_field(f"{SEARCH}?theme=digitalisation"), "advies")
    term = listed.locator("[role=option][href*='support-type=advice']")
    assert term.get_attribute("href") == "/nl/zoeken/?theme=digitalisation&support-type=advice"


def test_leaving_the_field_closes_the_list(open_field: Callable[..., Any]) -> None:
    page, field, listed = typed(open_field())
    page.keyboard.press("Tab")
    expect(listed).to_be_hidden()
    expect(field).not_to_be_focused()
    assert page.locator(".cop-suggest :focus").count() == 0


def test_a_finger_opens_what_it_touches(open_field: Callable[..., Any]) -> None:
    page, field, listed = open_field(**PHONE)
    field.tap()
    typed((page, field, listed))
    box = listed.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 320
    assert min(each.bounding_box()["height"] for each in listed.get_by_role("option").all()) >= 44
    listed.get_by_role("option").first.tap()
    page.wait_for_url("**/nl/zoeken/?theme=digitalisation")


def test_the_number_is_told_once(open_field: Callable[..., Any]) -> None:
    page, field, listed = open_field()
    page.evaluate(LISTEN)
    typed((page, field, listed))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowDown")
    said = page.evaluate("window.said")
    assert len(said) == 1 and said[0].endswith("suggesties")


def test_no_suggestions_are_told_and_nothing_is_shown(open_field: Callable[..., Any]) -> None:
    page, field, listed = open_field()
    page.evaluate(LISTEN)
    field.press_sequentially("zzzzqqq")
    expect(page.locator(".cop-searchbar [aria-live]")).to_have_text("Geen suggesties")
    assert page.evaluate("window.said") == ["Geen suggesties"]
    expect(listed).to_be_hidden()


def test_typing_on_asks_once_and_shows_the_last_answer(open_field: Callable[..., Any]) -> None:
    page, field, listed = open_field()
    asked: list[str] = []
    page.on(
        "request", lambda request: asked.append(request.url) if "suggest/" in request.url else None
    )
    typed((page, field, listed), "digitaal")
    assert len(asked) < len("digitaal")
    assert asked[-1].endswith("?q=digitaal")


@pytest.mark.parametrize("path", [SEARCH, "/nl/", "theme"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_open_or_closed(
    open_field: Callable[..., Any], demo: Demo, path: str, width: int
) -> None:
    if path == "theme":
        path = demo.pages["cop_catalog.ThemePage nl"][0]
    page, field, listed = open_field(path, viewport={"width": width, "height": 700})
    assert axe(page) == []
    typed((page, field, listed), "sub")
    assert axe(page) == []
    page.keyboard.press("ArrowDown")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("window.policyViolations") == []


def test_in_a_band_the_whole_list_is_in_sight(open_field: Callable[..., Any], demo: Demo) -> None:
    page, _field, listed = typed(open_field(demo.pages["cop_catalog.ThemePage nl"][0]), "sub")
    last = listed.get_by_role("option").last
    last.scroll_into_view_if_needed()
    box = last.bounding_box()
    point = [box["x"] + 5, box["y"] + box["height"] / 2]
    assert page.evaluate(
        "([x, y]) => document.elementFromPoint(x, y).closest('[role=option]')?.id", point
    )


def test_without_javascript_it_is_a_field(new_page: Callable[..., Any], demo: Demo) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(demo.base + SEARCH)
    page.get_by_role("searchbox").fill("digitaal")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nl/zoeken/?q=digitaal*")
