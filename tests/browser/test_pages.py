"""Every page type, in both languages: accessible, without sideways scrolling, and all from here."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.conftest import NODE, Demo
from tests.browser.pages import LANGUAGES, PAGE_TYPES, paths

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = """async (rules) => {
  const found = await axe.run(document, {runOnly: {type: "tag", values: rules}});
  return found.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target} ${node.failureSummary}`));
}"""
KEEP_POLICY_VIOLATIONS = """
window.policyViolations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.policyViolations.push(`${event.violatedDirective}: ${event.blockedURI}`));
"""


@pytest.fixture(params=["light", "dark"])
def page(request: Any, chromium: Any) -> Iterator[Any]:
    context = chromium.new_context(color_scheme=request.param)
    context.add_init_script(KEEP_POLICY_VIOLATIONS)
    yield context.new_page()
    context.close()


def axe(page: Any) -> list[str]:
    page.evaluate((NODE / "axe-core" / "axe.min.js").read_text())
    found: list[str] = page.evaluate(RUN_AXE, RULES)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("label", PAGE_TYPES)
def test_a_page_is_accessible(page: Any, demo: Demo, label: str, language: str) -> None:
    for path in paths(demo, label, language):
        page.goto(demo.base + path)
        assert axe(page) == [], path


def test_what_is_not_accessible_is_found(page: Any, demo: Demo) -> None:
    page.goto(demo.base + "/nl/")
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=x>')")
    assert [line.partition(":")[0] for line in axe(page)] == ["image-alt"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("label", PAGE_TYPES)
def test_a_page_asks_nothing_elsewhere_and_breaks_no_policy(
    chromium: Any, demo: Demo, label: str, language: str
) -> None:
    context = chromium.new_context()
    context.add_init_script(KEEP_POLICY_VIOLATIONS)
    page, asked, wrong = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: message.type == "error" and wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    for path in paths(demo, label, language):
        response = page.goto(demo.base + path)
        assert "default-src 'self'" in response.headers["content-security-policy"]
        assert page.evaluate("window.policyViolations") == [], path
    context.close()
    assert [url for url in asked if not url.startswith((demo.base, "data:"))] == []
    assert wrong == []


def test_a_broken_policy_is_found(chromium: Any, demo: Demo) -> None:
    context = chromium.new_context()
    context.add_init_script(KEEP_POLICY_VIOLATIONS)
    page = context.new_page()
    page.goto(demo.base + "/nl/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">x</p>')")
    assert page.evaluate("window.policyViolations") == ["style-src-attr: inline"]
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("label", PAGE_TYPES)
def test_a_narrow_page_does_not_scroll_sideways(
    chromium: Any, demo: Demo, label: str, language: str
) -> None:
    page = chromium.new_page(viewport={"width": 320, "height": 640})
    for path in paths(demo, label, language):
        page.goto(demo.base + path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, f"{path} is {wide} pixels wide"
    page.close()
