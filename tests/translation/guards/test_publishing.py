"""An unfinished translation is not published by accident, on whichever way it comes."""

import pickle
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.publish_revision import PublishPermissionError
from wagtail.models import GroupApprovalTask, PageLogEntry, Revision, Workflow, WorkflowTask
from wagtail_localize.models import StringTranslation

from cop_blocks.translation.guards import publishing
from cop_blocks.translation.guards.publishing import UnfinishedError, on_purpose
from cop_blocks.translation.models import Consent
from tests.blocks.facts.factories import fresh, make_offer
from tests.rights import client_of, page_of, person, words
from tests.translation.guards.steps import approve, draft, target_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def commit(django_capture_on_commit_callbacks: Any) -> Any:
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def admin(admin_client: Any) -> Any:
    return admin_client


def is_live(translation: Any) -> bool:
    return bool(target_of(translation).live)


def stop(translation: Any) -> None:
    translation.enabled = False
    translation.save()


# Publishing by code


def test_a_finished_translation_is_published_in_the_name_of_the_person(
    translation, admin_user, commit
):
    approve(translation)
    with commit():
        assert publishing.publish(translation, admin_user) == []
    page = target_of(translation)
    assert (page.live, page.title, page.has_unpublished_changes) == (True, "EN Offer (nl)", False)
    entry = PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish").get()
    assert (entry.user, Consent.objects.count()) == (admin_user, 0)


def test_an_unfinished_one_is_not_and_says_what_is_missing(translation, admin_user, commit):
    approve(translation, but=("summary",))
    with commit():
        left = publishing.publish(translation, admin_user)
    assert [(each.source, each.why) for each in left] == [("Geld erbij", "missing")]
    assert not is_live(translation)


def test_anyway_is_kept_with_the_revision_and_logged(translation, admin_user, commit):
    approve(translation, but=("summary",))
    with commit():
        publishing.publish(translation, admin_user, anyway=True)
    page = target_of(translation)
    assert (page.live, page.summary) == (True, "Geld erbij")
    consent = Consent.objects.get()
    assert (consent.revision_id, consent.user, consent.missing) == (
        page.live_revision_id,
        admin_user,
        ["summary"],
    )
    entry = PageLogEntry.objects.get(page=page.pk, action="cop_translation.publish_anyway")
    assert (entry.user, entry.revision_id, entry.data) == (
        admin_user,
        page.live_revision_id,
        {"missing": ["summary"]},
    )


def test_anyway_needs_the_right_to_publish(translation, commit):
    editor = person("Ed", {target_of(translation).get_parent(): ("add", "change")})
    with commit(), pytest.raises(PublishPermissionError):
        publishing.publish(translation, editor, anyway=True)
    with commit(), on_purpose(editor), pytest.raises(PublishPermissionError):
        translation.save_target(publish=True)
    with on_purpose(editor), pytest.raises(PublishPermissionError):
        draft(translation).publish()
    assert (is_live(translation), Consent.objects.count()) == (False, 0)


def test_a_consent_holds_for_its_revision_and_what_was_missing(translation, admin_user):
    approve(translation, but=("summary", "body"))
    revision = draft(translation)
    with on_purpose(admin_user):
        revision.publish()
    revision.publish()
    StringTranslation.objects.filter(context__path="title").update(translation_type="machine")
    with pytest.raises(UnfinishedError):
        revision.publish()
    with pytest.raises(UnfinishedError):
        draft(translation).publish()


def test_wagtails_own_calls_raise_and_leave_all_as_it_was(translation, commit):
    before = fresh(target_of(translation)).__dict__ | {"_state": None}
    with commit(), pytest.raises(UnfinishedError):
        translation.save_target(publish=True)
    revision = target_of(translation).latest_revision
    with pytest.raises(UnfinishedError):
        revision.publish()
    assert fresh(target_of(translation)).__dict__ | {"_state": None} == before


def test_the_error_can_be_sent_to_another_process(translation):
    with pytest.raises(UnfinishedError) as raised:
        draft(translation).publish()
    copy = pickle.loads(pickle.dumps(raised.value))  # noqa: S301
    assert (str(copy), copy.left) == (str(raised.value), raised.value.left)


