"""Who edits for an organisation is said on its form, by whoever may say so."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from cop_blocks.members import organisations_of
from cop_blocks.models import Organisation, OrganisationMember

pytestmark = pytest.mark.django_db

EDIT = "wagtailsnippets_cop_blocks_organisation:edit"


@pytest.fixture
def loket() -> Any:
    return Organisation.objects.create(name="Loket")


@pytest.fixture
def colleague() -> Any:
    return User.objects.create_user("colleague")


def editor(*codenames: str) -> Client:
    user = User.objects.create_user("editor")
    names = ("access_admin", "change_organisation", *codenames)
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client = Client()
    client.force_login(user)
    return client


def send(client: Client, organisation: Any, colleague: Any) -> Any:
    empty = "short_name kind level description_nl description_en website email phone region logo"
    numbers = "kvk_number rsin oin"
    data = {
        **dict.fromkeys(f"{empty} {numbers}".split(), ""),
        "name": organisation.name,
        "members-TOTAL_FORMS": "1",
        "members-INITIAL_FORMS": "0",
        "members-0-id": "",
        "members-0-user": str(colleague.pk),
        "members-0-DELETE": "",
    }
    return client.post(reverse(EDIT, args=[organisation.pk]), data)


def test_who_may_appoint_does_so_on_the_form(loket: Any, colleague: Any) -> None:
    client = editor("change_organisationmember")
    assert b"members-TOTAL_FORMS" in client.get(reverse(EDIT, args=[loket.pk])).content

    assert send(client, loket, colleague).status_code == 302

    assert organisations_of(colleague) == [loket]


def test_who_may_not_neither_sees_nor_forges_it(loket: Any, colleague: Any) -> None:
    client = editor()
    assert b"members-TOTAL_FORMS" not in client.get(reverse(EDIT, args=[loket.pk])).content

    assert send(client, loket, colleague).status_code == 302

    assert OrganisationMember.objects.count() == 0


def test_organisations_of_nobody_are_none() -> None:
    assert organisations_of(None) == []
