"""What visitors come for, on a phone, in both languages, and without JavaScript."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from icalendar import Calendar

from tests.browser.pages import LANGUAGES
from tools.demo_site import Demo

pytestmark = pytest.mark.browser

#: What is pressed on the way, as it reads in each language.
READS = {
    "nl": {
        "menu": "Menu",
        "support": "Ondersteuning",
        "themes": "Thema’s",
        "sessions": "Sessies",
        "search": "Zoeken",
        "filters": "Filters",
        "theme": "Digitalisering",
        "show": r"Toon \d+ resulta",
        "next": "Volgende",
        "calendar": "agenda",
        "contact": "Contact",
        "other": "English",
        "word": "subsidie",
        "everything": r"Alle \d+ initiatieven",
    },
    "en": {
        "menu": "Menu",
        "support": "Support",
        "themes": "Themes",
        "sessions": "Sessions",
        "search": "Search",
        "filters": "Filters",
        "theme": "Digitalisation",
        "show": r"Show \d+ result",
        "next": "Next",
        "calendar": "calendar",
        "contact": "Contact",
        "other": "Nederlands",
        "word": "subsidy",
        "everything": r"All \d+ initiatives",
    },
}


@dataclass
class Visitor:
    """Goes by roles and by what can be read on the way."""

    page: Any
    language: str

    @property
    def reads(self) -> dict[str, str]:
        return READS[self.language]

    @property
    def main(self) -> Any:
        return self.page.get_by_role("main")

    def title(self) -> str:
        return str(self.page.get_by_role("heading", level=1).inner_text())

    def press(self, role: str, name: str, within: Any = None) -> None:
        (within or self.page).get_by_role(role, name=re.compile(name)).locator(
            "visible=true"
        ).first.click()

    def choose_in_menu(self, name: str) -> None:
        """Through the menu, which a phone may keep shut."""
        link = self.page.get_by_role("banner").get_by_role("link", name=name, exact=True)
        if not link.locator("visible=true").count():
            self.page.get_by_role("banner").get_by_text(self.reads["menu"]).first.click()
        link.locator("visible=true").first.click()

    def number_of_results(self) -> int:
        return int(self.main.locator("#cop-finder-count").inner_text().split()[0])

    def check_widest_filter(self, below: int) -> None:
        """Tick the choice that leaves most, so that there is something to leaf through."""
        labels = self.main.locator("label:has(input[type=checkbox]:enabled)").all_inner_texts()
        counts = {int(label.split()[-1]): number for number, label in enumerate(labels)}
        widest = counts[max(count for count in counts if count < below)]
        self.main.locator("label:has(input[type=checkbox]:enabled)").nth(widest).click()

    def follow_first_card(self) -> str:
        """Follow the first card of a list; the text of its link."""
        card = self.main.get_by_role("article").first
        link = card.get_by_role("heading").get_by_role("link")
        name = str(link.inner_text())
        link.click()
        return name


@pytest.fixture(params=LANGUAGES)
def visitor(request: Any, new_page: Any, demo: Demo) -> Iterator[Visitor]:
    page = new_page(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page.goto(f"{demo.base}/{request.param}/")
    yield Visitor(page, request.param)


def test_support_is_found_from_the_home_page(visitor: Visitor) -> None:
    reads = visitor.reads
    visitor.main.get_by_role("searchbox").first.fill(reads["word"])
    visitor.press("button", reads["search"], within=visitor.main)
    assert visitor.number_of_results() > 0
    found = visitor.follow_first_card()
    assert visitor.title() == found


def test_the_list_is_narrowed_and_leafed_through(visitor: Visitor) -> None:
    reads = visitor.reads
    visitor.choose_in_menu(reads["support"])
    everything = visitor.number_of_results()
    opens = visitor.main.locator("summary, button").filter(has_text=reads["filters"])
    opens.locator("visible=true").first.click()
    visitor.check_widest_filter(below=everything)
    visitor.press("button", reads["show"], within=visitor.main)
    narrowed = visitor.number_of_results()
    assert 0 < narrowed < everything
    visitor.press("link", f"^{reads['next']}", within=visitor.main)
    assert "page=2" in visitor.page.url
    assert visitor.number_of_results() == narrowed
    found = visitor.follow_first_card()
    assert visitor.title() == found


def test_a_theme_leads_to_its_initiatives(visitor: Visitor) -> None:
    reads = visitor.reads
    visitor.choose_in_menu(reads["themes"])
    visitor.press("link", reads["theme"], within=visitor.main)
    assert visitor.title() == reads["theme"]
    visitor.press("link", reads["everything"], within=visitor.main)
    assert visitor.number_of_results() > 0
    found = visitor.follow_first_card()
    assert visitor.title() == found


def test_a_session_goes_into_a_calendar(visitor: Visitor, demo: Demo) -> None:
    reads = visitor.reads
    visitor.choose_in_menu(reads["sessions"])
    next_one = demo.pages[f"session coming {visitor.language}"][0]
    visitor.main.locator(f"a[href='{next_one}']").locator("visible=true").first.click()
    session = visitor.title()
    with visitor.page.expect_download() as download:
        visitor.press("link", reads["calendar"], within=visitor.main)
    (event,) = Calendar.from_ical(download.value.path().read_bytes()).walk("VEVENT")
    assert str(event["SUMMARY"]) == session


def test_the_other_language_is_one_step_away(visitor: Visitor) -> None:
    reads = visitor.reads
    visitor.choose_in_menu(reads["support"])
    (there,) = (code for code in LANGUAGES if code != visitor.language)
    visitor.choose_in_menu(reads["other"])
    assert visitor.page.locator("html").get_attribute("lang") == there
    assert visitor.title() == READS[there]["support"]


def test_somebody_can_be_asked(visitor: Visitor) -> None:
    visitor.press("link", f"^{visitor.reads['contact']}$")
    assert visitor.title() == visitor.reads["contact"]
    assert visitor.main.locator("a[href^='mailto:']").count() > 0


def test_a_wrong_password_is_told_and_the_right_one_opens(visitor: Visitor, demo: Demo) -> None:
    from tests.browser.listing import CLOSED, PASSWORD

    visitor.page.goto(demo.base + demo.pages[f"password {visitor.language}"][0])
    field = visitor.main.locator("input[type=password]")
    field.fill("wrong")
    visitor.main.get_by_role("button").click()
    assert field.get_attribute("aria-invalid") == "true"
    field.fill(PASSWORD)
    visitor.main.get_by_role("button").click()
    assert visitor.title() == CLOSED[visitor.language]
