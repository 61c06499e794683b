"""With real commits: what the tests inside one transaction can only play."""

import threading

import pytest
from django.db import connection, connections
from wagtail.models import Page

from cop_search import index, outbox
from cop_search.engines import get_engine
from cop_search.engines.base import SearchedText
from cop_search.engines.schema import ensure_schema
from cop_search.facade import SearchQuery, search
from cop_search.models import Document, Outbox
from tests.search import factories
from tests.search.factories import page

pytestmark = pytest.mark.django_db(transaction=True)


def titles():
    return [hit.title for hit in search(SearchQuery(locale="nl")).hits]


def test_every_commit_is_found_at_once():
    home, _ = factories.homes()
    parent = page(home, "Map")
    page(parent, "Kind")
    assert titles() == ["Kind", "Map", "Thuis"]
    restriction = factories.make_private(parent)
    assert titles() == ["Thuis"]
    restriction.delete()
    assert titles() == ["Kind", "Map", "Thuis"]
    Page.objects.get(pk=parent.pk).delete()
    assert titles() == ["Thuis"]
    assert not Outbox.objects.exists()


def test_words_without_a_document_go_with_the_next_migrate():
    home, _ = factories.homes()
    known = get_engine().document_ids()
    get_engine().upsert([SearchedText(987654, ("spook",), (), (), ())])
    ensure_schema("default")
    assert (
        get_engine().document_ids() == known == set(Document.objects.values_list("pk", flat=True))
    )


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer anyway")
def test_two_writers_wait_for_each_other_so_the_latest_state_wins(monkeypatch):
    """The first reads the old title, the second commits the new one in between: without the lock
    the first would then write the old one over it."""
    home, _ = factories.homes()
    made = page(home, "Eerst")
    read, go_on = threading.Event(), threading.Event()
    store = index.store

    def slow_store(drafts):
        if threading.current_thread() is first:
            read.set()
            go_on.wait(5)
        store(drafts)

    monkeypatch.setattr(index, "store", slow_store)

    def change(title):
        def run():
            try:
                mine = type(made).objects.get(pk=made.pk)
                mine.title = title
                mine.save()
            finally:
                connections.close_all()

        return threading.Thread(target=run)

    first, second = change("Oud"), change("Nieuw")
    first.start()
    assert read.wait(5)
    second.start()
    second.join(1)
    assert second.is_alive()
    go_on.set()
    first.join(5)
    second.join(5)
    assert titles() == ["Nieuw", "Thuis"]
    outbox.work_off()
    assert titles() == ["Nieuw", "Thuis"]
