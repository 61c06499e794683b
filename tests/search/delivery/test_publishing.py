"""Whoever saves, moves or deletes a page never waits for a search server."""

import socket

import pytest
from wagtail.models import Page

from cop_search import outbox
from cop_search.models import Outbox
from tests.search.delivery.cluster import NAME
from tests.search.factories import make_private, page


@pytest.fixture
def no_socket(monkeypatch):
    def refuse(self, address):
        raise AssertionError(f"a socket was opened to {address}")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)


def test_the_test_would_see_a_socket(no_socket):
    with pytest.raises(AssertionError), socket.socket() as opened:
        opened.connect(("127.0.0.1", 9))


def test_publishing_opens_no_socket(
    site, cluster, no_socket, django_capture_on_commit_callbacks, monkeypatch
):
    monkeypatch.setattr(cluster, "send", lambda changes: pytest.fail("it was talked to"))
    with django_capture_on_commit_callbacks(execute=True):
        parent, moved = page(site.home, "Map"), page(site.home, "Verhuist")
        moved.save_revision().publish()
        Page.objects.get(pk=moved.pk).move(Page.objects.get(pk=parent.pk), pos="last-child")
        make_private(parent)
        gone = page(site.home, "Weg")
        Page.objects.get(pk=gone.pk).delete()
    waiting = Outbox.objects.filter(reader=NAME).values_list("page_id", flat=True)
    assert set(waiting) == {parent.pk, moved.pk, gone.pk}
    assert not Outbox.objects.filter(reader=outbox.TABLES).exists()
