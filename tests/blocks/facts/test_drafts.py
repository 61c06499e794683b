"""What is not published leaks nowhere, and what a translation has of its own stays as it was."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Revision

from tests.blocks.facts.factories import fresh, group, make_offer, publish, translate

pytestmark = pytest.mark.django_db


def test_draft_of_the_source_does_not_leak() -> None:
    source, translation = group("en")
    draft = source.get_latest_revision_as_object()
    draft.place = "Secret"
    draft.save_revision()

    assert fresh(translation).place == "Rotterdam"
    assert fresh(translation).get_latest_revision_as_object().place == "Rotterdam"


def test_draft_of_the_source_does_not_leak_when_its_row_is_stored_for_something_else() -> None:
    source, translation = group("en")
    draft = source.get_latest_revision_as_object()
    draft.place = "Secret"
    draft.save_revision()
    source = fresh(source, expire_at=timezone.now() + timedelta(days=9))
    source.save()

    assert fresh(translation).place == "Rotterdam"


def test_scheduled_facts_come_when_the_source_goes_live() -> None:
    source, translation = group("en")
    draft = source.get_latest_revision_as_object()
    draft.place, draft.go_live_at = "Later", timezone.now() + timedelta(days=1)
    revision = draft.save_revision()
    revision.publish()
    assert fresh(translation).place == "Rotterdam"

    fresh(source).unpublish()
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
    draft.go_live_at = None
    draft.save_revision().publish()
    assert fresh(translation).place == "Later"


def test_source_that_was_never_live_and_is_scheduled_brings_nothing() -> None:
    source = make_offer(live=False)
    translation = translate(source, live=False)
    draft = fresh(source, place="Later", go_live_at=timezone.now() + timedelta(days=1))
    draft.save_revision().publish()

    assert not fresh(source).live
    assert fresh(translation).place == "Rotterdam"


def test_draft_translation_follows_too() -> None:
    source, translation = group("en", live=False)
    publish(source, place="Delft")

    assert not fresh(translation).live
    assert fresh(translation).place == "Delft"
    assert fresh(translation).get_latest_revision_as_object().place == "Delft"
    assert fresh(translation).last_published_at is None


def test_text_drafts_and_state_of_a_translation_stay_as_they_were() -> None:
    source, translation = group("en")
    fresh(translation, summary="Not yet").save_revision()
    names: tuple[str, ...] = (
        "title",
        "summary",
        "has_unpublished_changes",
        "live_revision_id",
        "latest_revision_id",
    )
    names += ("latest_revision_created_at", "first_published_at", "draft_title", "slug", "owner_id")
    before = {name: getattr(fresh(translation), name) for name in names}
    count = translation.revisions.count()

    publish(source, place="Delft", summary="Source text", title="Source title")

    after = fresh(translation)
    assert {name: getattr(after, name) for name in names} == before
    assert before["has_unpublished_changes"] is True
    assert after.revisions.count() == count
    assert after.get_latest_revision_as_object().summary == "Not yet"
    assert after.get_latest_revision_as_object().place == "Delft"


def test_stored_revisions_of_a_translation_hold_the_facts() -> None:
    source, translation = group("en")
    fresh(translation, summary="Not yet").save_revision()
    scheduled = fresh(translation).latest_revision
    Revision.objects.filter(pk=scheduled.pk).update(
        approved_go_live_at=timezone.now() + timedelta(days=1)
    )
    fresh(translation, summary="Newer").save_revision()
    steps = list(source.step_rows.all())
    steps[1].minutes = 45

    publish(source, place="Delft", step_rows=steps, partner_rows=[])

    latest = fresh(translation).latest_revision
    for revision in (latest, Revision.objects.get(pk=scheduled.pk)):
        assert revision.content["place"] == "Delft"
        assert revision.content["partner_rows"] == []
        assert [row["minutes"] for row in revision.content["step_rows"]] == [10, 45]
        assert [row["title"] for row in revision.content["step_rows"]] == [
            "Vraag aan (en)",
            "Lever in (en)",
        ]
    assert latest.content["summary"] == "Newer"


def test_revision_whose_json_is_older_shows_the_facts_of_the_row() -> None:
    source, translation = group("en")
    older = fresh(translation, summary="Older").save_revision()
    fresh(translation, summary="Newer").save_revision()
    steps = list(source.step_rows.all())
    steps[0].sort_order, steps[1].sort_order, steps[1].minutes = 1, 0, 45
    publish(source, place="Delft", step_rows=steps, partner_rows=[])

    older = Revision.objects.get(pk=older.pk)
    shown = older.as_object()

    assert older.content["place"] == "Rotterdam"
    assert (shown.summary, shown.place, list(shown.partner_rows.all())) == ("Older", "Delft", [])
    assert [(row.title, row.minutes) for row in shown.step_rows.all()] == [
        ("Lever in (en)", 45),
        ("Vraag aan (en)", 10),
    ]


def test_unpublishing_the_source_leaves_its_translations_as_they_are() -> None:
    source, translation = group("en")
    draft = source.get_latest_revision_as_object()
    draft.place = "Secret"
    draft.save_revision()
    fresh(source).unpublish()

    assert fresh(translation).live
    assert fresh(translation).place == "Rotterdam"


def test_source_published_again_brings_its_facts() -> None:
    source, translation = group("en")
    fresh(source).unpublish()
    draft = fresh(source, place="Delft")
    draft.save_revision().publish()

    assert fresh(translation).place == "Delft"
