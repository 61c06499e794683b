"""A state is said once, in SQL, and is what the functions for one translation say."""

from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask
from wagtail_localize.models import StringTranslation, Translation

from cop_blocks.translation.completeness import unfinished
from cop_blocks.translation.models import TranslationState
from cop_blocks.translation.report.rows import counts, rows
from cop_blocks.translation.report.showing import shown
from cop_blocks.translation.report.states import State, with_state
from tests.blocks.facts.factories import locale, make_offer, publish
from tests.translation.guards.steps import approve, draft, target_of
from tests.translation.rights.world import World

pytestmark = pytest.mark.django_db


def state(translation: Any) -> str:
    found: str = with_state(Translation.objects.filter(pk=translation.pk)).get().cop_state_is
    return found


def go_live(translation: Any, capture: Any) -> None:
    with capture(execute=True):
        translation.save_target(publish=True)


def test_a_translation_goes_through_its_states(world: World, django_capture_on_commit_callbacks):
    capture = django_capture_on_commit_callbacks
    translation = world.translation(world.page)
    seen = [state(translation)]
    approve(translation, kind="machine")
    seen.append(state(translation))
    approve(translation)
    draft(translation)
    seen.append(state(translation))
    go_live(translation, capture)
    seen.append(state(translation))
    with capture(execute=True):
        publish(world.page, summary="Iets anders")
    seen.append(state(translation))
    translation.source.update_from_db()
    seen.append(state(translation))
    approve(translation)
    seen.append(state(translation))
    go_live(translation, capture)
    seen.append(state(translation))
    assert seen == [
        State.DRAFT,
        State.DRAFT,
        State.READY,
        State.COMPLETE,
        State.OUT_OF_DATE,
        State.OUT_OF_DATE,
        State.READY,
        State.COMPLETE,
    ]


def test_a_text_approved_after_the_publication_is_still_to_be_published(
    world: World, django_capture_on_commit_callbacks
):
    translation = world.translation(world.page)
    approve(translation)
    go_live(translation, django_capture_on_commit_callbacks)
    before = state(translation)
    approve(translation)
    assert (before, state(translation), target_of(translation).live) == (
        State.COMPLETE,
        State.READY,
        True,
    )


def test_what_is_in_a_workflow_is_in_review(world: World, admin_user):
    translation = world.translation(world.page)
    workflow = Workflow.objects.create(name="Check", active=True)
    task = GroupApprovalTask.objects.create(name="Look")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    draft(translation)
    target = target_of(translation)
    started = workflow.start(target, admin_user)
    assert state(translation) == State.IN_REVIEW
    started.cancel(user=admin_user)
    assert state(translation) == State.DRAFT


def test_a_translation_without_a_target_is_missing(world: World):
    source = world.translation(world.leaflet).source
    without = Translation.objects.create(source=source, target_locale=locale("fr"))
    assert state(without) == State.MISSING


def test_a_snippet_without_drafts_is_ready_until_its_text_is_written(world: World):
    translation = world.translation(world.slogan)
    approve(translation)
    assert state(translation) == State.READY
    translation.save_target()
    assert state(translation) == State.COMPLETE


def test_states_agree_with_the_functions_for_one_translation(world: World):
    """Whatever is typed, by whom, with or without an error."""
    approve(world.translation(world.page), but=("title",))
    approve(world.translation(world.leaflet))
    approve(world.translation(world.both), kind="machine")
    approve(world.translation(world.both, "fr"))
    bad = StringTranslation.objects.filter(locale=locale("fr")).first()
    StringTranslation.objects.filter(pk=bad and bad.pk).update(has_error=True)
    StringTranslation.objects.filter(locale=locale("en"), data="EN Tekst").update(data="")
    outdated = world.translation(world.slogan)
    TranslationState.objects.create(translation=outdated, since=timezone.now(), changed=1)
    told, failures = {row.translation: row for row in everything(world) if row.translation}, []
    for translation in Translation.objects.all():
        row = told[translation.pk]
        left = unfinished(translation)
        words = sum(len(each.source.split()) for each in left if each.kind == "string")
        if (row.all - row.done, row.words) != (len(left), words):
            failures.append((str(translation.source.object_repr), row, left))
        is_finished = row.state in (State.READY, State.COMPLETE)
        if row.state != State.OUT_OF_DATE and is_finished != (not left):
            failures.append((str(translation.source.object_repr), row.state, left))
    assert (failures, len(told), told[outdated.pk].state) == ([], 5, State.OUT_OF_DATE)


def test_progress_reaches_a_hundred_and_only_when_nothing_is_left(world: World):
    translation = world.translation(world.page)

    def progress() -> int:
        return next(row.progress for row in everything(world) if row.translation == translation.pk)

    approve(translation, but=("title",))
    nearly = progress()
    approve(translation)
    assert (0 < nearly < 100, progress()) == (True, 100)


def test_what_is_missing_has_a_row_for_each_language(world: World):
    missing = [
        (row.title, row.language.language_code)
        for row in everything(world)
        if row.state == State.MISSING
    ]
    assert sorted(missing) == [
        ("Folder", "fr"),
        ("Offer (nl)", "en"),
        ("Offer (nl)", "fr"),
        ("Offer (nl)", "fr"),
        ("Samen", "fr"),
    ]


def test_an_alias_is_missing_and_a_draft_of_a_source_is_not(world: World):
    world.new.copy_for_translation(locale("en"), alias=True)
    before = len(everything(world))
    make_offer(slug="later", live=False)
    assert len(everything(world)) == before
    assert counts(world.people["superuser"])[locale("en").pk, State.MISSING] == 1


def everything(world: World) -> list[Any]:
    user = world.people["superuser"]
    return shown(rows(user), user)


def test_a_state_row_without_changes_is_not_out_of_date(world: World):
    """It only keeps what the live translation was made of."""
    translation = world.translation(world.page)
    TranslationState.objects.create(translation=translation, since=timezone.now(), changed=0)
    assert state(translation) == State.DRAFT
