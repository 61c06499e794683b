"""A list refreshes in place: focus stays, the address follows, and Back is Back."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tools.demo_site import Demo

pytestmark = pytest.mark.browser

SEARCH = "/nl/zoeken/"
#: Everything that is said to a screen reader, and when, in milliseconds after the last change.
LISTEN = """() => {
  const status = document.querySelector("#cop-finder-status");
  window.said = [];
  let changed = performance.now();
  document.addEventListener("change", () => { changed = performance.now(); });
  new MutationObserver(() => {
    if (status.textContent) window.said.push([status.textContent, performance.now() - changed]);
  }).observe(status, {childList: true, characterData: true, subtree: true});
}"""


@pytest.fixture
def page(new_page: Callable[..., Any], demo: Demo) -> Any:
    page = new_page()
    page.goto(demo.base + SEARCH)
    return page


def settle(page: Any, address: str) -> None:
    """Wait until the list shows what is asked at an address."""
    page.wait_for_url("**" + address)
    expect(page.locator(f"#cop-finder-parts[data-cop-address='{address}']")).to_be_attached()


def count(page: Any) -> int:
    return int(page.locator("#cop-finder-count").inner_text().split()[0])


def checked(page: Any) -> list[str]:
    found: list[str] = page.locator("#cop-finder input:checked").evaluate_all(
        "boxes => boxes.map((box) => box.value)"
    )
    return found


def test_a_box_refreshes_the_list_and_keeps_focus(page: Any, demo: Demo) -> None:
    page.evaluate("window.same = document.querySelector('[value=digitalisation]')")
    everything = count(page)
    page.get_by_role("checkbox", name="Digitalisering").press("Space")
    settle(page, SEARCH + "?theme=digitalisation")
    assert 0 < count(page) < everything
    assert page.evaluate("document.activeElement === window.same && window.same.checked")
    expect(page.locator(".cop-chip")).to_have_text(["Digitalisering"])
    (dutch, english) = page.locator(".cop-languages a").evaluate_all(
        "all => all.map((a) => a.href)"
    )
    assert english == f"{demo.base}/en/search/?theme=digitalisation"


def test_one_change_is_told_once_after_a_moment_of_quiet(page: Any) -> None:
    page.evaluate(LISTEN)
    # As fast as nobody is: two boxes in one go are one change.
    page.evaluate(
        "['digitalisation', 'human-capital'].forEach((code) => "
        "document.querySelector(`#cop-finder [value=${code}]`).click())"
    )
    settle(page, SEARCH + "?theme=digitalisation&theme=human-capital")
    page.wait_for_function("window.said.length")
    page.wait_for_timeout(1000)
    ((said, after),) = page.evaluate("window.said")
    assert said == f"{count(page)} resultaten"
    assert after >= 299, "a timer of 300 milliseconds, by two clocks"


def test_back_and_forward_restore_boxes_chips_and_list(page: Any) -> None:
    def seen(address: str) -> tuple[Any, ...]:
        settle(page, address)
        titles = page.locator(".cop-results .cop-card__title").all_inner_texts()
        chips = [chip.strip() for chip in page.locator(".cop-chip").all_inner_texts()]
        return (count(page), checked(page), chips, titles)

    boxes = {"Digitalisering": "theme=digitalisation", "Advies": "support-type=advice"}
    addresses = [SEARCH]
    states = [seen(SEARCH)]
    for name, parameter in boxes.items():
        page.get_by_role("checkbox", name=name).first.check()
        addresses.append(addresses[-1] + ("&" if "?" in addresses[-1] else "?") + parameter)
        states.append(seen(addresses[-1]))
    assert len({number for number, *_ in states}) == 3
    for at in (1, 0):
        page.go_back()
        assert seen(addresses[at]) == states[at]
    for at in (1, 2):
        page.go_forward()
        assert seen(addresses[at]) == states[at]


def test_the_chosen_order_stays_where_words_bring_another_to_choose(page: Any, demo: Demo) -> None:
    page.goto(demo.base + SEARCH + "?sort=newest")
    orders = page.get_by_label("Sorteer op").locator("option")
    before = orders.count()
    page.get_by_label("Zoekwoorden").fill("digitaal")
    page.keyboard.press("Enter")
    settle(page, SEARCH + "?q=digitaal&sort=newest")
    assert orders.count() == before + 1
    expect(page.get_by_label("Sorteer op")).to_have_value("newest")


def test_an_answer_that_fails_is_opened_as_a_page(page: Any) -> None:
    page.route(
        "**/?theme=*",
        lambda route: (
            route.fulfill(status=500, body="broken")
            if route.request.resource_type == "xhr"
            else route.continue_()
        ),
    )
    with page.expect_navigation(url="**/?theme=digitalisation"):
        page.get_by_role("checkbox", name="Digitalisering").check()
    assert checked(page) == ["digitalisation"]


def test_without_a_network_the_page_stays_and_says_so(page: Any) -> None:
    page.context.set_offline(True)
    page.get_by_role("checkbox", name="Digitalisering").check()
    expect(page.locator("#cop-finder-failed")).to_be_visible()
    assert page.url.endswith(SEARCH)
    page.context.set_offline(False)
    page.get_by_role("link", name="Probeer het opnieuw").click()
    page.wait_for_url("**/?theme=digitalisation")
    assert checked(page) == ["digitalisation"]
