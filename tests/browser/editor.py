"""An editor at work in the admin: finds everything by its role and its visible name."""

import re
from dataclasses import dataclass, field
from typing import Any

from django.utils import translation
from django.utils.text import capfirst

from tests.browser.conftest import Demo


@dataclass
class Editor:
    """The demo's editor account, with the admin in one language."""

    page: Any
    demo: Demo
    language: str
    #: What was sent to the server and has no answer yet.
    sent: list[Any] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        def answered(request: Any) -> None:
            if request in self.sent:
                self.sent.remove(request)

        def asked(request: Any) -> None:
            if request.method == "POST":
                self.sent.append(request)

        self.page.on("request", asked)
        self.page.on("requestfinished", answered)
        self.page.on("requestfailed", answered)

    def say(self, text: str, **values: str) -> str:
        """A text of the screen in the editor's language."""
        with translation.override(self.language):
            return str(translation.gettext(text)) % (values or ())

    def label(self, text: str) -> str:
        return str(capfirst(self.say(text)))

    def sign_in(self, name: str = "redacteur", password: str = "") -> None:
        """As an account of the demo, or as another with its password."""
        self.page.goto(f"{self.demo.base}/admin/")
        # Before signing in the browser's language counts.
        self.page.get_by_role("textbox", name=re.compile("Gebruikersnaam|Username")).fill(name)
        self.page.get_by_role("textbox", name=re.compile("Wachtwoord|Password")).fill(
            password or f"{name}-demo"
        )
        self.page.get_by_role("button", name=re.compile("Inloggen|Sign in")).click()
        self.page.get_by_role("button", name=self.say("Pages")).wait_for()

    def new_page(self, home: str, parent: str, kind: str) -> None:
        """Open the form of a new page, through the menu and the tree."""
        self.page.goto(f"{self.demo.base}/admin/")
        self.page.get_by_role("button", name=self.say("Pages"), exact=True).click()
        self.page.get_by_role("link", name=re.compile(f"^{re.escape(home)} ")).click()
        self.link(self.say("Explore child pages of '%(title)s'", title=parent)).click()
        self.link(self.say("Add child page")).click()
        type_link = self.page.get_by_role(
            "link", name=re.compile(f"^{re.escape(self.label(kind))} ")
        )
        heading = self.page.get_by_role("heading", level=1, name=re.compile(self.label(kind), re.I))
        type_link.or_(heading).first.wait_for()
        if type_link.count():
            type_link.click()
        self.field("Title*").wait_for()

    def link(self, name: str) -> Any:
        return self.page.get_by_role("link", name=name, exact=True)

    def button(self, name: str, exact: bool = True) -> Any:
        return self.page.get_by_role("button", name=name, exact=exact)

    def tab(self, name: str) -> None:
        label = re.compile(f"^{re.escape(self.say(name))}")  # the number of errors may follow
        self.page.get_by_role("tab", name=label).first.click()

    def field(self, label: str) -> Any:
        """A text box, number box or list by its label; the mark of a required field may follow."""
        name = re.compile(rf"^{re.escape(self.label(label.rstrip('*')))}\*?$")
        box = self.page.get_by_role("textbox", name=name)
        number = self.page.get_by_role("spinbutton", name=name)
        choice = self.page.get_by_role("combobox", name=name)
        return box.or_(number).or_(choice).locator("visible=true").first

    def radio(self, label: str) -> Any:
        return self.page.get_by_role("radio", name=self.say(label), exact=True)

    def choose(self, label: str) -> None:
        self.radio(label).check()

    def menu(self, group: str, item: str) -> None:
        """Open a screen of the admin by its menu."""
        self.page.goto(f"{self.demo.base}/admin/")
        self.button(self.say(group)).click()
        self.link(self.say(item)).click()

    def add_row(self, label: str) -> Any:
        """Add a row to a list on the form; the new, last one is given back."""
        name = self.say("Add %(label)s", label=self.say(label))
        self.page.get_by_role("button", name=name, exact=True).click()
        row = re.compile(rf"^{re.escape(self.label(label))} \d+$")
        return self.page.get_by_role("region", name=row).locator("visible=true").last

    def choose_snippet(self, row: Any, kind: str, name: str) -> None:
        """Choose an organisation or a person in a row."""
        row.get_by_role("button", name=self.say("Choose %(object)s", object=self.say(kind))).click()
        self.page.get_by_role("dialog").get_by_role("link", name=name, exact=True).click()
        row.get_by_text(name).wait_for()

    def choose_page(self, row: Any, title: str) -> None:
        """Choose a page in a row, by searching for its title."""
        row.get_by_role("button", name=re.compile(self.say("Choose a page"))).click()
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_role("textbox", name=self.say("Search term")).fill(title)
        dialog.get_by_role("link", name=title, exact=True).click()
        row.get_by_text(title).wait_for()

    def title(self, text: str) -> None:
        self.page.get_by_role("textbox", name=re.compile(f"^{self.say('Title')}")).fill(text)

    def error_at(self, label: str) -> str:
        """What is told at a field."""
        around = self.field(label).locator("xpath=ancestor::*[@data-field][1]")
        return str(around.locator(".error-message").inner_text())

    def publish(self) -> None:
        """Save and publish, with the menu at the foot of the form."""
        self.wait_for_the_draft()
        menu = self.page.get_by_role("button", name=self.say("More actions"))
        menu.click()
        with self.page.expect_navigation():
            self.button(self.say("Publish")).click()

    def wait_for_the_draft(self) -> None:
        """Wagtail keeps a draft half a second after the last change. Who publishes while it makes
        the page makes it a second time, and gets an error of the database."""
        self.page.wait_for_timeout(700)
        while self.sent:
            self.page.wait_for_timeout(100)

    def preview(self) -> str:
        """What a visitor would see now, from a new tab; a date block's lines as one text."""
        self.button(self.say("Toggle preview")).click()
        inside = self.page.get_by_title(self.say("Preview"), exact=True).last.content_frame
        inside.get_by_role("heading", level=1).wait_for()
        shown = ""
        # While Wagtail keeps the first draft by itself there is nothing to look at; it says so.
        for _try in range(10):
            with self.page.expect_popup() as opened:
                self.link(self.say("Preview in new tab")).click()
            opened.value.wait_for_load_state()
            main = opened.value.get_by_role("main")
            shown = " ".join(main.inner_text().split()) if main.count() else ""
            opened.value.close()
            if shown:
                break
            self.page.wait_for_timeout(1000)
        self.button(self.say("Toggle preview")).click()
        return shown
