"""Somebody of the stories at work in the admin, with the rights of a role."""

import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import expect

from tests.browser.editor import Editor

#: What Wagtail says where somebody may not come.
REFUSAL = "Sorry, you do not have permission to access this area."


@dataclass
class Colleague(Editor):
    """Signed in already. Everything is found by its role and the name that it has for readers."""

    role: str

    # The dashboard and the menu

    def dashboard(self) -> None:
        self.open("/admin/")

    def open(self, path: str) -> None:
        self.page.goto(f"{self.demo.base}{path}")

    def panel(self, heading: str) -> Any:
        """A panel of the dashboard or of a form."""
        return self.page.get_by_role("region", name=self.say(heading), exact=True)

    def starting(self, text: str) -> Any:
        """A link whose name begins so; what follows tells more."""
        name = re.compile(f"^{re.escape(self.say(text))}")
        return self.page.get_by_role("main").get_by_role("link", name=name)

    def shortcuts(self) -> list[str]:
        """What the dashboard offers to begin, without the lines that explain it."""
        links = self.panel("What can I do here?").get_by_role("listitem").get_by_role("link")
        return [text.split("\n")[0] for text in links.all_inner_texts()]

    def menu_items(self, group: str = "") -> list[str]:
        """The names in the main menu, or in one of its groups."""
        menu = self.page.get_by_role("navigation", name=self.say("Main menu"))
        if not group:
            found = menu.get_by_role("button").or_(menu.get_by_role("link")).locator("visible=true")
            names = [name.split("\n")[0].strip() for name in found.all_inner_texts()]
            return [name for name in names if name != self.say("Help")]
        opener = menu.get_by_role("button", name=self.say(group), exact=True)
        opener.click()
        heading = self.page.get_by_role("button", name=self.say(group), exact=True)
        inside = menu.get_by_role("listitem").filter(has=heading).get_by_role("link")
        inside.first.wait_for()
        names = [name.strip() for name in inside.all_inner_texts()]
        opener.click()
        return names

    # Forms

    def actions(self) -> list[str]:
        """What the foot of a form offers."""
        foot = self.foot()
        more = foot.get_by_role("button", name=self.say("More actions"))
        has_more = more.count() > 0
        if has_more:
            more.click()
        buttons = foot.get_by_role("button")
        names = [text.strip() for text in buttons.all_inner_texts()]
        if has_more:
            self.page.keyboard.press("Escape")
            expect(buttons).to_have_count(2)
        return [name for name in names if name and name != self.say("More actions")]

    def foot(self) -> Any:
        return self.page.get_by_role("navigation", name=self.say("Actions (footer)"))

    def do(self, action: str) -> None:
        """One of the actions at the foot, and the answer to it; ``action`` as it is read."""
        more = self.foot().get_by_role("button", name=self.say("More actions"))
        button = self.foot().get_by_role("button", name=action, exact=True)
        if not button.count() or not button.is_visible():
            more.click()
        with self.page.expect_navigation():
            button.click()

    def save(self) -> None:
        self.do(self.say("Save draft"))

    def told(self, text: str) -> None:
        """Wait until a message says this."""
        expect(self.page.get_by_role("status").filter(has_text=text).first).to_be_visible()

    def fill_names(self, name: str) -> None:
        """The names of a term or a vocabulary: the same one in every language."""
        for language in ("Dutch", "English"):
            label = f"{self.say('Name')} ({self.say(language)})"
            self.page.get_by_role("textbox", name=label, exact=True).fill(name)

    def press(self, name: str) -> None:
        """A button that sends the form."""
        with self.page.expect_navigation():
            self.button(self.say(name)).click()

    def checkbox(self, name: str) -> Any:
        boxes = self.page.get_by_role("checkbox", name=name, exact=True)
        return boxes.locator("visible=true").first

    def reads(self, text: str) -> None:
        """Wait until the screen says this."""
        expect(self.page.get_by_role("main")).to_contain_text(text)

    # Listings

    def search_list(self, words: str, title: str) -> None:
        """Type in the search of a listing, and wait until it shows this alone."""
        self.page.get_by_role("main").get_by_role("textbox", name=self.say("Search term")).fill(
            words
        )
        rows = self.page.get_by_role("row").filter(has=self.page.get_by_role("cell"))
        expect(rows).to_have_count(1)
        expect(rows.first).to_contain_text(title)

    def add(self, kind: str) -> None:
        """The button at the head of a listing that begins a new one."""
        name = self.say("Add %(model_name)s", model_name=self.say(kind))
        pattern = re.compile(f"^{re.escape(name)}$", re.IGNORECASE)
        self.page.get_by_role("main").get_by_role("link", name=pattern).first.click()
        self.foot().wait_for()

    def download(self, name: str, file: Any) -> None:
        """One of the files that a listing offers."""
        with self.page.expect_download() as coming:
            self.header_action(name)
        coming.value.save_as(file)

    def header_action(self, name: str) -> None:
        """Something from the menu beside the heading."""
        # Wagtail leaves the name of this part in English.
        actions = self.page.get_by_role("navigation", name="Actions", exact=True).first
        actions.get_by_role("button", name=self.say("Actions"), exact=True).click()
        actions.get_by_role("link", name=self.say(name), exact=True).click()

    # What is refused

    def is_refused(self, path: str) -> bool:
        """Whether an address answers with a refusal: the dashboard that says so, or an error."""
        answer = self.page.goto(f"{self.demo.base}{path}")
        if answer.status in (403, 404):
            return True
        expect(self.page.get_by_role("status").first).to_contain_text(self.say(REFUSAL))
        return self.page.url.removeprefix(self.demo.base) == "/admin/"

    # Comments and review

    @property
    def email(self) -> str:
        return f"story-{self.role}-{self.language}@voorbeeld.example"

    def comment(self, label: str, text: str) -> None:
        """Write a comment at a field; it is kept when the page is saved."""
        self.around(label).get_by_role("button", name=self.say("Add comment")).click()
        # A text of Wagtail's scripts, which are translated apart from its pages.
        box = re.compile("^(Enter your comments|Typ commentaar)")
        self.page.get_by_role("textbox", name=box).fill(text)
        self.button(self.say("Comment")).click()
        expect(self.page.get_by_text(text, exact=True)).to_be_visible()

    def reads_comment(self, text: str) -> None:
        """Wait until a comment shows beside the form."""
        self.button(self.say("Toggle comments"), exact=False).click()
        expect(self.page.get_by_text(text, exact=True)).to_be_visible()

    def request_changes(self, reason: str) -> None:
        """Send a page back, with the reason."""
        self.foot().get_by_role("button", name=self.say("More actions")).click()
        name = self.say("Request changes")
        self.foot().get_by_role("button", name=name, exact=True).click()
        dialog = self.page.get_by_role("dialog").locator("visible=true")
        dialog.get_by_role("textbox").fill(reason)
        with self.page.expect_navigation():
            dialog.get_by_role("button", name=name, exact=True).click()

    def review(self, title: str, action: str) -> None:
        """One of the actions at a page that waits, on the dashboard."""
        self.dashboard()
        row = self.panel("Awaiting your review").get_by_role("row").filter(has_text=title)
        row.get_by_role("button", name=self.say("Actions"), exact=True).click()
        row.get_by_role("link", name=self.say(action), exact=True).click()
        self.page.wait_for_load_state()

    def around(self, label: str) -> Any:
        """The part of a form about a field."""
        name = re.compile(rf"^{re.escape(self.label(label))}\*?$")
        return self.page.get_by_role("region", name=name).locator("visible=true").first
