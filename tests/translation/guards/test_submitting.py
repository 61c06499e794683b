"""Submitting makes nothing live, whatever the host's settings."""

from typing import Any

import pytest
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object, translate_page_subtree

from cop_blocks.translation import seams
from cop_blocks.translation.guards.checks import NO_DRAFTS, check_snippets
from tests.blocks.facts.factories import fresh, locale
from tests.hosts.hostpages.models import Leaflet, OfferPage, Slogan
from tests.translation.guards.steps import approve, target_of

pytestmark = pytest.mark.django_db


@pytest.fixture(params=[True, False])
def live_status(request: Any, settings: Any) -> None:
    settings.WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = request.param


def state(target: Any) -> tuple[bool, bool, bool]:
    target = fresh(target)
    return target.live, target.has_unpublished_changes, target.live_revision_id is None


def english(source: Any) -> Any:
    return type(source).objects.get(translation_key=source.translation_key, locale=locale("en"))


def test_a_page_starts_as_a_draft(live_status, offer, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        translate_object(offer, [locale("en")])
    assert state(english(offer)) == (False, True, True)


def test_a_snippet_with_drafts_starts_as_a_draft(live_status, django_capture_on_commit_callbacks):
    leaflet = Leaflet.objects.create(title="Folder", text="Tekst", locale=locale("nl"))
    with django_capture_on_commit_callbacks(execute=True):
        translate_object(leaflet, [locale("en")])
    assert state(english(leaflet)) == (False, True, True)


def test_a_snippet_without_drafts_cannot_be_held_back(live_status, db):
    slogan = Slogan.objects.create(text="Samen", locale=locale("nl"))
    translate_object(slogan, [locale("en")])
    assert english(slogan).text == "Samen"


def test_missing_parents_are_submitted_as_drafts(live_status, offer):
    child = OfferPage(title="Kind", locale=locale("nl"))
    offer.add_child(instance=child)
    grandchild = OfferPage(title="Kleinkind", locale=locale("nl"))
    child.add_child(instance=grandchild)
    translate_object(grandchild, [locale("en")])
    found = Page.objects.filter(locale=locale("en"), depth__gt=2).order_by("depth")
    assert [(page.title, page.live, page.alias_of_id) for page in found] == [
        ("Offer (nl)", False, None),
        ("Kind", False, None),
        ("Kleinkind", False, None),
    ]
    assert Translation.objects.filter(target_locale=locale("en"), enabled=True).count() == 3


def test_a_subtree_is_all_drafts(live_status, offer, admin_user):
    for title in ("Een", "Twee"):
        offer.add_child(instance=OfferPage(title=title, locale=locale("nl")))
    translate_page_subtree(offer.pk, [locale("en")], None, admin_user)
    found = Page.objects.filter(locale=locale("en"), depth__gt=2).order_by("path")
    assert [(page.title, page.live, page.alias_of_id) for page in found] == [
        ("Offer (nl)", False, None),
        ("Een", False, None),
        ("Twee", False, None),
    ]


def test_a_stopped_parent_is_left_alone(offer):
    child = OfferPage(title="Kind", locale=locale("nl"))
    offer.add_child(instance=child)
    translate_object(offer, [locale("en")])
    Translation.objects.update(enabled=False)
    translate_object(child, [locale("en")])
    stopped = Translation.objects.get(source__object_id=offer.translation_key)
    assert (stopped.enabled, Translation.objects.count()) == (False, 2)


def test_a_live_alias_stays_what_it_is_until_its_translation_is_published(
    offer, django_capture_on_commit_callbacks
):
    alias = offer.copy_for_translation(locale("en"), alias=True)
    before = Page.objects.filter(pk=alias.pk).values().get()
    translate_object(offer, [locale("en")])
    assert Page.objects.filter(pk=alias.pk).values().get() == before
    translation = Translation.objects.get(source__object_id=offer.translation_key)
    approve(translation)
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=True)
    page = target_of(translation)
    assert (page.pk, page.live, page.alias_of_id) == (alias.pk, True, None)
    assert (page.title, page.live_revision_id) == ("EN Offer (nl)", page.latest_revision_id)


def test_an_alias_whose_translation_is_unfinished_stays_an_alias(offer, client, admin_user):
    alias = offer.copy_for_translation(locale("en"), alias=True)
    translate_object(offer, [locale("en")])
    client.force_login(admin_user)
    url = f"/admin/pages/{alias.pk}/edit/"
    assert "wagtail_localize" in client.get(url).content.decode()
    response = client.post(url, {"action": "publish"})
    assert (response.status_code, "unfinished/translation" in response.url) == (302, True)
    page = fresh(alias)
    assert (page.alias_of_id, page.live, page.revisions.count()) == (offer.pk, True, 0)


def test_without_the_guard_wagtail_localize_publishes(
    settings, offer, django_capture_on_commit_callbacks
):
    """What the guard is for: were this to change upstream, it could go."""
    settings.WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = True
    with seams.taken_off(), django_capture_on_commit_callbacks(execute=True):
        translate_object(offer, [locale("en")])
    assert english(offer).live


def test_a_check_names_snippets_that_cannot_be_held_back(settings):
    [told] = [each for each in check_snippets() if each.obj is Slogan]
    assert (told.id, Leaflet in {each.obj for each in check_snippets()}) == (NO_DRAFTS, False)
    settings.COP_TRANSLATION_GUARDS_OFF = ["submit"]
    assert check_snippets() == []
