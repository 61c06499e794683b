"""A host that has apps named ``search`` and ``events`` keeps them."""

import importlib

from django.apps import apps
from django.test import Client


def test_the_names_still_mean_the_hosts_own_apps() -> None:
    for name in ("search", "events"):
        assert "own_apps" in (importlib.import_module(name).__file__ or "")
    assert apps.get_model("events.Session") is not apps.get_model("cop_events.Session")


def test_the_hosts_own_search_answers_at_its_address(client: Client) -> None:
    assert client.get("/search/").content == b"the host's own search"


def test_our_pages_stand_in_the_hosts_frame(home: object, client: Client) -> None:
    from cop_blocks.models import InformationPage
    from tests.hosts.test_every_host import make

    page = make(InformationPage, "Contact us")
    assert "The host's own header" in client.get(page.get_url()).content.decode()
