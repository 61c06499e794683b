"""A page behind a password: asked for in the look of the site, with nothing of the page told."""

from typing import Any

import pytest
from django.test import Client
from django.utils import translation
from wagtail.models import PageViewRestriction

from tests.blocks.site_factories import page_below
from tests.site.test_base_pages import get, home, html

pytestmark = pytest.mark.django_db


@pytest.fixture
def closed() -> Any:
    page = page_below(home(), "Geheime kwartel", introduction="Wat niemand weet.")
    PageViewRestriction.objects.create(
        page=page,
        restriction_type=PageViewRestriction.PASSWORD,
        password="samen",  # noqa: S106
    )
    return page


def test_the_question_is_asked_and_nothing_is_told(client: Client, closed: Any) -> None:
    asked = html(get(client, closed.url))
    assert "<h1>Wachtwoord nodig</h1>" in asked
    assert "Om deze pagina te lezen hebt u een wachtwoord nodig." in asked
    assert "Geheime kwartel" not in asked
    assert "niemand" not in asked


def test_a_wrong_password_is_told_at_the_field_and_the_right_one_opens(
    client: Client, closed: Any
) -> None:
    restriction = closed.get_view_restrictions().get()
    address = f"/nl/_util/authenticate_with_password/{restriction.pk}/{closed.pk}/"
    given = {"return_url": closed.url, "password": "alleen"}
    with translation.override("nl"):
        refused = html(client.post(address, given, headers={"host": "localhost"}))
    assert '<p class="cop-note" id="id_password_error">' in refused
    assert 'aria-describedby="id_password_error"' in refused
    opened = client.post(
        address, {**given, "password": "samen"}, headers={"host": "localhost"}, follow=True
    )
    assert "Wat niemand weet." in html(opened)