def test_a_live_translation_stays_live_when_its_update_is_unfinished(
    translation, offer, admin_user, commit
):
    approve(translation)
    with commit():
        publishing.publish(translation, admin_user)
    live = target_of(translation)
    offer.summary = "Anders"
    offer.save_revision().publish()
    translation.source.update_from_db()
    with commit():
        assert len(publishing.publish(translation, admin_user)) == 1
    page = target_of(translation)
    assert (page.live, page.summary, page.live_revision_id, page.has_unpublished_changes) == (
        True,
        "EN Geld erbij",
        live.live_revision_id,
        True,
    )


def test_a_page_that_is_no_translation_is_published_as_ever(offer):
    offer.save_revision().publish()
    assert fresh(offer).live


# In the admin


def test_the_editor_shows_what_is_missing_and_the_button_publishes_it(translation, admin, commit):
    approve(translation, but=("summary",))
    page = target_of(translation)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = admin.post(edit, {"action": "publish"}, follow=True)
    shown = page_of(response)
    assert [words(row) for row in shown.select("tbody tr")] == ["Summary Geld erbij niet vertaald"]
    assert shown.select_one("tbody a")["href"].startswith(f"{edit}#cop-segment-")
    assert not is_live(translation)
    form = shown.select_one("main form[method=post]")
    seen = {"seen": form.select_one("[name=seen]")["value"]}
    url = response.redirect_chain[-1][0]
    with commit():
        assert admin.post(url, seen).status_code == 302
    assert (is_live(translation), Consent.objects.get().missing) == (True, ["summary"])


def test_the_button_publishes_no_more_than_was_shown(translation, admin, commit):
    approve(translation, but=("summary",))
    url = reverse("cop_translation_guards:translation", args=[translation.pk])
    seen = page_of(admin.get(url)).select_one("[name=seen]")["value"]
    StringTranslation.objects.filter(context__path="title").update(translation_type="machine")
    with commit():
        shown = page_of(admin.post(url, {"seen": seen}))
    assert len(shown.select("tbody tr")) == 2
    assert not is_live(translation)


def test_the_page_is_for_who_may_translate_and_its_button_for_who_may_publish(translation):
    parent = target_of(translation).get_parent()
    urls = [
        reverse("cop_translation_guards:translation", args=[translation.pk]),
        reverse("cop_translation_guards:revision", args=[draft(translation).pk]),
    ]
    people = [
        (person("Reader", {}), 302, False),
        (person("Editor", {parent: ("add", "change")}), 200, False),
        (person("Moderator", {parent: ("change", "publish")}), 200, True),
    ]
    wrong = []
    for who, status, may in people:
        client = client_of(who)
        for url in urls:
            response = client.get(url)
            button = b"Publish anyway" in response.content
            if (response.status_code, button) != (status, may):
                wrong.append((who, url, response.status_code, button))
            if not may:
                seen = page_of(response).select_one("[name=seen]") if status == 200 else None
                client.post(url, {"seen": seen["value"] if seen else ""})
    assert (wrong, is_live(translation), Consent.objects.count()) == ([], False, 0)


def test_nothing_is_written_by_looking(translation, admin):
    url = reverse("cop_translation_guards:revision", args=[draft(translation).pk])
    before = Revision.objects.count(), PageLogEntry.objects.count()
    admin.get(url)
    assert (Revision.objects.count(), PageLogEntry.objects.count()) == before


def test_after_stop_the_ordinary_editor_keeps_what_was_typed(translation, admin, commit):
    approve(translation, but=("summary",))
    draft(translation)
    stop(translation)
    page = target_of(translation)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = page_of(admin.get(edit)).select_one("form[data-edit-form]")
    data = {
        field["name"]: field.get("value", field.text)
        for field in form.select("input[name], textarea[name]")
        if field.get("type") != "checkbox"
    }
    data |= {"title": "Typed", "action-publish": "1", "slug": "typed"}
    response = admin.post(edit, data)
    assert (response.status_code, "unfinished/revision" in response.url) == (302, True)
    assert (is_live(translation), target_of(translation).latest_revision.content["title"]) == (
        False,
        "Typed",
    )
    shown = page_of(admin.get(response.url))
    assert [words(row) for row in shown.select("tbody tr")] == ["Summary Geld erbij niet vertaald"]
    seen = shown.select_one("[name=seen]")["value"]
    assert admin.post(response.url, {"seen": seen}).status_code == 302
    assert (is_live(translation), target_of(translation).title) == (True, "Typed")


