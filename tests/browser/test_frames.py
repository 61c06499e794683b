"""In the frame of another host our pages look at home, and its own stay as they were."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.looking import OPEN_PANELS, axe, measure, sideways, widen
from tests.browser.pages import State, state
from tools.demo_site import Demo, serve

pytestmark = pytest.mark.browser

#: Pages that are ours in any host; the home page and the contact are the reference site's.
OURS = [
    state(name)
    for name in (
        "themes",
        "theme",
        "sessions",
        "session",
        "session-past",
        "initiatives-filtered",
        "initiative",
        "practices",
        "practice",
        "search-found",
        "organisations",
        "organisation",
        "blocks",
    )
]
STYLES = """(selector) => {
  const found = document.querySelector(selector);
  if (!found) return null;
  const { fontFamily, color } = getComputedStyle(found);
  return { fontFamily, color };
}"""


@pytest.fixture(scope="module", params=["bootstrap", "bare"])
def host(request: Any, demo: Demo) -> Iterator[Demo]:
    with serve(demo.folder, demo.pages, f"tests.browser.frames.{request.param}") as framed:
        yield framed


@pytest.mark.parametrize("shown", OURS, ids=str)
def test_our_pages_take_the_letters_and_colours_of_the_host(
    new_page: Any, host: Demo, shown: State
) -> None:
    page = new_page()
    page.goto(host.base + shown.path(host, "nl"))
    own = page.evaluate(STYLES, "body")
    assert page.evaluate(STYLES, ".cop-root h1")["fontFamily"] == own["fontFamily"]
    # On the coloured band of a theme words have a colour of their own.
    for text in ("h1", ".cop-lead"):
        outside = f".cop-root {text}:not(.cop-band *)"
        assert page.evaluate(STYLES, outside) in (own, None), text
    for width in (1280, 390, 320):
        widen(page, width)
        assert sideways(page) == 0, width
    page.evaluate(OPEN_PANELS)
    assert sideways(page) == 0
    assert axe(page, ".cop-root") == []
    assert measure(page, "contrast", {"text": 4.5, "control": 3}) == []


def test_our_stylesheet_changes_nothing_of_the_hosts_own_page(new_page: Any, host: Demo) -> None:
    page = new_page()
    drawn = []
    for path in ("/own/", "/own/with-ours/"):
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert page.goto(host.base + path).status == 200
            loaded = page.evaluate("[...document.styleSheets].some((s) => /cop.css/.test(s.href))")
            assert loaded == (path != "/own/")
            drawn.append(page.screenshot(full_page=True))
    assert drawn[:2] == drawn[2:]
