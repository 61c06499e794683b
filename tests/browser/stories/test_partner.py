"""An organisation's editor and the moderator who reads along: from an idea to the public page."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.stories.accounts import PROVIDER
from tests.browser.stories.colleague import Colleague
from tests.browser.stories.mail import mails
from tests.browser.stories.visitor import Visitor

pytestmark = pytest.mark.browser

WORKFLOW = "CoP: goedkeuring door een moderator"


def submit(partner: Colleague, title: str) -> None:
    partner.do(partner.say("Submit to %(workflow_name)s", workflow_name=WORKFLOW))
    told = "Page '%(page_title)s' has been submitted for moderation."
    partner.told(partner.say(told, page_title=title))


def approve(moderator: Colleague) -> str:
    return moderator.say("%(label)s and Publish", label=moderator.say("Approve"))


def waiting(moderator: Colleague, title: str) -> Any:
    """The row of a page among what waits, reached from the dashboard."""
    moderator.dashboard()
    moderator.panel("Waits for you").get_by_role("link").first.click()
    row = moderator.page.get_by_role("row").filter(has_text=title)
    row.wait_for()
    return row


def test_a_new_initiative_is_sent_back_mended_and_published(
    enter: Callable[..., Colleague], visitor: Visitor, language: str, mark: str
) -> None:
    title = f"Heron voucher {mark}"
    # The two read different languages: each gets their own mails.
    partner = enter("partner")
    moderator = enter("moderator", {"nl": "en", "en": "nl"}[language])

    # The partner begins it from the dashboard, and finds it among the drafts.
    partner.dashboard()
    assert partner.shortcuts() == [partner.say("New initiative"), partner.say("New good practice")]
    partner.starting("New initiative").click()
    partner.title(title)
    partner.field("summary").fill("Half of the costs of a plan by heron.")
    partner.tab("Who")
    who = partner.page.get_by_role("region", name=re.compile(r"^\w+ 1$")).locator("visible=true")
    expect(who).to_contain_text(PROVIDER)
    partner.tab("Support")
    partner.save()
    partner.dashboard()
    partner.panel("Your drafts").get_by_role("link", name=title, exact=True).click()
    partner.comment("summary", "Is half of it right?")
    submit(partner, title)
    assert title not in visitor.search(title)

    # The moderator is told by mail, finds it on the dashboard, reads the question and answers.
    [told] = mails(partner.demo, moderator.email, title)
    assert told.subject == moderator.say(
        'The page "%(title)s" has been submitted for approval in moderation stage "%(task)s"',
        title=title,
        task=WORKFLOW,
    )
    waiting(moderator, title).get_by_role("link", name=title).click()
    moderator.reads_comment("Is half of it right?")
    moderator.request_changes("Say for whom it is.")

    # The partner reads the reason in the mail, mends it and sends it again.
    rejected = mails(partner.demo, partner.email, title)[-1]
    assert "Say for whom it is." in rejected.text
    partner.dashboard()
    partner.panel("Your drafts").get_by_role("link", name=title, exact=True).click()
    partner.field("summary").fill("Half of the costs of a plan for bakers by heron.")
    partner.do(partner.say("Resubmit to %(task_name)s", task_name=WORKFLOW))
    assert len(mails(partner.demo, moderator.email, title)) == 2

    # The moderator compares the two, and approves.
    moderator.review(title, "Compare with previous version")
    expect(moderator.page.get_by_role("main")).to_contain_text("for bakers")
    waiting(moderator, title).get_by_role("link", name=title).click()
    moderator.do(approve(moderator))
    approved = 'The page "%(title)s" has been approved in "%(workflow)s".'
    last = mails(partner.demo, partner.email, title)[-1]
    assert last.subject == partner.say(approved, title=title, workflow=WORKFLOW)

    # Everybody finds it.
    assert visitor.search(title) == [title]
    assert PROVIDER in visitor.follow(title)
    assert title in visitor.open(f"/nl/ondersteuning/?q={mark}")


def test_what_another_wrote_for_the_organisation_is_mended(
    enter: Callable[..., Colleague], visitor: Visitor, language: str, mark: str
) -> None:
    """Live stays what it was until a moderator, who sees what changed, approves it."""
    partner, moderator = enter("partner"), enter("moderator")
    page = {"nl": "Voorbeeld: Voucher slim starten", "en": "Voorbeeld: Ketenproef"}[language]
    address = {"nl": "voorbeeld-voucher-slim-starten", "en": "voorbeeld-ketenproef"}[language]
    text = f"Voor bakkers en reigers, {mark}."

    # The list offers to edit their own organisation's, and nothing of others'.
    partner.dashboard()
    partner.menu("Community", "Initiatives")
    partner.search_list("O&O-fondsen", "O&O-fondsen")
    assert partner.link("O&O-fondsen").count() == 0
    partner.search_list(page, page)
    partner.link(page).first.click()
    partner.field("summary").fill(text)
    submits = partner.say("Submit to %(workflow_name)s", workflow_name=WORKFLOW)
    assert partner.actions() == [partner.say("Save draft"), submits]
    submit(partner, page)
    assert text not in visitor.open(f"/nl/ondersteuning/{address}/")

    moderator.review(page, "Compare with live version")
    moderator.reads(mark)
    waiting(moderator, page).get_by_role("link", name=page).click()
    moderator.do(approve(moderator))
    assert text in visitor.open(f"/nl/ondersteuning/{address}/")