def test_a_workflow_ends_when_the_translation_is_finished(translation, admin, admin_user):
    approve(translation, but=("summary",))
    page = target_of(translation)
    draft(translation)
    workflow = Workflow.objects.create(name="Review")
    task = GroupApprovalTask.objects.create(name="Approve")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    state = workflow.start(fresh(page), admin_user)
    url = reverse(
        "wagtailadmin_pages:workflow_action",
        args=[page.pk, "approve", state.current_task_state.pk],
    )
    by_form = admin.post(url)
    assert "unfinished/revision" in by_form.url
    by_script = admin.post(url, headers={"x-requested-with": "XMLHttpRequest"})
    assert by_script.json() == {"step": "success", "redirect": by_form.url}
    state.refresh_from_db()
    assert (state.status, is_live(translation)) == ("in_progress", False)
    approve(translation)
    draft(translation)
    assert admin.post(url).status_code == 302
    assert is_live(translation)


def test_bulk_publish_skips_it_names_it_and_publishes_the_rest(translation, admin):
    page = target_of(translation)
    other = make_offer(title="Ander", slug="ander", live=False)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = admin.post(
        f"{url}?id={page.pk}&id={other.pk}&next=/admin/",
        {"include_descendants": "", "next": "/admin/"},
        follow=True,
    )
    said = [words(each) for each in page_of(response).select(".messages li")]
    assert (is_live(translation), fresh(other).live) == (False, True)
    assert any("“Offer (nl)” is niet gepubliceerd: 7 teksten" in each for each in said)
    assert any(each.startswith("1 pagina ") for each in said)


def test_a_sync_that_publishes_skips_the_unfinished_and_keeps_the_sync(
    translation, offer, admin, commit
):
    approve(translation)
    offer.summary = "Anders"
    offer.save_revision().publish()
    url = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    with commit():
        response = admin.post(url, {"publish_translations": "on", "next": "/admin/"})
    assert (response.status_code, is_live(translation)) == (302, False)
    strings = translation.source.stringsegment_set.values_list("string__data", flat=True)
    assert "Anders" in list(strings)


# On schedule


def schedule(revision: Any, when: Any) -> None:
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=when)


def test_a_schedule_skips_it_drops_the_date_and_tells_the_owner(translation, admin_user):
    yesterday = timezone.now() - timedelta(days=1)
    page = target_of(translation)
    page.owner = admin_user
    page.save()
    latest = page.get_latest_revision_as_object()
    latest.go_live_at = yesterday
    revision = latest.save_revision(user=person("Moderator"))
    schedule(revision, yesterday)
    other = make_offer(title="Ander", slug="ander", live=False)
    schedule(other.latest_revision, yesterday + timedelta(hours=1))
    call_command("publish_scheduled", stdout=StringIO())
    assert (is_live(translation), fresh(other).live) == (False, True)
    revision.refresh_from_db()
    assert (revision.approved_go_live_at, revision.content["go_live_at"]) == (None, None)
    assert target_of(translation).go_live_at is None
    assert sorted(each.to[0] for each in mail.outbox) == [
        "Moderator@example.org",
        admin_user.email,
    ]
    assert "Geld erbij" in mail.outbox[0].body
    entry = PageLogEntry.objects.get(page=page.pk, action="cop_translation.skip_schedule")
    assert "summary" in entry.data["missing"]


def test_what_was_finished_or_let_through_when_it_was_scheduled_goes_live(translation, admin_user):
    wrong = []
    for but in [(), ("summary",)]:
        StringTranslation.objects.all().delete()
        approve(translation, but=but)
        draft(translation)
        latest = target_of(translation).get_latest_revision_as_object()
        latest.go_live_at = timezone.now() + timedelta(days=1)
        revision = latest.save_revision()
        with on_purpose(admin_user if but else None):
            revision.publish()
        StringTranslation.objects.filter(context__path="title").exclude(data="").update(
            data="Corrected since" if not but else "EN Offer (nl)"
        )
        schedule(revision, timezone.now() - timedelta(hours=1))
        Revision.objects.filter(pk=revision.pk).update(
            content=revision.content | {"go_live_at": None}
        )
        call_command("publish_scheduled", stdout=StringIO())
        if not is_live(translation):
            wrong.append(but)
        target_of(translation).unpublish()
    assert wrong == []
