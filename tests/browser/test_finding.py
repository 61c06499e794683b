"""From a question to what was looked for: by the keyboard alone, and without JavaScript."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.looking import axe
from tests.browser.pages import state
from tools.demo_site import Demo

pytestmark = pytest.mark.browser

SEARCH = "/nl/zoeken/"
PHONE = {"viewport": {"width": 390, "height": 800}}
#: More stops than any list has before its first result.
MOST_STOPS = 150


@pytest.fixture
def open_list(new_page: Callable[..., Any], demo: Demo) -> Callable[..., Any]:
    def open_it(path: str = SEARCH, **wishes: Any) -> Any:
        page = new_page(**wishes)
        page.goto(demo.base + path)
        return page

    return open_it


def settle(page: Any, address: str) -> None:
    """Wait until the list shows what is asked at an address."""
    page.wait_for_url("**" + address)
    expect(page.locator(f"#cop-finder-parts[data-cop-address='{address}']")).to_be_attached()


def tab_to(page: Any, selector: str) -> None:
    """Go on by Tab until something of that kind has focus, and see that it shows."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            expect(page.locator("*:focus")).to_be_in_viewport()
            return
    raise AssertionError(f"no stop is {selector}")


def tab_to_text(page: Any, selector: str, text: str) -> None:
    for _ in range(MOST_STOPS):
        tab_to(page, selector)
        if text in page.locator("*:focus").text_content():
            return
    raise AssertionError(f"no stop is {selector} with {text!r}")


# ---- by the keyboard alone


def test_a_suggestion_a_filter_a_chip_and_the_first_result(open_list: Callable[..., Any]) -> None:
    page = open_list()
    tab_to(page, "#cop-finder-q")
    page.keyboard.type("digi")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    settle(page, f"{SEARCH}?theme=digitalisation")

    tab_to(page, "[name=kind][value=initiative]")
    page.keyboard.press("Space")
    settle(page, f"{SEARCH}?kind=initiative&theme=digitalisation")
    expect(page.locator("[name=kind][value=initiative]")).to_be_focused()

    tab_to_text(page, ".cop-chip", "Digitalisering")
    page.keyboard.press("Enter")
    settle(page, f"{SEARCH}?kind=initiative")
    expect(page.locator(".cop-chip:focus")).to_have_text("Initiatieven")

    tab_to(page, ".cop-results a")
    title = page.locator("*:focus").text_content().strip()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: SEARCH not in url)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_a_phone_s_panel_is_opened_filled_in_and_left_by_keys(
    open_list: Callable[..., Any],
) -> None:
    page = open_list(f"{SEARCH}?q=subsidie", **PHONE)
    tab_to(page, ".cop-filters > summary")
    page.keyboard.press("Enter")
    tab_to(page, "[name=year]:enabled")
    year = page.locator("*:focus").get_attribute("value")
    page.keyboard.press("Space")
    settle(page, f"{SEARCH}?q=subsidie&year={year}")
    expect(page.locator(f"[name=year][value='{year}']")).to_be_focused()
    tab_to(page, "#cop-finder-show")
    page.keyboard.press("Enter")
    expect(page.locator("#cop-finder-results")).to_be_focused()
    expect(page.locator(".cop-filters__body")).to_be_hidden()
    expect(page.locator(".cop-chip")).to_have_text([year])


@pytest.mark.parametrize("scripts", [True, False])
def test_words_as_they_were_meant(open_list: Callable[..., Any], demo: Demo, scripts: bool) -> None:
    page = open_list(state("search-meant").path(demo, "nl"), java_script_enabled=scripts)
    offered = page.locator("#cop-finder-help p a").first
    meant = offered.inner_text()
    if scripts:
        tab_to(page, "#cop-finder-help a")
        page.keyboard.press("Enter")
    else:
        offered.click()
    page.wait_for_url(f"**{SEARCH}?q={meant}")
    expect(page.locator("#cop-finder-list > li").first).to_be_visible()
    expect(page.locator("#cop-finder-q")).to_have_value(meant)


@pytest.mark.parametrize("scripts", [True, False])
def test_where_nothing_fits_each_way_on_gives_as_much_as_it_says(
    open_list: Callable[..., Any], demo: Demo, scripts: bool
) -> None:
    page = open_list(state("search-less").path(demo, "nl"), java_script_enabled=scripts)
    way = page.locator("#cop-finder-help li").first
    number = way.locator(".cop-figure").inner_text()
    if scripts:
        tab_to(page, "#cop-finder-help li a")
        page.keyboard.press("Enter")
    else:
        way.get_by_role("link").click()
    expect(page.locator("#cop-finder-count")).to_contain_text(f"{number} resulta")
    expect(page.locator("#cop-finder-list > li").first).to_be_visible()


# ---- without JavaScript


def test_filters_chips_years_and_order_are_one_form(open_list: Callable[..., Any]) -> None:
    page = open_list(java_script_enabled=False)
    years = page.get_by_role("group", name="Jaar")
    fullest = max(
        years.locator("label").all(),
        key=lambda label: int(label.locator(".cop-option__count").inner_text()),
    )
    fullest.click()
    year = years.locator("input:checked").get_attribute("value")
    page.get_by_label("Sorteer op").select_option("newest")
    page.get_by_role("button", name="Sorteer").click()
    page.wait_for_url(f"**{SEARCH}?*year={year}&*sort=newest*")
    expect(page.locator(".cop-chip")).to_have_text([year])
    assert years.locator("input:checked").count() == 1
    expect(page.get_by_label("Sorteer op")).to_have_value("newest")
    page.locator(".cop-chip").click()
    page.wait_for_url(f"**{SEARCH}?sort=newest")
    assert page.locator(".cop-chip").count() == 0
    assert years.locator("input:checked").count() == 0


def test_a_search_is_followed_by_a_link(open_list: Callable[..., Any], demo: Demo) -> None:
    page = open_list(f"{SEARCH}?q=subsidie&theme=circular", java_script_enabled=False)
    link = page.get_by_role("link", name="Volg deze zoekopdracht (Atom)")
    address = link.get_attribute("href")
    assert address == f"{SEARCH}atom/?q=subsidie&theme=circular"
    answer = page.request.get(demo.base + address)
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert answer.text().count("<entry>") == int(
        page.locator("#cop-finder-count").inner_text().split()[0]
    )


# ---- the feed of what is shown, after a refresh in place


def test_the_feed_follows_what_is_shown(open_list: Callable[..., Any], demo: Demo) -> None:
    page = open_list()
    in_head = page.locator("head link[type='application/atom+xml']")
    assert in_head.first.get_attribute("href") == f"{demo.base}{SEARCH}atom/"
    page.get_by_role("checkbox", name="Digitalisering").check()
    settle(page, f"{SEARCH}?theme=digitalisation")
    followed = f"{SEARCH}atom/?theme=digitalisation"
    expect(page.locator("#cop-finder-follow")).to_have_attribute("href", followed)
    expect(in_head.first).to_have_attribute("href", f"{demo.base}{followed}")
    expect(in_head.first).to_have_attribute("title", "Nieuw: Digitalisering")
    assert axe(page, "#cop-finder") == []
    page.go_back()
    settle(page, SEARCH)
    expect(in_head.first).to_have_attribute("href", f"{demo.base}{SEARCH}atom/")
