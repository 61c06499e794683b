"""What an editor sees first."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Workflow

from cop_blocks.desk import registry
from cop_blocks.models import Organisation
from tests.blocks.site_factories import home, page_below
from tests.rights import EDIT, client_of, page_of, person, words

pytestmark = pytest.mark.django_db

HOME = "/admin/"


def dashboard(user: Any) -> Any:
    return page_of(client_of(user).get(HOME))


def draft(parent: Any, user: Any, title: str = "Nieuw") -> Any:
    page = page_below(parent, title, live=False, owner=user)
    page.save_revision(user=user)
    return page


def shortcuts(page: Any) -> dict[str, str]:
    return {
        words(link.select_one(".cop-desk-shortcut__label")): link["href"]
        for link in page.select("a.cop-desk-shortcut")
    }


def panels(page: Any) -> list[str]:
    return [panel["id"] for panel in page.select("section.w-panel--dashboard[id^=cop-]")]


def test_who_may_do_nothing_sees_nothing_of_ours() -> None:
    home()
    page = dashboard(person("Nobody"))

    assert panels(page) == []
    assert page.select(".w-summary a") == []


def test_a_shortcut_is_shown_to_who_may_do_it() -> None:
    may = person("Ed", models={Organisation: ("add",)})

    assert shortcuts(dashboard(may)) == {
        "New organisation": reverse("wagtailsnippets_cop_blocks_organisation:add")
    }


def test_the_dashboard_speaks_the_language_of_its_user() -> None:
    page = dashboard(person("Ed", language="nl", models={Organisation: ("add",)}))

    assert list(shortcuts(page)) == ["Nieuwe organisatie"]
    assert "Wat kan ik hier doen?" in words(page)


def test_my_drafts_are_listed_with_a_link_and_those_of_others_are_not() -> None:
    top = home()
    me, other = person("Ed", {top: EDIT}), person("Mo", {top: EDIT})
    mine = draft(top, me, "Van mij")
    draft(top, other, "Van een ander")

    page = dashboard(me)

    links = page.select(".cop-desk-draft__title")
    assert [(words(link), link["href"]) for link in links] == [
        ("Van mij", reverse("wagtailadmin_pages:edit", args=[mine.pk]))
    ]
    assert words(page.select_one(".cop-desk-draft__about")).startswith(
        "Information page · Dutch · not published · "
    )
    number = page.find("a", string="1 draft of yours")
    assert number["href"] == "/admin/cop_pages/?drafts=mine"
    listing = page_of(client_of(me).get(number["href"]))
    assert [words(title) for title in listing.select("td.title .title-wrapper a")] == ["Van mij"]


def test_a_live_page_that_i_changed_and_did_not_publish_is_a_draft_of_mine() -> None:
    top = home()
    me = person("Ed", {top: EDIT})
    page = page_below(top, "Contact")
    page.title = "Contact en route"
    page.save_revision(user=me)

    about = dashboard(me).select_one(".cop-desk-draft")
    assert words(about).startswith("Contact en route Information page · Dutch · changes not pub")


def test_a_draft_in_a_tree_that_i_no_longer_see_is_not_mine() -> None:
    top = home()
    hidden, mine = page_below(top, "Bestuur"), page_below(top, "Nieuws")
    me = person("Ed", {mine: EDIT})
    draft(hidden, me)

    assert dashboard(me).select(".cop-desk-draft") == []


def test_five_drafts_are_named_and_the_others_are_a_link_away() -> None:
    top = home()
    me = person("Ed", {top: EDIT})
    for number in range(6):
        draft(top, me, f"Concept {number}")

    page = dashboard(me)

    assert len(page.select(".cop-desk-draft")) == 5
    assert page.find("a", string="All your drafts")["href"] == "/admin/cop_pages/?drafts=mine"


def submitted(top: Any) -> Any:
    """A moderator for whom a page waits."""
    from django.contrib.auth.models import Group
    from wagtail.models import GroupApprovalTask, WorkflowPage, WorkflowTask

    moderator = person("Mo", {top: EDIT})
    task = GroupApprovalTask.objects.create(name="Look at it")
    task.groups.set(Group.objects.filter(user=moderator))
    workflow = Workflow.objects.create(name="Two eyes")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=top)
    writer = person("Ed", {top: ("add", "change")})
    workflow.start(draft(top, writer), writer)
    return moderator, writer


def test_what_waits_for_me_is_told_to_who_can_act_on_it() -> None:
    moderator, writer = submitted(home())

    link = dashboard(moderator).select_one("#cop-waiting-section a.cop-desk-number")
    assert words(link) == "1 page waits for your review"
    assert link["href"] == "/admin/reports/workflow_tasks/?reviewable=true"
    assert "cop-waiting-section" not in panels(dashboard(writer))


@pytest.fixture
def old_thing() -> Any:
    def provider(request: Any) -> Any:
        return registry.Number("2 old things", 2, "/admin/old/")

    registry.register_out_of_date(provider)
    yield provider
    registry.out_of_date.unregister(provider)


def test_a_host_adds_what_is_out_of_date_and_it_counts(old_thing: Any) -> None:
    page = dashboard(person("Ed"))

    assert [words(link) for link in page.select("#cop-out-of-date-section a.cop-desk-number")] == [
        "2 old things"
    ]
    assert page.find("a", string="2 things out of date")["href"] == "/admin/old/"


def test_the_dashboard_costs_the_same_for_one_draft_and_for_many() -> None:
    top = home()
    me = person("Ed", {top: EDIT}, models={Organisation: ("add",)})
    client = client_of(me)

    def costs() -> int:
        client.get(HOME)
        with CaptureQueriesContext(connection) as captured:
            client.get(HOME)
        return len(captured)

    draft(top, me, "Eén")
    with_one = costs()
    for number in range(8):
        draft(top, me, f"Concept {number}")
    assert costs() == with_one
