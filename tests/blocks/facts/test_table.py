"""Every situation, seen at every place: the row, the edit form, the preview and the public page.

Calendar feeds are a matter of ``cop_events``, whose tests hold them to the same.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision

from tests.blocks.facts.factories import fresh, group, locale, publish

pytestmark = pytest.mark.django_db

OLD, NEW = "Rotterdam", "Delft"


def source_is_scheduled() -> tuple[Any, str]:
    source, english = group("en")
    draft = fresh(source, place=NEW, go_live_at=timezone.now() + timedelta(days=1))
    draft.save_revision().publish()
    return english, OLD


def scheduled_source_went_live() -> tuple[Any, str]:
    source, english = group("en")
    revision = fresh(source, place=NEW).save_revision()
    Revision.objects.filter(pk=revision.pk).update(
        approved_go_live_at=timezone.now() - timedelta(minutes=1)
    )
    call_command("publish_scheduled", verbosity=0)
    return english, NEW


def draft_is_older_than_the_change() -> tuple[Any, str]:
    source, english = group("en")
    fresh(english, summary="Not yet").save_revision()
    publish(source, place=NEW)
    return english, NEW


def translation_is_published_later() -> tuple[Any, str]:
    source, english = group("en")
    revision = fresh(english, summary="Text").save_revision()
    publish(source, place=NEW)
    Revision.objects.get(pk=revision.pk).publish()
    return english, NEW


def wagtail_localize_publishes_an_old_snapshot() -> tuple[Any, str]:
    if not apps.is_installed("wagtail_localize"):
        pytest.skip("wagtail-localize is optional")
    from wagtail_localize.models import TranslationSource

    source, english = group("en")
    snapshot, _ = TranslationSource.get_or_create_from_instance(source)
    publish(source, place=NEW)
    snapshot.create_or_update_translation(locale("en"), publish=False, fallback=True)
    fresh(english).latest_revision.publish()
    return english, NEW


def alias_of_a_translation() -> tuple[Any, str]:
    source, english = group("en")
    alias = english.create_alias(update_slug="alias")
    publish(source, place=NEW)
    return alias, NEW


def copy_of_a_translation() -> tuple[Any, str]:
    source, english = group("en")
    fresh(english, summary="Not yet").save_revision()
    publish(source, place=NEW)
    copied = fresh(english).copy(update_attrs={"slug": "copy"})
    publish(source, place="Leiden")
    return copied, NEW


def both_languages_are_published_at_once() -> tuple[Any, str]:
    source, english = group("en")
    text = fresh(english, summary="Text").save_revision()
    fact = fresh(source, place=NEW).save_revision()
    Revision.objects.get(pk=fact.pk).publish()
    Revision.objects.get(pk=text.pk).publish()
    return english, NEW


def source_is_unpublished() -> tuple[Any, str]:
    source, english = group("en")
    publish(source, place=NEW)
    fresh(source).unpublish()
    fresh(source, place="Only a draft").save_revision()
    return english, NEW


def source_is_deleted() -> tuple[Any, str]:
    source, english = group("en")
    publish(source, place=NEW)
    fresh(source).delete()
    return english, NEW


SITUATIONS = [
    source_is_scheduled,
    scheduled_source_went_live,
    draft_is_older_than_the_change,
    translation_is_published_later,
    wagtail_localize_publishes_an_old_snapshot,
    alias_of_a_translation,
    copy_of_a_translation,
    both_languages_are_published_at_once,
    source_is_unpublished,
    source_is_deleted,
]


@pytest.mark.parametrize("situation", SITUATIONS)
def test_situation_is_the_same_at_every_place(
    situation: Callable[[], tuple[Any, str]], client: Client, admin_user: Any
) -> None:
    client.force_login(admin_user)
    page, place = situation()

    page = fresh(page)
    assert page.place == place
    assert f"Place: {place}" in page.serve(RequestFactory().get("/")).render().content.decode()
    draft = page.get_latest_revision_as_object()
    assert f"Place: {place}" in draft.make_preview_request().render().content.decode()
    if not page.alias_of_id:
        edit = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        assert {OLD, NEW, "Leiden", "Only a draft"} & set(_words(edit)) == {place}


def _words(html: str) -> list[str]:
    """The places that stand in an edit form: read-only, or as the value of a field."""
    text = html.replace('"', "\n").replace("<", "\n").replace(">", "\n")
    return [line.strip() for line in text.splitlines()]
