"""Somebody who only reads."""

import re
from dataclasses import dataclass
from typing import Any

from cop_blocks.looks.svg import mark_svg
from tests.browser.conftest import Demo

#: The address has changed, and the list is that of the address.
LIST_FOLLOWED = """(before) => {
  const shown = document.getElementById("cop-finder-parts").dataset.copAddress;
  return location.href !== before && shown === location.pathname + location.search;
}"""


@dataclass
class Visitor:
    page: Any
    demo: Demo

    def open(self, path: str) -> str:
        """What a page says."""
        self.page.goto(f"{self.demo.base}{path}")
        return self.reads()

    def reads(self) -> str:
        return str(self.page.get_by_role("main").inner_text())

    def search(self, words: str, language: str = "nl") -> list[str]:
        """The titles that a search finds."""
        self.page.goto(f"{self.demo.base}/{language}/")
        box = self.page.get_by_role("combobox").first
        box.fill(words)
        box.press("Enter")
        self.page.wait_for_url(f"**/{language}/*/?q=*")
        return self.titles()

    def filter_by(self, group: str, term: str) -> list[str]:
        """The titles that are left when one term of a list is ticked; from where they are."""
        before = self.page.url
        terms = self.page.get_by_role("group", name=group, exact=True)
        terms.get_by_role("checkbox", name=re.compile(f"^{re.escape(term)} ")).check()
        self.page.wait_for_function(LIST_FOLLOWED, arg=before)
        return self.titles()

    def titles(self) -> list[str]:
        headings = self.page.get_by_role("main").get_by_role("article").get_by_role("heading")
        return [str(text) for text in headings.all_inner_texts()]

    def follow(self, link: str) -> str:
        """What stands behind a link."""
        self.page.get_by_role("main").get_by_role("link", name=link).first.click()
        self.page.get_by_role("heading", level=1, name=link).wait_for()
        return self.reads()

    def get(self, path: str) -> str:
        """A file or a page, as it comes."""
        return str(self.page.context.request.get(f"{self.demo.base}{path}").text())

    def is_dressed(self, palette: str, mark: str) -> bool:
        """Whether the page wears a palette and shows a mark. Both are for eyes, and have no names
        to find them by."""
        written = self.get(self.page.url.removeprefix(self.demo.base))
        return f"cop-palette--{palette}" in written and str(mark_svg(mark)) in written
