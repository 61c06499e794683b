"""People with some rights and no others, for the tests of the admin."""

from collections.abc import Mapping, Sequence
from typing import Any

from bs4 import BeautifulSoup
from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from wagtail.models import GroupPagePermission
from wagtail.users.models import UserProfile

from cop_blocks.base_page import Page

EDIT = ("add", "change", "publish")


def person(
    name: str = "Ed",
    rights: Mapping[Any, Sequence[str]] | None = None,
    *,
    language: str = "en",
    models: Mapping[Any, Sequence[str]] | None = None,
) -> Any:
    """A user of the admin who may do these things below these pages, and with these models."""
    user = User.objects.create_user(name, f"{name}@example.org", "x")
    group = Group.objects.create(name=f"Group of {name}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    UserProfile.objects.create(user=user, preferred_language=language)
    for page, actions in (rights or {}).items():
        for permission in permissions(Page, actions):
            GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    for model, actions in (models or {}).items():
        group.permissions.add(*permissions(model, actions))
    return user


def permissions(model: Any, actions: Sequence[str]) -> Any:
    names = [get_permission_codename(action, model._meta) for action in actions]
    return Permission.objects.filter(
        content_type=ContentType.objects.get_for_model(model), codename__in=names
    )


def client_of(user: Any) -> Client:
    client = Client(headers={"host": "localhost"})
    client.force_login(user)
    return client


def page_of(response: Any) -> Any:
    """The answer as a tree to ask."""
    assert response.status_code == 200, response
    return BeautifulSoup(response.content, "html.parser")


def words(element: Any) -> str:
    """The text of an element as it is read."""
    return " ".join(element.get_text(" ").split())
