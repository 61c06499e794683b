"""A snippet that goes asks what its translations do, as a page does."""

from typing import Any

import pytest
from django.db.models import Model
from django.urls import reverse
from wagtail.models import ModelLogEntry

from cop_blocks.translation.cascades.following import STAYED
from tests.blocks.facts.factories import home, locale
from tests.hosts.hostpages.models import Leaflet, Slogan
from tests.rights import EDIT, client_of, person
from tests.translation.cascades.test_asked import answer, said

pytestmark = pytest.mark.django_db

ALL = (*EDIT, "delete")


def leaflet(language: str, **fields: Any) -> Leaflet:
    made = Leaflet.objects.create(title=f"Folder {language}", locale=locale(language), **fields)
    made.save_revision().publish()
    return made


def group() -> tuple[Leaflet, Leaflet]:
    dutch = leaflet("nl")
    return dutch, leaflet("en", translation_key=dutch.translation_key)


def editor(*languages: str) -> Any:
    """Somebody with all rights on both models, who works in these languages."""
    homes = {home(language): EDIT for language in languages}
    return person("".join(languages), homes, models={Leaflet: ALL, Slogan: ALL})


def url(name: str, instance: Model) -> str:
    model = instance._meta.model_name
    return reverse(f"wagtailsnippets_hostpages_{model}:{name}", args=[instance.pk])


def live() -> set[str]:
    return set(Leaflet.objects.filter(live=True).values_list("locale__language_code", flat=True))


def test_it_is_taken_off_the_site_with_what_is_checked() -> None:
    dutch, english = group()
    client = client_of(editor("nl", "en"))

    question = client.post(url("unpublish", dutch))
    before = live()
    answer(client, question, "follow", english)

    assert (before, live()) == ({"en"}, set())


def test_in_another_language_it_stays_and_that_is_said() -> None:
    """Wagtail's permission for the model knows of no language."""
    dutch, english = group()

    response = client_of(editor("nl")).post(url("delete", dutch))

    assert Leaflet.objects.get() == english
    assert "since this cannot be done there by you: Folder en (English)" in said(response)
    [entry] = ModelLogEntry.objects.filter(action=STAYED)
    assert (entry.object_id, entry.data["act"]) == (str(english.pk), "delete")


def test_one_without_drafts_is_deleted_along(settings: Any) -> None:
    settings.COP_TRANSLATION_CASCADE = "follow"
    dutch = Slogan.objects.create(text="Samen", locale=locale("nl"))
    Slogan.objects.create(
        text="Together", locale=locale("en"), translation_key=dutch.translation_key
    )

    client_of(editor("nl", "en")).post(url("delete", dutch))

    assert not Slogan.objects.exists()


def test_in_bulk_all_are_asked_at_once() -> None:
    (one, one_en), (two, two_en) = group(), group()
    client = client_of(editor("nl", "en"))
    delete = reverse("wagtail_bulk_action", args=["hostpages", "leaflet", "delete"])

    question = client.post(f"{delete}?id={one.pk}&id={two.pk}")
    answer(client, question, "follow", one_en, two_en)

    assert not Leaflet.objects.exists()


def test_a_translation_goes_alone() -> None:
    dutch, english = group()

    response = client_of(editor("nl", "en")).post(url("delete", english))

    assert Leaflet.objects.get() == dutch
    assert "/follow/" not in response["Location"]
