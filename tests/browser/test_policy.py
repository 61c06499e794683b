"""Under the strictest policy that a host may send, ``default-src 'self'``, no page breaks it."""

from typing import Any

import pytest

from tests.browser.looking import KEEP_POLICY_VIOLATIONS, OPEN_PANELS
from tests.browser.pages import LANGUAGES, STATES
from tools.demo_site import Demo

pytestmark = pytest.mark.browser

STRICTEST = "default-src 'self'"


def under(page: Any, policy: str) -> None:
    """Let every page be answered with this policy instead of the site's own."""

    def answer(route: Any) -> None:
        if route.request.resource_type != "document":
            return route.continue_()
        response = route.fetch(max_redirects=0)
        route.fulfill(
            response=response, headers={**response.headers, "content-security-policy": policy}
        )

    page.context.add_init_script(KEEP_POLICY_VIOLATIONS)
    page.route("**/*", answer)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_breaks_the_strictest_policy_or_asks_elsewhere(
    new_page: Any, demo: Demo, language: str
) -> None:
    page = new_page()
    under(page, STRICTEST)
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    for state in STATES:
        response = page.goto(demo.base + state.path(demo, language))
        assert response.headers["content-security-policy"] == STRICTEST
        page.evaluate(OPEN_PANELS)
        assert page.evaluate("window.policyViolations") == [], state
    assert [url for url in asked if not url.startswith((demo.base, "data:"))] == []
    assert wrong == []


def test_a_player_is_asked_for_after_a_click_alone(new_page: Any, demo: Demo) -> None:
    page = new_page()
    page.context.add_init_script(KEEP_POLICY_VIOLATIONS)
    elsewhere: list[str] = []
    page.route(
        lambda url: not url.startswith(demo.base),
        lambda route: (elsewhere.append(route.request.url), route.abort()),
    )
    page.goto(demo.base + demo.pages["blocks nl"][0])
    assert elsewhere == []
    page.locator("[data-cop-video]").first.click()
    page.frame_locator("iframe").owner.wait_for()
    page.wait_for_timeout(200)
    assert [url.split("/")[2] for url in elsewhere] == ["player.vimeo.com"]
    assert page.evaluate("window.policyViolations") == [], "the site's own policy knows its players"


def test_a_broken_policy_is_found(new_page: Any, demo: Demo) -> None:
    page = new_page()
    under(page, STRICTEST)
    page.goto(demo.base + "/nl/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">x</p>')")
    assert page.evaluate("window.policyViolations") == ["style-src-attr: inline"]
