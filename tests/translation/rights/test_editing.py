"""What the edit views take for wagtail-localize, and Wagtail's own "convert alias"."""

import json
from typing import Any

import pytest
from django.db import transaction
from django.test import Client, TestCase
from django.urls import reverse
from wagtail.actions.convert_alias import (
    ConvertAliasPageAction,
    ConvertAliasPagePermissionError,
)
from wagtail_localize.models import StringTranslation, Translation

from tests.blocks.facts.factories import fresh, home
from tests.hosts.hostpages.models import Leaflet
from tests.rights import client_of, page_of, words
from tests.translation.rights.cells import MODERATORS, SNIPPETS
from tests.translation.rights.world import World

pytestmark = pytest.mark.django_db


def edit_view(target: Any) -> str:
    if hasattr(target, "path"):
        return reverse("wagtailadmin_pages:edit", args=[target.pk])
    return reverse(f"wagtailsnippets_hostpages_{target._meta.model_name}:edit", args=[target.pk])


def state(target: Any) -> Any:
    now = fresh(target)
    translation = Translation.objects.get(
        source__object_id=target.translation_key, target_locale=target.locale
    )
    return (translation.enabled, getattr(now, "live", None), getattr(now, "alias_of_id", None))


def who_changes(world: World, target: Any, data: dict[str, str], *, enabled: bool) -> set[str]:
    """Everybody whose POST to the edit view changes the state of ``target``, or whose way leads
    to where it is changed."""
    Translation.objects.filter(target_locale=target.locale).update(enabled=enabled)
    before, found = state(target), set()
    for role, user in world.people.items():
        client = client_of(user) if user.pk else Client(headers={"host": "localhost"})
        with transaction.atomic():
            # wagtail-localize publishes on commit.
            with TestCase.captureOnCommitCallbacks(execute=True):
                response = client.post(edit_view(target), data)
            to_convert = "convert_to_alias" in response.get("Location", "")
            if state(target) != before or to_convert:
                found.add(role)
            transaction.set_rollback(True)
    return found


def test_edit_views_let_through_who_may(world: World) -> None:
    page, leaflet = world.target(world.page), world.target(world.leaflet)
    restart = {"localize-restart-translation": "1"}

    answers = {
        "restart page": who_changes(world, page, restart, enabled=False),
        "restart snippet": who_changes(world, leaflet, restart, enabled=False),
        "convert": who_changes(world, page, {"localize-convert-to-alias": "1"}, enabled=True),
    }

    assert answers == {
        "restart page": MODERATORS,
        "restart snippet": MODERATORS | SNIPPETS,
        "convert": MODERATORS,
    }


def approve_all(world: World, source: Any) -> None:
    translation = world.translation(source)
    for segment in translation.source.stringsegment_set.select_related("string"):
        StringTranslation.objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            data=f"en-{segment.pk}",
            translation_type="manual",
        )


def test_a_complete_translation_is_published_by_who_may(world: World) -> None:
    for source in (world.page, world.leaflet):
        approve_all(world, source)
    Leaflet.objects.filter(pk=world.target(world.leaflet).pk).update(live=False)
    publish = {"action": "publish"}

    answers = {
        "page": who_changes(world, world.target(world.page), publish, enabled=True),
        "snippet": who_changes(world, world.target(world.leaflet), publish, enabled=True),
    }

    assert answers == {"page": MODERATORS, "snippet": MODERATORS | SNIPPETS}


@pytest.mark.parametrize("action", ["publish", "save-draft"])
def test_a_snippet_is_written_in_the_languages_of_a_person(world: World, action: str) -> None:
    """Wagtail's permission for the model would let the Dutch editor publish English."""
    leaflet = world.target(world.leaflet)
    refused = set()
    for role in ("editor_nl", "translator_en", "moderator_en", "snippet_editor"):
        client = client_of(world.people[role])
        with transaction.atomic():
            response = client.post(edit_view(leaflet), {"action": action})
            if response["Location"] == reverse("wagtailadmin_home"):
                refused.add(role)
            transaction.set_rollback(True)

    assert refused == {"editor_nl", *({"translator_en"} if action == "publish" else set())}


def test_the_menu_of_the_edit_view_has_what_may_be_done(world: World) -> None:
    page = world.target(world.page)
    Translation.objects.update(enabled=False)
    shown = {}
    for role in ("translator_en", "moderator_en"):
        answer = page_of(client_of(world.people[role]).get(edit_view(page)))
        shown[role] = {
            name
            for name in ("localize-restart-translation", "localize-convert-to-alias")
            if answer.select(f'[name="{name}"]')
        }

    assert shown == {
        "translator_en": set(),
        "moderator_en": {"localize-restart-translation", "localize-convert-to-alias"},
    }


