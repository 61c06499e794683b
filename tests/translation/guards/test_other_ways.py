"""Snippets with drafts, and Wagtail's APIs."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail import VERSION
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from cop_blocks.translation.guards import publishing
from cop_blocks.translation.models import Consent
from tests.blocks.facts.factories import home, locale
from tests.hosts.hostpages.models import Leaflet
from tests.rights import page_of, person
from tests.translation.guards.steps import approve, draft, target_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def leaflet(db: Any) -> Translation:
    home("en")
    source = Leaflet.objects.create(title="Folder", text="Tekst", locale=locale("nl"))
    translate_object(source, [locale("en")])
    return Translation.objects.get(source__object_id=source.translation_key)


def test_a_snippet_is_held_back_and_let_through(
    leaflet, admin_client, django_capture_on_commit_callbacks
):
    approve(leaflet, but=("text",))
    target = target_of(leaflet)
    edit = reverse(target.snippet_viewset.get_url_name("edit"), args=[target.pk])
    response = admin_client.post(edit, {"action": "publish"})
    assert "unfinished/translation" in response.url
    assert not target_of(leaflet).live
    seen = page_of(admin_client.get(response.url)).select_one("[name=seen]")["value"]
    with django_capture_on_commit_callbacks(execute=True):
        assert admin_client.post(response.url, {"seen": seen}).url == edit
    assert (target_of(leaflet).live, Consent.objects.get().missing) == (True, ["text"])


def test_a_snippet_after_stop_keeps_what_was_typed(leaflet, admin_client):
    leaflet.enabled = False
    leaflet.save()
    target = target_of(leaflet)
    edit = reverse(target.snippet_viewset.get_url_name("edit"), args=[target.pk])
    response = admin_client.post(edit, {"title": "Typed", "text": "Tekst", "action-publish": "1"})
    assert "unfinished/revision" in response.url
    target = target_of(leaflet)
    assert (target.live, target.latest_revision.content["title"]) == (False, "Typed")


def test_a_finished_snippet_is_published_by_who_may(leaflet, django_capture_on_commit_callbacks):
    approve(leaflet)
    editor = person("Ed", models={Leaflet: ("add", "change")})
    moderator = person("Mo", models={Leaflet: ("change", "publish")})
    with pytest.raises(publishing.PublishPermissionError):
        publishing.publish(leaflet, editor)
    with django_capture_on_commit_callbacks(execute=True):
        assert publishing.publish(leaflet, moderator) == []
    assert (target_of(leaflet).live, target_of(leaflet).text) == (True, "EN Tekst")


def test_the_api_of_the_admin_refuses_what_is_unfinished(translation, admin_client):
    page = draft(translation).content_object
    url = f"/admin/api/main/pages/{page.pk}/action/publish/"
    response = admin_client.post(url, headers={"x-requested-with": "XMLHttpRequest"})
    assert (response.status_code, target_of(translation).live) == (403, False)
    approve(translation)
    draft(translation)
    assert admin_client.post(url).status_code == 200
    assert target_of(translation).live


@pytest.mark.skipif(VERSION < (8, 0), reason="new in Wagtail 8")
def test_the_write_api_refuses_what_is_unfinished_as_a_whole(translation, settings, admin_user):
    from wagtail.models import APIToken

    settings.ROOT_URLCONF = "tests.blocks.facts.test_api"
    _, token = APIToken.create_token(user=admin_user, name="test")
    client = Client(headers={"authorization": f"Bearer {token}"})
    approve(translation, but=("summary",))
    page = draft(translation).content_object

    refused = client.post(f"/api/v3/pages/{page.pk}/actions/publish/")
    assert (refused.status_code, "Geld erbij" in refused.json()["detail"]) == (403, True)
    body = {"meta": {"type": "hostpages.OfferPage", "action": "publish"}, "summary": "By a script"}
    refused = client.patch(
        f"/api/v3/pages/{page.pk}/", json.dumps(body), content_type="application/json"
    )
    assert (refused.status_code, target_of(translation).live) == (403, False)
    assert target_of(translation).latest_revision == page.latest_revision

    approve(translation)
    draft(translation)
    assert client.post(f"/api/v3/pages/{page.pk}/actions/publish/").status_code == 200
    assert target_of(translation).live
