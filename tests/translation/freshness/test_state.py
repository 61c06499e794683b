"""A translation is out of date from the publication of a changed source until it is published."""

import pytest
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from cop_blocks.translation.freshness.state import out_of_date
from tests.blocks.facts.factories import fresh, locale
from tests.translation.freshness.world import (
    change,
    flagged,
    publish_target,
    row_of,
    target_of,
    translate_strings,
    translation_of,
)

pytestmark = pytest.mark.django_db


def test_a_translation_is_fresh_when_it_is_published(world):
    assert [flagged(each) for each in (world.page, world.leaflet, world.slogan)] == [None] * 3


def test_publishing_without_a_change_flags_nothing(world):
    for source in (world.page, world.leaflet, world.slogan):
        change(fresh(source))
        assert flagged(source) is None, source


def test_a_published_change_is_flagged_and_its_taking_back_clears_it(world):
    page = change(fresh(world.page), summary="Anders", seo_title="Ook")
    first = out_of_date(Translation.objects.all())[translation_of(page).pk]
    assert first.changed == 2
    again = change(page, seo_title="Ook nog")
    assert out_of_date(Translation.objects.all())[translation_of(page).pk] == first
    change(again, summary="Samenvatting", seo_title="")
    assert flagged(page) is None


def test_a_draft_of_the_source_flags_nothing_until_it_is_published(world):
    draft = fresh(world.page, summary="Anders")
    revision = draft.save_revision()
    assert flagged(world.page) is None
    revision.publish()
    assert flagged(world.page) == 1


@pytest.mark.parametrize(("kind", "field"), [("leaflet", "text"), ("slogan", "text")])
def test_a_snippet_is_flagged_with_and_without_drafts(world, kind, field):
    source = change(fresh(getattr(world, kind)), **{field: "Anders"})
    assert flagged(source) == 1


def test_the_publication_leaves_the_work_of_translators_alone(world):
    """No segment goes, so an open editor still saves; upstream's stored source stays."""

    def work() -> list[object]:
        return [
            list(StringSegment.objects.order_by("pk").values_list()),
            list(StringTranslation.objects.order_by("pk").values_list()),
            list(type(translation.source).objects.values_list("pk", "content_json")),
        ]

    translation = translation_of(world.page)
    before, target = work(), target_of(world.page)
    row = row_of(target)
    change(fresh(world.page), summary="Anders", body="<p>Iets nieuws</p>")
    assert work() == before
    assert row_of(target) == row


def test_it_stays_flagged_through_an_update_until_the_translation_is_published(world):
    page = change(fresh(world.page), summary="Anders")
    since = out_of_date([translation_of(page)])[translation_of(page).pk].since
    translation_of(page).source.update_from_db()
    assert out_of_date([translation_of(page)])[translation_of(page).pk].since == since
    assert flagged(page) == 1
    translate_strings(translation_of(page))
    assert flagged(page) == 1
    publish_target(page)
    assert flagged(page) is None


def test_an_older_draft_that_is_published_leaves_it_flagged(world):
    translation_of(world.page).save_target(publish=False)
    older = target_of(world.page).latest_revision
    page = change(fresh(world.page), summary="Anders")
    translation_of(page).source.update_from_db()
    older.publish()
    assert flagged(page) == 1


def test_a_plain_snippet_stays_flagged_until_its_translation_is_saved(world):
    slogan = change(fresh(world.slogan), text="Anders")
    translation_of(slogan).source.update_from_db()
    translate_strings(translation_of(slogan))
    assert flagged(slogan) == 1
    publish_target(slogan)
    assert (flagged(slogan), target_of(slogan).text) == (None, "EN Anders")


def test_a_draft_that_was_never_live_is_fresh_once_its_segments_are(world):
    target_of(world.leaflet).unpublish()
    leaflet = change(fresh(world.leaflet), title="Anders")
    assert flagged(leaflet) == 1
    translation_of(leaflet).source.update_from_db()
    assert flagged(leaflet) is None


def test_a_stopped_translation_is_not_flagged_and_a_restarted_one_is(world):
    translation = translation_of(world.page)
    translation.enabled = False
    translation.save()
    change(fresh(world.page), summary="Anders")
    assert flagged(world.page) is None
    translation.enabled = True
    translation.save()
    assert flagged(world.page) == 1


def test_it_is_asked_in_one_statement(world, django_assert_num_queries):
    change(fresh(world.page), summary="Anders")
    change(fresh(world.leaflet), title="Anders")
    english = Translation.objects.filter(target_locale=locale("en"))
    with django_assert_num_queries(1):
        found = out_of_date(english)
    assert len(found) == 2


def test_a_guard_that_is_off_flags_nothing(world, settings):
    settings.COP_TRANSLATION_GUARDS_OFF = ["freshness"]
    change(fresh(world.page), summary="Anders")
    change(fresh(world.slogan), text="Anders")
    assert flagged(world.page) is None is flagged(world.slogan)
