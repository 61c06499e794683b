"""A source or translation is deleted, moved or copied while people are at work on it."""

import pytest
from django.urls import reverse

from cop_blocks.translation.seams import taken_off
from tests.blocks.facts.factories import fresh, home, make_offer
from tests.translation.freshness.world import (
    change,
    publish_target,
    target_of,
    translate_strings,
    translation_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(settings):
    """wagtail-localize keeps what belonged to a page that is deleted."""
    settings.WAGTAILLOCALIZE_DISABLE_ON_DELETE = True


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def without_source(world):
    translation, english = world.translation, target_of(world.page)
    world.page.delete()
    return translation, english


def levels(answer) -> list[str]:
    return [each.level_tag for each in answer.context["messages"]]


def test_a_translation_without_its_source_is_not_restarted_and_stays_editable(world, kept):
    _translation, english = without_source(world)
    answer = world.client.post(
        edit_url(english), {"localize-restart-translation": "1"}, follow=True
    )
    assert (answer.status_code, levels(answer)) == (200, ["error"])
    again = world.client.get(edit_url(english))
    assert (again.status_code, "form" in again.context) == (200, True)


def test_a_restart_of_before_opens_wagtails_editor(world, kept):
    translation, english = without_source(world)
    type(translation).objects.filter(pk=translation.pk).update(enabled=True)
    answer = world.client.get(edit_url(english))
    assert (answer.status_code, levels(answer)) == (200, ["warning"])
    with taken_off():
        assert world.client.get(edit_url(english)).status_code == 500


@pytest.mark.parametrize("which", ["source", "target"])
def test_no_endpoint_crashes_on_what_is_gone(world, kept, which):
    translation = world.translation
    (world.page if which == "source" else target_of(world.page)).delete()
    names = {
        "preview_translation": "get",
        "download_pofile": "get",
        "stop_translation": "post",
        "upload_pofile": "post",
        "machine_translate": "post",
    }
    for name, method in names.items():
        url = reverse(f"wagtail_localize:{name}", args=[translation.pk])
        answer = getattr(world.client, method)(url, follow=True)
        assert answer.status_code < 500, name
    text = translation.source.stringsegment_set.first()
    put = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, text.pk])
    typed = world.client.put(put, "value=x", content_type="application/x-www-form-urlencoded")
    assert typed.status_code == (200 if which == "source" else 410)
    update = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    for method in ("get", "post"):
        answer = getattr(world.client, method)(update, follow=True)
        assert answer.status_code < 500, method


def test_wagtail_localize_alone_crashes_on_what_is_gone(world, kept, upstream):
    translation, _english = without_source(world)
    update = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    assert world.client.get(update).status_code == 500


def test_a_source_that_moved_is_updated_as_before(world):
    place = make_offer(title="Elders")
    fresh(world.page).move(place, pos="last-child")
    page = change(fresh(world.page), subject="Anders")
    translation_of(page).source.update_from_db()
    translate_strings(translation_of(page))
    english = publish_target(page)
    assert (english.subject, english.get_parent().pk) == ("EN Anders", home("en").pk)
    assert world.client.get(edit_url(english)).status_code == 200


def test_a_copy_of_a_translation_is_a_page_of_its_own(world):
    copied = target_of(world.page).copy(update_attrs={"title": "Copy", "slug": "copy"})
    answer = world.client.get(edit_url(copied))
    assert (answer.status_code, "form" in answer.context) == (200, True)
    assert target_of(world.page).title == "EN Bijeenkomst"
