"""What each role may do and what it may not: as its browser finds it, and as docs/roles.md says."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import Demo
from tests.browser.stories.accounts import name_of
from tests.browser.stories.colleague import Colleague
from tests.browser.stories.rights import RIGHTS, ROLES, SEES
from tools.demo_site import ROOT

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("role", ROLES)
def test_a_role_comes_where_it_may_and_nowhere_else(
    chromium: Any, demo: Demo, told: dict[str, dict[str, Any]], role: str
) -> None:
    """Wagtail sends who may not come to the dashboard, which says so; what somebody may not even
    see is not found."""
    context = chromium.new_context()
    key = told["sessions"][name_of(role, "nl")]
    context.add_cookies([{"name": "sessionid", "value": key, "url": demo.base}])
    answers = {}
    for right in RIGHTS:
        address = demo.base + right.path.format(**told["things"])
        answers[right.what] = answer_at(context, address)
    context.close()
    assert answers == {right.what: 200 if role in right.roles else "refused" for right in RIGHTS}


def answer_at(context: Any, address: str) -> Any:
    answer = context.request.get(address, max_redirects=0)
    if answer.status == 302 and answer.headers["location"] == "/admin/":
        return "refused"
    answer = context.request.get(address) if answer.status == 302 else answer
    return "refused" if answer.status == 404 else answer.status


@pytest.mark.parametrize("role", ROLES)
def test_the_menus_hold_what_a_role_needs_and_no_more(
    enter: Callable[..., Colleague], role: str
) -> None:
    colleague, sees = enter(role), SEES[role]

    def said(names: tuple[str, ...]) -> list[str]:
        return [colleague.say(name) for name in names]

    colleague.dashboard()
    assert colleague.shortcuts() == said(sees.shortcuts)
    assert colleague.menu_items() == said(sees.menu)
    assert colleague.menu_items("Community") == said(sees.community)
    if sees.settings:
        assert colleague.menu_items("Settings") == said(sees.settings)


def test_the_documentation_says_the_same() -> None:
    written = (ROOT / "docs" / "roles.md").read_text()
    for right in RIGHTS:
        marks = " | ".join("yes" if role in right.roles else "–" for role in ROLES)
        assert f"| {right.what} | {marks} |" in written
