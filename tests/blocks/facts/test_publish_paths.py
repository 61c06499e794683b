"""Whatever stores a translation, and however old its content is: it shows the source's facts."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Revision, Workflow, WorkflowPage, WorkflowTask
from wagtail.test.utils.form_data import querydict_from_html

from cop_blocks.base_page import Page
from tests.blocks.facts.factories import fresh, group, publish

pytestmark = pytest.mark.django_db

NEW = {"place": "Delft", "opens_on": date(2026, 11, 2)}


def revision_publish(revision: Revision, client: Client) -> None:
    revision.publish()


def page_save(revision: Revision, client: Client) -> None:
    page = revision.as_object()
    page.place, page.opens_on = "Stale", date(2020, 1, 1)
    page.save()


def page_save_of_named_fields(revision: Revision, client: Client) -> None:
    page = revision.as_object()
    page.place = "Stale"
    page.save(update_fields=["place", "summary", "title"])


def schedule(revision: Revision, client: Client) -> None:
    Revision.objects.filter(pk=revision.pk).update(
        approved_go_live_at=timezone.now() - timedelta(minutes=1)
    )
    call_command("publish_scheduled", verbosity=0)


def edit_view(revision: Revision, client: Client) -> None:
    url = reverse("wagtailadmin_pages:edit", args=[revision.object_id])
    if not revision.is_latest_revision():
        url = reverse("wagtailadmin_pages:revisions_revert", args=[revision.object_id, revision.pk])
    form = querydict_from_html(client.get(url).content.decode(), form_id="page-edit-form")
    form["action-publish"] = "1"
    form["place"] = "Forged"
    edit_url = reverse("wagtailadmin_pages:edit", args=[revision.object_id])
    assert client.post(edit_url, form).status_code == 302


def bulk_publish(revision: Revision, client: Client) -> None:
    revision.as_object().save_revision()
    url = reverse(
        "wagtail_bulk_action", args=[Page._meta.app_label, Page._meta.model_name, "publish"]
    )
    assert client.post(f"{url}?id={revision.object_id}").status_code == 302


def workflow(revision: Revision, client: Client) -> None:
    page = revision.as_object()
    page.save_revision()
    flow = Workflow.objects.create(name="Two pairs of eyes")
    task = GroupApprovalTask.objects.create(name="Moderate")
    WorkflowTask.objects.create(workflow=flow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=flow, page=page.get_parent())
    user = client.superuser  # type: ignore[attr-defined]
    state = flow.start(fresh(page), user)
    state.current_task_state.approve(user=user)


PATHS = [
    revision_publish,
    page_save,
    page_save_of_named_fields,
    schedule,
    edit_view,
    bulk_publish,
    workflow,
]


@pytest.fixture
def admin(client: Client, admin_user: Any) -> Client:
    client.force_login(admin_user)
    client.superuser = admin_user  # type: ignore[attr-defined]
    return client


def facts_of(page: Any) -> dict[str, Any]:
    page = fresh(page)
    return {
        "place": page.place,
        "opens_on": page.opens_on,
        "partners": [(row.partner, row.share) for row in page.partner_rows.all()],
        "minutes": [row.minutes for row in page.step_rows.order_by("sort_order")],
    }


def change_facts(source: Any) -> None:
    draft = source.get_latest_revision_as_object()
    draft.place, draft.opens_on = "Delft", date(2026, 11, 2)
    partners = list(draft.partner_rows.all())
    partners[0].share = 75
    draft.partner_rows = [partners[1], partners[0]]
    for position, row in enumerate(draft.partner_rows.all()):
        row.sort_order = position
    steps = list(draft.step_rows.all())
    steps[0].minutes = 15
    draft.step_rows = steps
    draft.save_revision().publish()


@pytest.mark.parametrize("publish_path", PATHS)
def test_draft_older_than_the_change_shows_the_new_facts(
    admin: Client, publish_path: Callable[[Revision, Client], None]
) -> None:
    source, translation = group("en")
    draft = fresh(translation, title="New title")
    draft.save_revision()
    stale = fresh(translation).latest_revision
    change_facts(source)

    publish_path(Revision.objects.get(pk=stale.pk), admin)

    assert fresh(translation).title == "New title"
    assert facts_of(translation) == facts_of(source)
    assert facts_of(source)["place"] == "Delft"


@pytest.mark.parametrize("publish_path", PATHS)
def test_revision_that_is_not_the_latest_shows_the_new_facts(
    admin: Client, publish_path: Callable[[Revision, Client], None]
) -> None:
    source, translation = group("en")
    older = fresh(translation, title="Older title").save_revision()
    fresh(translation, title="Newest title").save_revision()
    change_facts(source)

    publish_path(Revision.objects.get(pk=older.pk), admin)

    assert fresh(translation).title == "Older title"
    assert facts_of(translation) == facts_of(source)


@pytest.mark.parametrize("publish_path", PATHS)
def test_source_that_is_not_live_leaves_the_facts_last_published(
    admin: Client, publish_path: Callable[[Revision, Client], None]
) -> None:
    source, translation = group("en")
    stale = fresh(translation, title="New title").save_revision()
    publish(source, place="Delft")
    before = facts_of(translation)
    fresh(source).unpublish()
    fresh(source, place="Only a draft").save_revision()
    fresh(source, place="Only a row").save()

    publish_path(Revision.objects.get(pk=stale.pk), admin)

    assert fresh(translation).title == "New title"
    assert facts_of(translation) == before
    assert before["place"] == "Delft"


def test_source_by_every_path_brings_its_facts(admin: Client) -> None:
    source, translation = group("en")
    for path in (revision_publish, schedule, edit_view, bulk_publish):
        draft = source.get_latest_revision_as_object()
        draft.place = f"By {path.__name__}"
        revision = draft.save_revision()
        if path is edit_view:
            url = reverse("wagtailadmin_pages:edit", args=[source.pk])
            form = querydict_from_html(admin.get(url).content.decode(), form_id="page-edit-form")
            admin.post(url, {**form.dict(), "action-publish": "1"})
        else:
            path(revision, admin)
        assert fresh(source).place == f"By {path.__name__}"
        assert fresh(translation).place == f"By {path.__name__}"
