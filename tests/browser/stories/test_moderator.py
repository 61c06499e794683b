"""The moderator's story beside reviewing (see test_partner): terms, a new theme, and tidying up."""

from collections.abc import Callable

import pytest

from tests.browser.stories.accounts import PROVIDER
from tests.browser.stories.colleague import Colleague
from tests.browser.stories.visitor import Visitor

pytestmark = pytest.mark.browser

THEME = "Godwit theme"


def add_term(moderator: Colleague, vocabulary: str, name: str) -> None:
    """Through the menu, to the filled form."""
    moderator.menu("Community", "Terms")
    moderator.add("term")
    moderator.field("Vocabulary").select_option(label=vocabulary)
    moderator.fill_names(name)


def test_a_term_is_merged_and_its_pages_follow(
    enter: Callable[..., Colleague], visitor: Visitor, language: str, mark: str
) -> None:
    moderator = enter("moderator")
    term, title = f"Godwit ticket {mark}", f"Godwit {mark}"
    add_term(moderator, {"nl": "Soort steun", "en": "Kind of support"}[language], term)
    moderator.press("Create")

    # Somebody uses the term.
    moderator.dashboard()
    moderator.starting("New initiative").click()
    moderator.title(title)
    moderator.field("summary").fill("Half a ticket for bakers by godwit.")
    moderator.tab("For whom and where")
    moderator.checkbox(term).check()
    moderator.publish()
    assert term in visitor.open(f"/nl/ondersteuning/?q={mark}")

    # It is told how many pages follow; they do, and old links find them.
    moderator.menu("Community", "Terms")
    moderator.search_list(mark, term)
    moderator.link(term).first.click()
    moderator.header_action("Merge")
    moderator.reads("1 pagina heeft" if language == "nl" else "1 page carries")
    moderator.field("Merge into").select_option(label="Voucher")
    moderator.press("Merge")
    moderator.told(term)
    shown = visitor.open(f"/nl/ondersteuning/?support-type=voucher&q={mark}")
    assert title in shown
    assert term not in shown.replace(title, "")
    old = f"/nl/ondersteuning/?support-type=godwit-ticket-{mark}"
    assert title in visitor.open(old)


def test_a_new_theme_has_its_colour_and_its_mark(
    enter: Callable[..., Colleague], visitor: Visitor, language: str, mark: str
) -> None:
    moderator = enter("moderator")
    theme = f"{THEME} {mark}"
    add_term(moderator, moderator.say("Theme"), theme)
    moderator.radio("crimson").check()
    moderator.radio("a bridge").check()
    moderator.press("Create")

    moderator.new_page("Samen voor het mkb", "Thema’s", "Theme")
    moderator.title(theme)
    moderator.checkbox(theme).check()
    moderator.publish()

    assert theme in visitor.open("/nl/themas/")
    visitor.follow(theme)
    assert visitor.is_dressed("crimson", "bridge")


def test_what_is_unused_goes_and_what_is_used_says_where(
    enter: Callable[..., Colleague], language: str, mark: str
) -> None:
    moderator = enter("moderator")
    name = f"Godwit foundation {mark}"
    moderator.menu("Community", "Organisations")
    moderator.add("organisation")
    moderator.field("name").fill(name)
    moderator.press("Save")
    moderator.link(name).first.click()
    moderator.header_action("Delete")
    moderator.press("Yes, delete")
    assert moderator.link(name).count() == 0

    moderator.link(PROVIDER).first.click()
    moderator.header_action("Delete")
    moderator.reads(
        moderator.say("“%(name)s” is in use and cannot be deleted.", name="Loket Voorbeeld")
    )
    moderator.link("Voorbeeld: Ketenproef").click()
    moderator.field("summary").wait_for()