def test_the_buttons_of_a_page_are_for_who_works_in_another_language(world: World) -> None:
    """The Dutch editor may submit, and has nowhere to submit to."""
    shown = {
        role: "Translate this page"
        in words(page_of(client_of(world.people[role]).get(edit_view(world.page))))
        for role in ("editor_nl", "superuser")
    }

    assert shown == {"editor_nl": False, "superuser": True}


def test_the_report_lists_what_its_reader_may_see(world: World) -> None:
    def rows(role: str) -> int:
        url = reverse("wagtail_localize:translations_report_results")
        answer = page_of(client_of(world.people[role]).get(url))
        return len(answer.select("table.listing tbody tr"))

    assert {role: rows(role) for role in ("superuser", "submitter", "translator_fr")} == {
        "superuser": 5,
        "submitter": 0,
        # The page in two languages, in French; the snippets are in Dutch and English.
        "translator_fr": 1,
    }


def test_the_form_offers_the_languages_that_may_be_asked_for(world: World) -> None:
    url = reverse("wagtail_localize:submit_page_translation", args=[world.new.pk])
    offered = {}
    for role in ("translator_en", "superuser"):
        form = page_of(client_of(world.people[role]).get(url))
        offered[role] = [words(label) for label in form.select("#id_locales label")]

    assert offered == {"translator_en": ["English"], "superuser": ["English", "French"]}


def test_the_refusal_of_a_script_is_a_403_with_words(world: World) -> None:
    translation = world.translation(world.page)
    segment = translation.source.stringsegment_set.earliest("pk")
    url = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])

    response = client_of(world.people["editor_nl"]).put(url, "value=x")

    assert (response.status_code, response.json()) == (
        403,
        {"detail": "You have no right to do that in the language of this translation."},
    )


def test_nobody_writes_what_another_has_locked(world: World) -> None:
    page = world.target(world.page)
    type(page).objects.filter(pk=page.pk).update(
        locked=True, locked_by=world.people["moderator_en"]
    )
    translation = world.translation(world.page)
    segment = translation.source.stringsegment_set.earliest("pk")
    url = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])

    answers = {
        role: client_of(world.people[role])
        .put(url, "value=x", content_type="application/x-www-form-urlencoded")
        .status_code
        for role in ("translator_en", "moderator_en")
    }

    assert answers == {"translator_en": 403, "moderator_en": 201}


def test_an_alias_of_another_language_is_translated_not_converted(world: World) -> None:
    alias = world.new.create_alias(
        parent=home("en"), update_slug="alias", update_locale=home("en").locale
    )
    url = reverse("wagtailadmin_pages:convert_alias", args=[alias.pk])
    ways = {
        role: client_of(world.people[role]).post(url)["Location"].split("?")[0]
        for role in ("moderator_en", "superuser")
    }

    submit = reverse("wagtail_localize:submit_page_translation", args=[world.new.pk])
    assert ways == {"moderator_en": submit, "superuser": submit}
    assert fresh(alias).alias_of_id == world.new.pk
    with pytest.raises(ConvertAliasPagePermissionError):
        ConvertAliasPageAction(alias, user=world.people["moderator_en"]).execute()


def test_an_alias_in_the_same_language_is_converted_as_ever(world: World) -> None:
    alias = world.new.create_alias(update_slug="alias")
    url = reverse("wagtailadmin_pages:convert_alias", args=[alias.pk])

    client_of(world.people["editor_nl"]).post(url)

    assert fresh(alias).alias_of_id is None


def test_what_comes_along_stays_where_the_person_may_not(world: World) -> None:
    """A page beneath was moved, in English, out of the translator's part of the tree."""
    from wagtail_localize.operations import TranslationCreator, translate_object

    from tests.rights import person

    child = type(world.page)(title="Kind", slug="kind", locale=world.page.locale)
    world.page.add_child(instance=child)
    translate_object(child, [home("en").locale])
    moved = world.target(child)
    moved.move(home("en"), pos="last-child")
    Translation.objects.filter(source__object_id=child.translation_key).delete()
    some = person("some", {world.target(world.page): ("change",)})

    TranslationCreator(some, [home("en").locale]).create_translations(fresh(child))

    assert not Translation.objects.filter(source__object_id=child.translation_key).exists()


def test_the_editor_offers_to_stop_convert_and_delete_to_whoever_may(world: World) -> None:
    page = world.target(world.page)
    offered = {}
    for role in ("translator_en", "moderator_en"):
        answer = page_of(client_of(world.people[role]).get(edit_view(page)))
        props = json.loads(answer.select_one("[data-props]")["data-props"])
        sheets = [link["href"] for link in answer.select("link[rel=stylesheet]")]
        offered[role] = (
            props["links"]["convertToAliasUrl"] is not None,
            props["perms"]["canDelete"],
            not any("may_not_stop" in sheet for sheet in sheets),
        )

    assert offered == {"translator_en": (False, False, False), "moderator_en": (True, True, True)}
