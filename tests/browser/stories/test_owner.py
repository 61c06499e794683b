"""The owner's story: a site as its own, without programming."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Demo
from tests.browser.pages import LANGUAGES
from tests.browser.stories.accounts import PROVIDER
from tests.browser.stories.colleague import Colleague
from tests.browser.stories.test_moderator import THEME
from tests.browser.stories.visitor import Visitor

pytestmark = pytest.mark.browser

#: Given by setup, in the site's own language.
PARTNERS = "CoP-partnerredacteuren"
#: A text of Wagtail's scripts, which are translated apart from its pages.
EDIT_HOME = re.compile("^(Edit|Bewerk|Bewerken|Wijzig) .Samen voor het mkb.$")
SECRET = "Heron-over-the-harbour-7"  # noqa: S105 - of an account in the demo


def test_setup_is_done_and_says_so(demo: Demo) -> None:
    """But for the themes of the moderator's story, which it would give an English draft."""
    told = demo.manage("cop_setup", "--dry-run")
    would = [line for line in told.splitlines() if line.startswith(("+", "-"))]
    assert [line for line in would if THEME not in line] == []
    assert re.search(r"^\d+ ", told, re.MULTILINE)


def test_who_organises_it_and_what_the_home_page_says(
    seat: Callable[[str, str], Colleague], visitor: Visitor
) -> None:
    """One after the other: there is one setting and one home page, and both are put back."""
    for number, speaks in enumerate(LANGUAGES):
        owner, phone = seat("owner", speaks), f"010 000 00 0{number}"
        set_phone(owner, phone)
        assert phone in visitor.open("/nl/contact/")
        assert phone in visitor.open("/en/contact/")
        set_phone(owner, "")
        assert phone not in visitor.open("/nl/contact/")

        headline = f"Snipe headline {speaks}"
        before = set_headline(owner, headline)
        assert headline in visitor.open("/nl/")
        assert set_headline(owner, before) == headline
        assert headline not in visitor.open("/nl/")


def set_phone(owner: Colleague, phone: str) -> None:
    owner.menu("Settings", "Community of Practice")
    owner.field("telephone for questions").fill(phone)
    owner.press("Save")


def set_headline(owner: Colleague, text: str) -> str:
    """Publishes it; what stood there is given back."""
    owner.dashboard()
    owner.button(owner.say("Pages")).click()
    owner.page.get_by_role("dialog").get_by_role("link", name=EDIT_HOME).click()
    before = str(owner.field("headline").input_value())
    owner.field("headline").fill(text)
    owner.publish()
    return before


def test_somebody_new_may_write_for_an_organisation(
    enter: Callable[..., Colleague], chromium: Any, demo: Demo, language: str, mark: str
) -> None:
    owner = enter("owner")
    name = f"snipe-{mark}"
    owner.menu("Settings", "Users")
    owner.link(owner.say("Add a user")).click()
    owner.field("Username").fill(name)
    owner.field("Email").fill(f"{name}@voorbeeld.example")
    owner.field("First Name").fill("Sanne")
    owner.field("Last Name").fill(mark)
    owner.field("Password").fill(SECRET)
    owner.field("Password confirmation").fill(SECRET)
    owner.tab("Roles")
    owner.checkbox(PARTNERS).check()
    owner.press("Create")

    owner.menu("Community", "Organisations")
    owner.link(PROVIDER).first.click()
    row = owner.add_row("user")
    row.get_by_role("combobox").select_option(label=name)
    owner.press("Save")

    # The newcomer signs in, and begins what the organisation offers.
    context = chromium.new_context(viewport={"width": 1400, "height": 1400}, locale=language)
    newcomer = Colleague(context.new_page(), demo, language, "partner")
    newcomer.sign_in(name, SECRET)
    assert newcomer.shortcuts() == [
        newcomer.say("New initiative"),
        newcomer.say("New good practice"),
    ]
    newcomer.starting("New initiative").click()
    newcomer.tab("Who")
    expect(newcomer.page.get_by_role("tabpanel").locator("visible=true")).to_contain_text(PROVIDER)
    context.close()


def test_a_new_vocabulary_is_a_filter_for_visitors(
    enter: Callable[..., Colleague], visitor: Visitor, language: str, mark: str
) -> None:
    owner = enter("owner")
    vocabulary, term, title = f"Snipe sort {mark}", f"Snipe term {mark}", f"Snipe desk {mark}"
    owner.menu("Community", "Vocabularies")
    owner.add("vocabulary")
    owner.fill_names(vocabulary)
    owner.field("code").fill(f"snipe-{mark}")
    owner.checkbox(owner.label("initiative")).check()
    owner.press("Create")

    owner.menu("Community", "Terms")
    owner.add("term")
    owner.field("vocabulary").select_option(label=vocabulary)
    owner.fill_names(term)
    owner.press("Create")

    # It stands on the form of an initiative, and among what visitors filter by.
    owner.dashboard()
    owner.starting("New initiative").click()
    owner.title(title)
    owner.field("summary").fill("Half a desk for bakers by snipe.")
    owner.tab("For whom and where")
    owner.checkbox(term).check()
    owner.publish()
    assert vocabulary in visitor.open("/nl/ondersteuning/")
    assert visitor.filter_by(vocabulary, term) == [title]
