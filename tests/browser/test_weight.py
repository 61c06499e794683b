"""What a first visit costs, in bytes that travel: pages, styles, fonts and pictures together."""

import gzip
from typing import Any

import pytest

from tests.browser.pages import LANGUAGES, STATES, State
from tools.demo_site import ROOT, Demo

pytestmark = pytest.mark.browser

PAGE = 150 * 1024
STYLES = 20 * 1024


def travelled(new_page: Any, url: str) -> dict[str, int]:
    """Bytes of every response that a first visit brings, packed as the server packs them."""
    page = new_page()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    answers: dict[str, Any] = {}
    sizes: dict[str, int] = {}
    session.on(
        "Network.responseReceived",
        lambda event: answers.update({event["requestId"]: event["response"]}),
    )
    session.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: int(event["encodedDataLength"])}),
    )
    page.goto(url, wait_until="networkidle")
    # Pictures further down are drawn when a reader comes there.
    page.keyboard.press("End")
    page.evaluate("document.querySelectorAll('img').forEach((one) => { one.loading = 'eager' })")
    page.wait_for_load_state("networkidle")
    found: dict[str, int] = {}
    for known, answer in answers.items():
        # A picture that is also the page's icon is asked for once and told of with no size.
        written = int(answer["headers"].get("Content-Length", 0))
        found[answer["url"]] = max(found.get(answer["url"], 0), sizes.get(known, 0) or written)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", range(4))
def test_a_theme_page_is_light(new_page: Any, demo: Demo, number: int, language: str) -> None:
    path = demo.pages[f"cop_catalog.ThemePage {language}"][number]
    found = travelled(new_page, demo.base + path)
    assert all(url.startswith(demo.base) for url in found)
    assert any(".css" in url for url in found)
    assert sum(found.values()) <= PAGE, found


@pytest.mark.parametrize("state", STATES, ids=str)
def test_no_page_is_heavy(new_page: Any, demo: Demo, state: State) -> None:
    found = travelled(new_page, demo.base + state.path(demo, "nl"))
    assert sum(found.values()) <= 2 * PAGE, found


def test_the_styles_of_the_apps_are_small_together() -> None:
    found = [
        file
        for app in ("cop_blocks", "cop_events", "cop_catalog", "search/cop_search")
        for file in (ROOT / app).glob("static/**/*.css")
        if "admin" not in file.parts
    ]
    assert found
    assert sum(len(gzip.compress(file.read_bytes())) for file in found) <= STYLES
