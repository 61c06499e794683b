"""Approval by a moderator: ``cop_setup`` makes it, and what a site has of its own stays."""

from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowState

from cop_blocks.models import SetupRecord
from cop_blocks.setup import vocabularies
from cop_blocks.setup.approval import NAMES
from cop_blocks.terms.start.themes import THEMES
from tests.site.fresh import home, member, translated

NAME = NAMES["nl"]


@pytest.fixture
def site(db: None, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(vocabularies, "START_VOCABULARIES", (THEMES,))
    return home("nl")


def setup(**options: Any) -> str:
    out = StringIO()
    call_command("cop_setup", stdout=out, **options)
    return out.getvalue()


def under(workflow: Workflow) -> set[str]:
    return set(WorkflowPage.objects.filter(workflow=workflow).values_list("page__slug", flat=True))


def moderators() -> Any:
    return SetupRecord.objects.get(key="groups:moderators").thing()


def test_moderators_approve_what_lies_below_the_trees_that_setup_made(site: Any) -> None:
    setup()

    workflow = Workflow.objects.get(name=NAME)
    [task] = [row.task.specific for row in workflow.workflow_tasks.all()]
    assert list(task.groups.all()) == [moderators()]
    assert {"ondersteuning", "goede-praktijken", "sessies"} <= under(workflow)
    assert "thuis" not in under(workflow)
    assert Page.objects.get(slug="ondersteuning").get_workflow() == workflow


def test_a_second_run_changes_nothing(site: Any) -> None:
    setup()
    before = list(WorkflowPage.objects.values_list("page", "workflow").order_by("page"))

    told = setup()

    assert list(WorkflowPage.objects.values_list("page", "workflow").order_by("page")) == before
    assert Workflow.objects.filter(name=NAME).count() == 1
    assert told.splitlines()[-1].startswith("0 ")


def test_a_site_of_before_gets_it_by_running_setup_again(site: Any) -> None:
    setup()
    Workflow.objects.get(name=NAME).delete()
    GroupApprovalTask.objects.filter(name=NAME).delete()
    SetupRecord.objects.filter(key__startswith="approval:").delete()

    setup()

    assert "ondersteuning" in under(Workflow.objects.get(name=NAME))


def test_a_workflow_of_the_sites_own_stays(site: Any) -> None:
    setup()
    own = Workflow.objects.create(name="Own")
    page = Page.objects.get(slug="ondersteuning")
    WorkflowPage.objects.filter(page=page).update(workflow=own)
    WorkflowPage.objects.create(page=site, workflow=own)

    setup()

    assert under(own) == {"ondersteuning", "thuis"}

    setup(remove=True)

    # What was changed by hand is left; what hangs on a page that went, went along.
    assert Workflow.objects.filter(name="Own").exists()
    assert "thuis" in under(own)


def test_a_page_with_a_workflow_before_setup_makes_its_own_is_left(site: Any) -> None:
    setup()
    setup_records = SetupRecord.objects.filter(key__startswith="approval:")
    for record in setup_records:
        thing = record.thing()
        if thing is not None:
            thing.delete()
        record.delete()
    own = Workflow.objects.create(name="Own")
    WorkflowPage.objects.create(page=Page.objects.get(slug="ondersteuning"), workflow=own)

    setup()

    assert under(own) == {"ondersteuning"}
    assert "ondersteuning" not in under(Workflow.objects.get(name=NAME))


def test_remove_takes_it_away(site: Any) -> None:
    setup()

    setup(remove=True)

    assert not Workflow.objects.filter(name=NAME).exists()
    assert not GroupApprovalTask.objects.filter(name=NAME).exists()
    assert not SetupRecord.objects.filter(key__startswith="approval:").exists()


def test_a_workflow_that_pages_went_through_is_left_and_told(site: Any) -> None:
    setup()
    workflow = Workflow.objects.get(name=NAME)
    page = Page.objects.get(slug="ondersteuning").specific
    page.save_revision()
    workflow.start(page, member(moderators()))
    assert WorkflowState.objects.count() == 1

    told = setup(remove=True)

    assert Workflow.objects.filter(name=NAME).exists()
    assert f"{NAME}: gelaten, er zijn pagina’s voor ingediend" in told


def test_a_dry_run_writes_nothing_and_tells(site: Any) -> None:
    told = setup(dry_run=True)

    assert NAME in told
    assert not Workflow.objects.filter(name=NAME).exists()


def test_without_workflows_there_is_none(site: Any, settings: Any) -> None:
    settings.WAGTAIL_WORKFLOW_ENABLED = False

    setup()

    assert not Workflow.objects.filter(name=NAME).exists()


def test_without_moderators_it_says_so(site: Any) -> None:
    setup()
    setup(remove=True)
    Group.objects.create(name="CoP-moderatoren")

    told = setup()

    assert not Workflow.objects.filter(name=NAME).exists()
    assert NAME in told


def test_pages_made_later_come_under_it(site: Any) -> None:
    setup()
    translated(site)

    setup()

    assert {"ondersteuning", "support"} <= under(Workflow.objects.get(name=NAME))
