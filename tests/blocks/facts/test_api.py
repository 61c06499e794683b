"""Wagtail's API v3, where a host has it on: what it writes to facts of a translation is ignored."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import include, path
from wagtail import VERSION

from tests.blocks.facts.factories import fresh, group

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(VERSION < (8, 0), reason="new in Wagtail 8"),
]

if VERSION >= (8, 0):
    from wagtail.admin import urls as wagtailadmin_urls
    from wagtail.api.v3.urls import api

    urlpatterns = [path("admin/", include(wagtailadmin_urls)), path("api/v3/", api.urls)]


@pytest.fixture
def api_client(settings: Any, client: Client, admin_user: Any) -> Client:
    from wagtail.models import APIToken

    settings.ROOT_URLCONF = __name__
    _, token = APIToken.create_token(user=admin_user, name="test")
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    return client


def patch(client: Client, page: Any, **fields: Any) -> Any:
    return client.patch(
        f"/api/v3/pages/{page.pk}/",
        data=json.dumps({"meta": {"type": "hostpages.OfferPage"}, **fields}),
        content_type="application/json",
    )


def test_patch_of_a_translation_changes_its_text_alone(api_client: Client) -> None:
    _, english = group("en")
    response = patch(
        api_client,
        english,
        summary="From elsewhere",
        place="Forged",
        partner_rows=[{"partner": "Forged", "share": 1}],
    )
    assert response.status_code == 200
    fresh(english).latest_revision.publish()

    english = fresh(english)
    assert (english.summary, english.place) == ("From elsewhere", "Rotterdam")
    assert [row.partner for row in english.partner_rows.all()] == ["Haven", "Gemeente"]


def test_patch_of_the_source_reaches_its_translations_when_it_is_published(
    api_client: Client,
) -> None:
    source, english = group("en")
    response = patch(api_client, source, place="Delft")
    assert response.status_code == 200
    assert fresh(english).place == "Rotterdam"

    fresh(source).latest_revision.publish()
    assert fresh(english).place == "Delft"
