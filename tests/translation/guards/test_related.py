"""What a page shows of another object in its language: a snippet with drafts comes along."""

import pytest
from wagtail_localize.models import Translation
from wagtail_localize.operations import TranslationCreator, translate_object

from cop_blocks.translation.completeness import unfinished, unfinished_in
from tests.blocks.facts.factories import home, locale
from tests.hosts.hostpages.models import BrochurePage, Leaflet
from tests.translation.guards.steps import approve, draft, target_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def brochure(db):
    home("en")
    leaflet = Leaflet.objects.create(title="Folder", text="Tekst", locale=locale("nl"))
    page = BrochurePage(title="Brochure", leaflet=leaflet, locale=locale("nl"))
    home("nl").add_child(instance=page)
    return page


def translation_of(source):
    return Translation.objects.get(source__object_id=source.translation_key)


@pytest.mark.parametrize("live_status", [True, False])
def test_a_related_snippet_comes_along_as_a_draft(
    brochure, settings, live_status, django_capture_on_commit_callbacks
):
    settings.WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = live_status
    with django_capture_on_commit_callbacks(execute=True):
        translate_object(brochure, [locale("en")])
    page, leaflet = (target_of(translation_of(each)) for each in (brochure, brochure.leaflet))
    assert (page.live, leaflet.live, page.leaflet) == (False, False, leaflet)


def test_an_object_without_a_translation_is_unfinished_also_in_an_older_draft(brochure):
    TranslationCreator(None, [locale("en")]).create_translations(
        brochure, include_related_objects=False
    )
    translation = translation_of(brochure)
    approve(translation)
    older = draft(translation)
    missing = [("Leaflet", "Folder", "missing")]

    def told(left):
        return [(each.label, each.source, each.why) for each in left]

    assert (told(unfinished(translation)), told(unfinished_in(older))) == (missing, missing)
    translate_object(brochure.leaflet, [locale("en")])
    assert (told(unfinished(translation)), told(unfinished_in(older))) == ([], missing)
    assert told(unfinished_in(draft(translation))) == []
