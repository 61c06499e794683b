"""No page has a barrier that axe knows of, in any state that it can be brought into."""

from typing import Any

import pytest

from tests.browser.looking import OPEN_PANELS, axe, kinds, measure, sideways, widen
from tests.browser.pages import LANGUAGES, STATES, State
from tools.demo_site import Demo

pytestmark = pytest.mark.browser

#: Texts read, in the reader's own size: what a pointer, the keyboard and a scheme change.
COLOURS = ("color-contrast", "link-in-text-block")


def all_states(test: Any) -> Any:
    return pytest.mark.parametrize("state", STATES, ids=str)(test)


def all_languages(test: Any) -> Any:
    return pytest.mark.parametrize("language", LANGUAGES)(test)


@all_languages
@all_states
def test_a_page_at_rest_and_with_its_panels_open(
    new_page: Any, demo: Demo, state: State, language: str
) -> None:
    page = new_page()
    response = page.goto(demo.base + state.path(demo, language))
    assert response.status == state.status
    assert axe(page) == []
    widen(page, 390)
    assert axe(page) == [], "on a phone"
    page.evaluate(OPEN_PANELS)
    assert axe(page) == [], "with open panels"
    page.emulate_media(color_scheme="dark")
    assert axe(page, rules=COLOURS) == [], "in dark, with open panels"
    widen(page, 1280)
    assert axe(page, rules=COLOURS) == [], "in dark"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_pointed_at_or_focused(new_page: Any, demo: Demo, scheme: str) -> None:
    page = new_page(color_scheme=scheme, reduced_motion="reduce")
    known: set[str] = set()
    wrong = []
    for state in STATES:
        page.goto(demo.base + state.path(demo, "nl"))
        # What stands on every page is looked at on the first one.
        for kind, one in kinds(page).items():
            if kind not in known:
                known.add(kind)
                page.locator(one).hover(force=True)
                wrong += [f"{state}, hover: {line}" for line in axe(page, one, COLOURS)]
                page.locator(one).focus()
                wrong += [f"{state}, focus: {line}" for line in axe(page, one, COLOURS)]
    assert len(known) > 30
    assert wrong == []


def set_letters(page: Any, size: int) -> None:
    """The size that a reader chose in the browser's settings; 16 pixels unless chosen."""
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size}})


@all_states
def test_a_page_at_twice_its_size(new_page: Any, demo: Demo, state: State) -> None:
    # As the browser zooms: a window of half as many pixels, each twice as large.
    page = new_page(viewport={"width": 640, "height": 450}, device_scale_factor=2)
    page.goto(demo.base + state.path(demo, "nl"))
    page.evaluate(OPEN_PANELS)
    assert axe(page) == []
    assert sideways(page) == 0
    # As a reader sets letters alone, in the browser's settings: windows stay as they are.
    set_letters(page, 32)
    for width in (1280, 768, 390):
        widen(page, width)
        assert measure(page, "lost") == [], width
        assert sideways(page) == 0, width


def test_a_planted_barrier_is_found_in_each_way(new_page: Any, demo: Demo) -> None:
    page = new_page()
    page.goto(demo.base + "/nl/contact/")
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=x>')")
    assert [line.partition(":")[0] for line in axe(page)] == ["image-alt"]
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<p id=x>x y</p>')"
    )
    page.evaluate("document.querySelector('#x').style.cssText = 'color: #777; background: #888'")
    assert [line.partition(":")[0] for line in axe(page, "#x", COLOURS)] == ["color-contrast"]
    page.evaluate("document.querySelector('#x').style.cssText = 'height: 4px; overflow: hidden'")
    assert measure(page, "lost") == ["p. “x y”"]


def test_letters_of_twice_the_size_are_twice_the_size(new_page: Any, demo: Demo) -> None:
    page = new_page()
    page.goto(demo.base + "/nl/contact/")
    size = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    before = page.evaluate(size)
    set_letters(page, 32)
    assert page.evaluate(size) == 2 * before
