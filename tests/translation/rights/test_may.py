"""May somebody do this? One table for each question, everybody asked."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from wagtail.models import Page
from wagtail_localize.models import Translation

from cop_blocks.translation.rights import may
from tests.blocks.facts.factories import home, locale, make_offer
from tests.hosts.hostpages.models import Leaflet
from tests.rights import person
from tests.translation.rights.world import World

pytestmark = pytest.mark.django_db

MODERATORS = {"moderator_en", "superuser"}
TRANSLATORS = {"translator_en", *MODERATORS}


def who(world: World, question: Any) -> set[str]:
    """Everybody whom the answer lets through, with permissions read anew."""
    return {
        role
        for role, user in world.people.items()
        if question(User.objects.get(pk=user.pk) if user.pk else user)
    }


def test_a_page_is_translated_by_who_changes_its_tree(world: World) -> None:
    translation, target = world.translation(world.page), world.target(world.page)

    answers = {
        "submit en": who(world, lambda user: may.may_submit(user, world.page, locale("en"))),
        "submit fr": who(world, lambda user: may.may_submit(user, world.page, locale("fr"))),
        "translate": who(world, lambda user: may.may_translate(user, translation)),
        "approve": who(world, lambda user: may.may_approve(user, translation)),
        "publish": who(world, lambda user: may.may_publish(user, target)),
        "stop": who(world, lambda user: may.may_stop(user, translation)),
        "convert": who(world, lambda user: may.may_convert(user, target)),
    }

    assert answers == {
        "submit en": TRANSLATORS,
        "submit fr": {"translator_fr", "superuser"},
        "translate": TRANSLATORS,
        "approve": TRANSLATORS,
        "publish": MODERATORS,
        "stop": MODERATORS,
        "convert": MODERATORS,
    }


def test_a_snippet_with_drafts_is_translated_by_model_and_language(world: World) -> None:
    translation, target = world.translation(world.leaflet), world.target(world.leaflet)

    answers = {
        "submit en": who(world, lambda user: may.may_submit(user, world.leaflet, locale("en"))),
        "submit fr": who(world, lambda user: may.may_submit(user, world.leaflet, locale("fr"))),
        "translate": who(world, lambda user: may.may_translate(user, translation)),
        "publish": who(world, lambda user: may.may_publish(user, target)),
        "stop": who(world, lambda user: may.may_stop(user, translation)),
    }

    assert answers == {
        "submit en": {*TRANSLATORS, "snippet_editor"},
        "submit fr": {"translator_fr", "snippet_editor", "superuser"},
        "translate": {*TRANSLATORS, "snippet_editor"},
        "publish": {*MODERATORS, "snippet_editor"},
        "stop": {*MODERATORS, "snippet_editor"},
    }


def test_a_snippet_without_drafts_is_published_by_who_may_change_it(world: World) -> None:
    target = world.target(world.slogan)

    published = who(world, lambda user: may.may_publish(user, target))

    assert published == {*TRANSLATORS, "snippet_editor"}


def test_a_page_whose_parent_is_not_there_is_asked_of_the_nearest_that_is(world: World) -> None:
    """A child of the offer has no parent in French: the French home page decides."""
    child = Page(title="Kind", slug="kind", locale=locale("nl"))
    world.page.add_child(instance=child)

    submitted = who(world, lambda user: may.may_submit(user, child, locale("fr")))

    assert submitted == {"translator_fr", "superuser"}


def test_a_language_without_a_home_page_is_for_who_may_change_the_root(world: World) -> None:
    german = locale("de")
    of_all = person("of_all", {Page.get_first_root_node(): ("add",)})

    assert who(world, lambda user: may.may_start(user, world.page, german)) == {"superuser"}
    assert may.may_start(of_all, world.page, german)


def test_a_translation_without_its_target_is_asked_of_the_parent(world: World) -> None:
    source = world.translation(world.page).source
    translation = Translation.objects.create(source=source, target_locale=locale("fr"))

    assert who(world, lambda user: may.may_translate(user, translation)) == {
        "translator_fr",
        "superuser",
    }
    assert who(world, lambda user: may.may_stop(user, translation)) == {"superuser"}


def test_a_translation_is_seen_where_its_target_or_source_is(world: World) -> None:
    offer, folder = world.translation(world.page), world.translation(world.leaflet)

    seen = {
        "offer": who(world, lambda user: may.may_see(user, offer)),
        "folder": who(world, lambda user: may.may_see(user, folder)),
    }

    assert seen == {
        "offer": {"editor_nl", *TRANSLATORS},
        "folder": {"editor_nl", "snippet_editor", *TRANSLATORS},
    }


@pytest.mark.parametrize("more", [0, 2])
def test_what_is_seen_takes_as_many_statements_for_many(
    world: World, more: int, django_assert_num_queries: Any
) -> None:
    from wagtail_localize.operations import translate_object

    for number in range(more):
        translate_object(make_offer(slug=f"offer-{number}"), [locale("en")])
    user = User.objects.get(pk=world.people["translator_en"].pk)

    # The rights on pages, those of the groups and of the person, the translations.
    with django_assert_num_queries(4):
        found = list(may.visible(user, Translation.objects.order_by("pk")))

    assert len(found) == 4 + more


def test_somebody_who_left_may_nothing(world: World) -> None:
    former = person("former", {home("en"): ("change", "publish")}, models={Leaflet: ("change",)})
    former.is_active = False
    former.save()
    translation = world.translation(world.page)

    assert not may.may_see(former, translation)
    assert not may.may_translate(former, translation)
    assert not may.may_start(former, world.page, locale("en"))
