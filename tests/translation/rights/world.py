"""A page and two snippets with translations, and somebody in every role."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Site
from wagtail.users.models import UserProfile
from wagtail_localize.models import (
    OverridableSegment,
    Translation,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.operations import translate_object

from tests.blocks.facts.factories import home, locale, make_offer
from tests.hosts.hostpages.models import Leaflet, Slogan
from tests.rights import EDIT, person

#: Everybody who comes by, by the names of the columns of the tables.
ROLES = (
    "anonymous",
    "visitor",
    "editor_nl",
    "translator_en",
    "moderator_en",
    "translator_fr",
    "submitter",
    "snippet_editor",
    "superuser",
)


@dataclass(slots=True)
class World:
    page: Any
    leaflet: Any
    slogan: Any
    #: A page without a translation, and one with two.
    new: Any
    both: Any
    override: OverridableSegment
    people: dict[str, Any]

    def translation(self, source: Any, language: str = "en") -> Translation:
        return Translation.objects.get(
            source__object_id=source.translation_key, target_locale=locale(language)
        )

    def target(self, source: Any, language: str = "en") -> Any:
        return type(source).objects.get(
            translation_key=source.translation_key, locale=locale(language)
        )


@contextmanager
def a_world() -> Iterator[World]:
    """In a transaction that is taken back."""
    with transaction.atomic():
        homes = {language: home(language) for language in ("nl", "en", "fr")}
        if not Site.objects.exists():
            Site.objects.create(hostname="localhost", root_page=homes["nl"], is_default_site=True)
        page = make_offer(summary="Samenvatting")
        leaflet = Leaflet.objects.create(title="Folder", text="Tekst", locale=locale("nl"))
        slogan = Slogan.objects.create(text="Samen", locale=locale("nl"))
        for source in (page, leaflet, slogan):
            translate_object(source, [locale("en")])
        new, both = make_offer(slug="new"), make_offer(slug="both")
        translate_object(both, [locale("en"), locale("fr")])
        yield World(page, leaflet, slogan, new, both, an_override(page), people(homes))
        transaction.set_rollback(True)


def an_override(page: Any) -> OverridableSegment:
    """As a picture in a text gives one."""
    source = TranslationSource.objects.get_for_instance(page)
    context = TranslationContext.objects.create(object_id=source.object_id, path="image")
    return OverridableSegment.objects.create(
        source=source, context=context, order=0, data_json=json.dumps("1")
    )


def people(homes: dict[str, Any]) -> dict[str, Any]:
    snippets = {Leaflet: (*EDIT, "delete"), Slogan: (*EDIT, "delete")}
    words = {Leaflet: ("change",), Slogan: ("change",)}
    found = {
        "anonymous": AnonymousUser(),
        "visitor": User.objects.create_user("visitor", "visitor@example.org", "x"),
        "editor_nl": person("editor_nl", {homes["nl"]: EDIT}, models=snippets),
        "translator_en": person("translator_en", {homes["en"]: ("change",)}, models=words),
        "moderator_en": person("moderator_en", {homes["en"]: EDIT}, models=snippets),
        "translator_fr": person("translator_fr", {homes["fr"]: ("change",)}, models=words),
        "submitter": person("submitter"),
        "snippet_editor": person("snippet_editor", models=snippets),
        "superuser": User.objects.create_superuser("superuser", "super@example.org", "x"),
    }
    UserProfile.objects.create(user=found["superuser"], preferred_language="en")
    for role, user in found.items():
        if role not in ("anonymous", "visitor", "superuser"):
            user.groups.get().permissions.add(permission_to_submit())
    return found


def permission_to_submit() -> Permission:
    """wagtail-localize makes it in a migration, which a test run leaves out."""
    content_type, _made = ContentType.objects.get_or_create(
        app_label="wagtail_localize", model="translation"
    )
    permission, _made = Permission.objects.get_or_create(
        content_type=content_type,
        codename="submit_translation",
        defaults={"name": "Can submit translations"},
    )
    return permission
