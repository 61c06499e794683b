"""What a results page reports of itself: once a tab and question, and not of who asks for that."""

from collections.abc import Callable
from typing import Any

import pytest

from tools.demo_site import Demo

pytestmark = pytest.mark.browser

SEARCH = "/nl/zoeken/?q=subsidie"


@pytest.fixture
def reported(new_page: Callable[..., Any], demo: Demo) -> Callable[..., tuple[Any, list[int]]]:
    """A page of results, and the answers to all that it reports."""

    def look(script: str = "", **wishes: Any) -> tuple[Any, list[int]]:
        page = new_page(**wishes)
        answers: list[int] = []
        page.on(
            "response",
            lambda answer: "cop-searched" in answer.url and answers.append(answer.status),
        )
        if script:
            page.add_init_script(script)
        page.goto(demo.base + SEARCH)
        page.wait_for_load_state("networkidle")
        return page, answers

    return look


def test_results_that_were_shown_are_reported_once_a_tab(reported: Callable[..., Any]) -> None:
    page, answers = reported()
    assert answers == [204]

    page.reload()
    page.wait_for_load_state("networkidle")
    assert answers == [204]


def test_other_words_in_place_are_reported_too(reported: Callable[..., Any]) -> None:
    page, answers = reported()

    with page.expect_response("**/cop-searched/"):
        page.get_by_role("searchbox", name="Zoekwoorden").or_(
            page.get_by_role("combobox", name="Zoekwoorden")
        ).first.fill("lening")
        page.keyboard.press("Enter")
    page.wait_for_load_state("networkidle")

    assert answers == [204, 204]


@pytest.mark.parametrize(
    "asks",
    [
        "Object.defineProperty(navigator, 'doNotTrack', {get: () => '1'})",
        "Object.defineProperty(navigator, 'globalPrivacyControl', {get: () => true})",
    ],
)
def test_who_asks_not_to_be_tracked_is_not_reported(
    reported: Callable[..., Any], asks: str
) -> None:
    _page, answers = reported(asks)

    assert answers == []


def test_nothing_is_reported_without_javascript(reported: Callable[..., Any]) -> None:
    _page, answers = reported(java_script_enabled=False)

    assert answers == []


def test_no_cookie_is_left(reported: Callable[..., Any]) -> None:
    page, answers = reported()

    assert (answers, page.context.cookies()) == ([204], [])
