"""Everybody at every endpoint of wagtail-localize, through the admin's own URLs."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.template.response import SimpleTemplateResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, path, reverse
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation

from cop_blocks.base_page import Page
from cop_blocks.translation.rights import endpoints
from tests.hosts.hostpages.models import Leaflet, Slogan
from tests.rights import client_of
from tests.translation.rights.cells import CELLS
from tests.translation.rights.world import ROLES, World

pytestmark = pytest.mark.django_db

FAMILY = ("wagtail_localize", "wagtaillocales")


@pytest.fixture(autouse=True)
def _machine(settings: Any) -> None:
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"
    }


def is_refused(response: Any) -> bool:
    """A 403, or the way to the dashboard, the login page or both."""
    if response.status_code != 302:
        return bool(response.status_code == 403)
    ways = (reverse("wagtailadmin_home"), reverse("wagtailadmin_login"))
    return response["Location"].split("?")[0] in ways


def everything() -> Any:
    """What an act could change."""
    return (
        list(Translation.objects.order_by("pk").values_list("pk", "enabled")),
        list(Page.objects.order_by("pk").values_list("pk", "live", "alias_of", "latest_revision")),
        StringTranslation.objects.count(),
        SegmentOverride.objects.count(),
        Leaflet.objects.count(),
        Slogan.objects.count(),
    )


def clients(world: World) -> dict[str, Client]:
    return {
        role: client_of(user) if user.pk else Client(headers={"host": "localhost"})
        for role, user in world.people.items()
    }


def test_every_cell_of_endpoints_and_roles_is_right(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Who is let through is decided before a page is drawn, which takes most of the time.
    monkeypatch.setattr(SimpleTemplateResponse, "rendered_content", "")
    wrong = []
    browsers = clients(world)
    for cell in CELLS:
        for role in ROLES:
            before = everything()
            with transaction.atomic():
                response = cell.call(browsers[role], world)
                refused, changed = is_refused(response), everything() != before
                transaction.set_rollback(True)
            if refused == (role in cell.allowed) or (refused and changed):
                wrong.append(f"{role}: {cell}: {response.status_code}, changed: {changed}")
            if response.status_code >= 500:
                wrong.append(f"{role}: {cell}: {response.status_code}")
    assert wrong == []
    assert len(CELLS) * len(ROLES) > 300


def names(patterns: Any, namespace: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = pattern.namespace or namespace
            yield from names(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern) and namespace in FAMILY:
            yield f"{namespace}:{pattern.name}"


def test_every_endpoint_of_wagtail_localize_has_a_cell() -> None:
    there = set(names(get_resolver().url_patterns))
    assert there - {cell.name for cell in CELLS} == set()
    assert {cell.name for cell in CELLS} - there == set()


def test_an_endpoint_that_nobody_knows_is_closed(rf: Any, world: World) -> None:
    """As a next version of wagtail-localize, or another app of its family, may bring one."""

    def view(request: Any) -> HttpResponse:
        return HttpResponse("open")

    patterns = [path("new/", view, name="brand_new")]
    endpoints.guard_patterns(patterns, "wagtail_localize")
    request = rf.put("/new/")
    request.user = world.people["superuser"]

    assert patterns[0].callback(request).status_code == 403


def test_an_endpoint_of_a_host_opens_by_its_own_rule(
    rf: Any, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cop_blocks.translation.rights import rules

    monkeypatch.setattr(rules, "_rules", {})
    rules.register("wagtail_localize_git:dashboard", lambda request: request.user.is_superuser)
    open_to_some = endpoints.asks_first(
        "wagtail_localize_git:dashboard", lambda request: HttpResponse("open")
    )
    request = rf.put("/dashboard/")
    answers = {}
    for role in ("superuser", "moderator_en"):
        request.user = world.people[role]
        answers[role] = open_to_some(request).status_code

    assert answers == {"superuser": 200, "moderator_en": 403}


def test_the_guard_can_be_off(world: World, settings: Any) -> None:
    settings.COP_TRANSLATION_GUARDS_OFF = ["rights"]
    client = client_of(world.people["submitter"])

    response = client.get(reverse("wagtail_localize:submit_page_translation", args=[world.new.pk]))

    assert response.status_code == 200
