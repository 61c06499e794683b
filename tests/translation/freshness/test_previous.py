"""A text that changed has its old translation at hand, and shows it until it is translated."""

import pytest
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from cop_blocks.translation.completeness import unfinished, unfinished_in
from cop_blocks.translation.freshness.fallback import with_links_of
from cop_blocks.translation.freshness.previous import difference, previous
from cop_blocks.translation.models import PreviousTranslation
from cop_blocks.translation.seams import taken_off
from tests.blocks.facts.factories import fresh, locale
from tests.translation.freshness.world import (
    TEXT,
    change,
    publish_target,
    target_of,
    translate_strings,
    translation_of,
)

pytestmark = pytest.mark.django_db


def updated(page, **fields):
    """Published with this change, and its segments refreshed."""
    page = change(page, **fields)
    translation_of(page).source.update_from_db()
    return page


def offered(page) -> dict[str, str]:
    return {
        each.new_source: each.old_translation for each in previous(translation_of(page)).values()
    }


def draft_of(page):
    translation_of(page).save_target(publish=False)
    return target_of(page).get_latest_revision_as_object()


def test_every_changed_text_has_its_old_translation(world):
    page = fresh(world.page)
    step = page.step_rows.all()[0]
    step.title = "Vraag aan of bel"
    page.step_rows.add(step)
    page = updated(page, title="Aanbod", summary="Anders", body=TEXT.replace("Eerst", "Eerst nu"))
    assert offered(page) == {
        "Aanbod": "EN Offer (nl)",
        "Anders": "EN Samenvatting",
        "Eerst nu dit.": "EN Eerst dit.",
        "Vraag aan of bel": "EN Vraag aan",
    }


def test_the_difference_is_told_by_words():
    assert difference("Kom om <b>tien</b> uur &amp; blijf", "Kom om <b>elf</b> uur") == [
        ("same", "Kom om "),
        ("out", "tien"),
        ("in", "elf"),
        ("same", " uur"),
        ("out", " & blijf"),
    ]


def test_the_old_translation_is_handed_on_through_a_second_change(world):
    page = updated(updated(fresh(world.page), summary="Anders"), summary="Nog anders")
    [found] = previous(translation_of(page)).values()
    assert (found.old_source, found.new_source, found.old_translation) == (
        "Samenvatting",
        "Nog anders",
        "EN Samenvatting",
    )


def test_a_change_that_is_taken_back_finds_its_own_translation(world):
    page = updated(updated(fresh(world.page), summary="Anders"), summary="Samenvatting")
    assert offered(page) == {}
    assert draft_of(page).summary == "EN Samenvatting"


def test_a_draft_shows_the_old_translation_and_upstream_the_source(world):
    page = updated(fresh(world.page), summary="Anders", body=TEXT.replace("Eerst", "Eerst nu"))
    draft = draft_of(page)
    assert (draft.summary, "EN Eerst dit." in draft.body) == ("EN Samenvatting", True)
    with taken_off():
        upstream = draft_of(page)
    assert (upstream.summary, "Eerst nu dit." in upstream.body) == ("Anders", True)


def test_the_old_translation_in_a_draft_is_unfinished_until_the_new_text_is_translated(world):
    page = updated(fresh(world.page), summary="Anders")
    draft_of(page)
    revision = target_of(page).latest_revision
    assert [each.path for each in unfinished(translation_of(page))] == ["summary"]
    assert "summary" in {each.path for each in unfinished_in(revision)}
    translate_strings(translation_of(page))
    draft_of(page)
    assert unfinished_in(target_of(page).latest_revision) == []


def test_a_text_that_is_translated_as_it_was_stays_so(world):
    """A name is the same in both languages, and is no gap to be filled."""
    page = updated(fresh(world.page), summary="Platform31")
    segment = StringSegment.objects.get(source=translation_of(page).source, context__path="summary")
    StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=locale("en"),
        data="Platform31",
    )
    assert draft_of(page).summary == "Platform31"


def test_links_that_went_are_taken_out_of_the_old_translation():
    old = 'See <a id="a1">this</a> and <a id="a2">that</a>'
    assert with_links_of('Zie <a id="a1">dit</a>', old) == 'See <a id="a1">this</a> and that'
    assert with_links_of('Zie <a id="a1">dit</a>, <a id="a2">dat</a>', old) == old


def test_a_draft_with_a_link_less_is_built(world):
    page = updated(fresh(world.page), body="<p>Eerst dit.</p><p>Dan <b>dat</b> en meer.</p>")
    assert draft_of(page).body == "<p>EN Eerst dit.</p><p>EN Dan <b>dat</b> en meer.</p>"


def test_it_is_forgotten_once_the_new_text_is_published(world):
    page = updated(fresh(world.page), summary="Anders")
    translate_strings(translation_of(page))
    assert PreviousTranslation.objects.count() == 1
    publish_target(page)
    assert PreviousTranslation.objects.count() == 0


def test_each_language_has_its_own(world):
    french = Translation.objects.create(
        source=translation_of(world.page).source, target_locale=locale("fr")
    )
    updated(fresh(world.page), summary="Anders")
    assert previous(french) == {}


def test_asking_takes_two_statements_however_much_changed(world, django_assert_num_queries):
    page, translation = updated(fresh(world.page), summary="Anders"), translation_of(world.page)
    with django_assert_num_queries(2):
        assert len(previous(translation)) == 1
    page = updated(page, title="Aanbod", body="<p>Iets.</p><p>Nieuws.</p>")
    with django_assert_num_queries(2):
        assert len(previous(translation)) == 4
