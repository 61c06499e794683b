"""Changes reach translators by "Sync translated pages", and visitors by a publication alone."""

import pytest
from django.urls import reverse
from wagtail.users.models import UserProfile

from tests.blocks.facts.factories import fresh, home
from tests.rights import client_of, person
from tests.translation.freshness.world import (
    change,
    flagged,
    row_of,
    target_of,
    translation_of,
)
from tests.translation.rights.world import permission_to_submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(admin_user):
    UserProfile.objects.create(user=admin_user, preferred_language="en")
    return client_of(admin_user)


def update_url(source) -> str:
    return reverse("wagtail_localize:update_translations", args=[translation_of(source).source_id])


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def said(answer) -> list[str]:
    return [" ".join(str(each).split()) for each in answer.context["messages"]]


def test_an_update_makes_a_draft_though_publishing_is_asked_for(world, admin):
    page = change(fresh(world.page), summary="Anders", title="Aanbod")
    target = target_of(page)
    before = row_of(target)
    answer = admin.post(update_url(page), {"publish_translations": "on"}, follow=True)
    assert answer.status_code == 200
    after = row_of(target)
    assert [after[name] for name in ("title", "summary", "live_revision_id")] == [
        before[name] for name in ("title", "summary", "live_revision_id")
    ]
    draft = target_of(page).get_latest_revision_as_object()
    assert (draft.title, draft.summary) == ("EN Offer (nl)", "EN Samenvatting")
    assert flagged(page) == 2
    assert "publish_translations" not in admin.get(update_url(page)).content.decode()


def test_an_update_says_what_is_left_to_do(world, admin):
    page = change(fresh(world.page), summary="Anders")
    told = said(admin.post(update_url(page), {"next": edit_url(page)}, follow=True))
    assert any("a draft is ready, with 1 text to translate" in each for each in told), told


def test_a_plain_snippet_is_updated_without_a_draft(world, admin):
    slogan = change(fresh(world.slogan), text="Anders")
    assert admin.post(update_url(slogan), follow=True).status_code == 200
    assert (target_of(slogan).text, flagged(slogan)) == ("EN Samen", 1)


def test_a_language_of_somebody_else_gets_its_segments_and_no_draft(world):
    page = change(fresh(world.page), summary="Anders")
    user = person("translator", {home("en"): ("change",)})
    user.groups.get().permissions.add(permission_to_submit())
    target = target_of(page)
    client_of(user).post(update_url(page))
    assert fresh(target).latest_revision_id != target.latest_revision_id
    # Somebody with no right in English is turned away, and the translation is as it was.
    stranger = person("stranger", {home("nl"): ("change",)})
    stranger.groups.get().permissions.add(permission_to_submit())
    again = change(page, summary="Nog anders")
    before = fresh(target).latest_revision_id
    client_of(stranger).post(update_url(again))
    assert fresh(target).latest_revision_id == before


def test_both_editors_say_that_a_translation_is_out_of_date(world, admin):
    page = change(fresh(world.page), summary="Anders")
    of_source = admin.get(edit_url(page))
    assert any("Out of date since the last publication: English" in x for x in said(of_source))
    assert update_url(page) in of_source.content.decode()
    of_translation = admin.get(edit_url(target_of(page)))
    assert any("1 text of the source (Dutch) changed" in x for x in said(of_translation))
    assert update_url(page) in of_translation.content.decode()


def test_an_editor_of_what_is_fresh_says_nothing(world, admin):
    for page in (world.page, target_of(world.page)):
        assert said(admin.get(edit_url(page))) == []


def test_after_the_update_the_editor_shows_no_button_but_the_changes(world, admin):
    page = change(fresh(world.page), summary="Anders")
    translation_of(page).source.update_from_db()
    told = said(admin.get(edit_url(target_of(page))))
    assert any("The changes are below" in each for each in told)
    assert not any(update_url(page) in each for each in told)
