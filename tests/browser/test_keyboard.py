"""The pages by keyboard alone: every stop is seen, in the order of reading, and none is a trap."""

from typing import Any

import pytest

from tests.browser.looking import measure
from tests.browser.pages import LANGUAGES, STATES, State
from tools.demo_site import Demo

pytestmark = pytest.mark.browser

#: More stops than any page has.
MANY = 400


#: What comes into sight by being focused, as a link to skip to the content: that shows its focus.
OUT_OF_SIGHT = """() => [...document.querySelectorAll("*")].flatMap((element, index) => {
  const box = element.getBoundingClientRect();
  return box.right <= 0 || box.bottom + scrollY <= 0 ? [index] : [];
})"""


def stops(page: Any) -> list[Any]:
    """Where the keyboard comes, until it leaves the page."""
    out_of_sight = set(page.evaluate(OUT_OF_SIGHT))
    found: list[Any] = []
    for _step in range(MANY):
        page.keyboard.press("Tab")
        here = measure(page, "focused")
        if here is None:
            return found
        here["ring"] = here["ring"] or here["index"] in out_of_sight
        # The keyboard goes through the parts of a date field one by one.
        if not found or here["index"] != found[-1]["index"]:
            found.append(here)
    raise AssertionError(f"the keyboard does not get out; last at {found[-1]['name']}")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("state", STATES, ids=str)
def test_the_keyboard_goes_through_a_page(
    new_page: Any, demo: Demo, state: State, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(demo.base + state.path(demo, "nl"))
    found = stops(page)
    assert found
    assert [stop["name"] for stop in found if not stop["ring"]] == [], "focus is not seen"
    assert [stop["name"] for stop in found if not stop["isOnScreen"]] == [], "out of sight"
    order = [stop["index"] for stop in found]
    assert order == sorted(set(order)), "not in the order of the document"
    for before, after in zip(found, found[1:], strict=False):
        # Of columns beside each other the next may begin higher; within one, to the right alone.
        higher = after["bottom"] <= before["top"] and not after["isFixed"]
        apart = after["region"] != before["region"] or after["right"] > before["left"]
        backward = higher and (width == 390 or not apart)
        assert not backward, f"from {before['name']} back up to {after['name']}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_stop_skips_to_the_content(new_page: Any, demo: Demo, language: str) -> None:
    page = new_page()
    page.goto(f"{demo.base}/{language}/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.localName") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_stop_that_is_not_seen_is_found(new_page: Any, demo: Demo) -> None:
    page = new_page()
    page.goto(f"{demo.base}/nl/")
    page.evaluate("""() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("*, *::before, *::after { outline: none !important }");
        document.adoptedStyleSheets = [sheet];
    }""")
    seen = [stop["name"] for stop in stops(page) if stop["ring"]]
    assert seen == ["a.site-skip “Naar de inhoud”"], "which comes into sight by it"
