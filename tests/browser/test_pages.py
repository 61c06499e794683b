"""Every page type, in both languages, with as many pages as look different: on a narrow phone."""

from typing import Any

import pytest

from tests.browser.looking import OPEN_PANELS, axe, sideways
from tests.browser.pages import LANGUAGES, PAGE_TYPES, STATES, State, paths
from tools.demo_site import Demo

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("label", PAGE_TYPES)
def test_a_narrow_page_is_accessible_and_does_not_scroll_sideways(
    new_page: Any, demo: Demo, label: str, language: str
) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    for path in paths(demo, label, language):
        page.goto(demo.base + path)
        assert axe(page) == [], path
        assert sideways(page) == 0, path
        page.evaluate(OPEN_PANELS)
        assert sideways(page) == 0, f"{path}, with open panels"
        page.emulate_media(color_scheme="dark")
        assert axe(page, rules=("color-contrast",)) == [], f"{path}, dark"
        page.emulate_media(color_scheme="light")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES, ids=str)
def test_a_page_is_read_in_one_direction_at_every_width(
    new_page: Any, demo: Demo, state: State, language: str
) -> None:
    page = new_page()
    page.goto(demo.base + state.path(demo, language))
    page.evaluate(OPEN_PANELS)
    for width in (320, 390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert sideways(page) == 0, width


def test_a_page_that_is_too_wide_is_found(new_page: Any, demo: Demo) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto(demo.base + "/nl/")
    page.evaluate("document.querySelector('main').style.width = '400px'")
    assert sideways(page) > 0
