"""What is typed or chosen wrong is told at its place, and what is there stays."""

import pytest
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import connection
from wagtail_localize.models import SegmentOverride, StringTranslation

from tests.blocks.facts.factories import fresh, locale
from tests.blocks.site_factories import image
from tests.translation.freshness.world import target_of

pytestmark = pytest.mark.django_db

TOO_LONG = {"title": 255, "subject": 100}


def draft_of(world):
    world.translation.save_target(publish=False)
    return target_of(world.page).get_latest_revision_as_object()


@pytest.mark.parametrize("path", TOO_LONG)
def test_a_text_that_is_too_long_is_told_at_the_text_and_stands_in_no_draft(world, path):
    most = TOO_LONG[path]
    answer = world.put(world.segment(path), value="é" * (most + 1))
    assert answer.status_code == 200
    assert answer.json()["error"] == (
        f"This text has {most + 1} characters, and its field holds {most} at most."
    )
    assert answer.json()["data"] == "é" * (most + 1)
    assert getattr(draft_of(world), path) != "é" * (most + 1)
    shorter = world.put(world.segment(path), value="é" * most)
    assert shorter.json()["error"] is None
    assert getattr(draft_of(world), path) == "é" * most


def test_a_text_without_a_limit_may_be_long(world):
    answer = world.put(world.segment("intro"), value="lang " * 100)
    assert answer.json()["error"] is None


def test_an_error_that_names_no_field_is_told_as_it_is(world, monkeypatch):
    def clean(self):
        raise ValidationError("Too much at once.")

    target_of(world.page).unpublish()
    monkeypatch.setattr(type(world.page), "minimal_clean", clean)
    with pytest.raises(ValidationError, match="Too much at once"):
        world.translation.save_target(publish=False)


def test_wagtail_localize_alone_crashes_on_a_title_that_is_too_long(world, upstream):
    target_of(world.page).unpublish()
    typed = world.put(world.segment("title"), value="x" * 300)
    if connection.vendor == "postgresql":  # which is given it as the title of the draft at once
        assert typed.status_code == 500
        return
    with pytest.raises(AttributeError, match="error_dict"):
        world.translation.save_target(publish=False)


@pytest.mark.parametrize(("form", "status"), [({}, 400), ({"value": "a\0b"}, 400)])
def test_nothing_or_no_text_is_refused_with_a_reason(world, form, status):
    before = list(StringTranslation.objects.values_list("pk", "data", "has_error"))
    answers = [
        world.put(world.segment("title"), **form),
        world.put(world.override("nl'"), **form),
    ]
    assert [(each.status_code, bool(each.json()["detail"])) for each in answers] == [
        (status, True)
    ] * 2
    assert list(StringTranslation.objects.values_list("pk", "data", "has_error")) == before
    assert not SegmentOverride.objects.exists()


def test_wagtail_localize_alone_crashes_on_nothing(world, upstream):
    assert world.put(world.segment("title")).status_code == 500
    assert world.put(world.override("nl'")).status_code == 500


@pytest.mark.parametrize("value", ["4711", "no key"])
def test_a_chosen_object_that_is_gone_is_told_and_the_source_shows_its_own(world, value):
    segment = world.translation.source.overridablesegment_set.get(context__path__startswith="story")
    assert world.put(segment, value=value).status_code == 201
    [block] = [each for each in draft_of(world).story if each.block_type == "image"]
    assert block.value == world.page.story[1].value
    [override] = SegmentOverride.objects.all()
    assert override.has_error
    assert override.get_error() == (
        "Wat hier gekozen was, is verwijderd. Kies opnieuw of volg de bron."
    )


def test_a_chosen_object_that_is_there_is_used(world):
    chosen = image()
    segment = world.translation.source.overridablesegment_set.get(context__path__startswith="story")
    world.put(segment, value=str(chosen.pk))
    world.put(world.override("nl'"), value="https://example.org/en")
    draft = draft_of(world)
    assert draft.story[1].value == chosen
    assert "https://example.org/en" in draft.intro


def test_wagtail_localize_alone_crashes_on_a_chosen_object_that_is_gone(world, upstream):
    segment = world.translation.source.overridablesegment_set.get(context__path__startswith="story")
    world.put(segment, value="4711")
    with pytest.raises(ObjectDoesNotExist):
        world.translation.save_target(publish=False)


def test_what_was_taken_away_twice_is_gone(world):
    segment = world.override("nl'")
    world.put(segment, value="https://example.org/en")
    assert world.delete(segment).status_code == 200
    assert world.delete(segment).status_code < 500
    assert fresh(world.page).locale == locale("nl")
    assert not SegmentOverride.objects.exists()
