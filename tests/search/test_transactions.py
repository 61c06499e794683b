"""With real commits: what the tests inside one transaction can only play."""

import threading

import pytest
from django.db import connection, connections, transaction
from wagtail.models import Page

from cop_blocks.models import Organisation
from cop_catalog.models import InitiativeIndexPage, InitiativeOrganisation, InitiativePage
from cop_search import index, maintenance, outbox
from cop_search.engines import get_engine
from cop_search.engines.base import SearchedText
from cop_search.engines.schema import ensure_schema
from cop_search.facade import SearchQuery, search
from cop_search.models import Document, Outbox
from tests.search import factories
from tests.search.factories import page

pytestmark = pytest.mark.django_db(transaction=True)


def titles(q=""):
    return [hit.title for hit in search(SearchQuery(locale="nl", q=q)).hits]


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


@pytest.mark.wagtail_indexes
def test_an_organisation_s_new_name_reaches_every_page_that_names_it():
    """By Wagtail's own reference index, as it is after a real commit."""
    home, _ = factories.homes()
    bank = Organisation.objects.create(name="Oude bank")
    index_page = page(home, "Aanbod", model=InitiativeIndexPage)
    initiative = InitiativePage(title="Lening", summary="Geld.", locale=home.locale)
    initiative.organisation_rows = [InitiativeOrganisation(organisation=bank)]
    Page.objects.get(pk=index_page.pk).add_child(instance=initiative)
    assert titles("oude bank") == ["Lening"]
    bank.name = "Nieuwe bank"
    bank.save()
    assert titles("oude bank") == []
    assert titles("nieuwe bank") == ["Lening"]


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
def test_what_is_saved_during_a_rebuild_is_not_written_over(monkeypatch):
    """The rebuild reads the old title, an editor commits a new one: without the lock the rebuild
    would then write the old one over it."""
    home, _ = factories.homes()
    made = page(home, "Oud")
    read, go_on = threading.Event(), threading.Event()
    store = index.store

    def slow_store(drafts, **options):
        if threading.current_thread() is rebuilding:
            read.set()
            go_on.wait(5)
        store(drafts, **options)

    monkeypatch.setattr(index, "store", slow_store)

    def edit():
        mine = type(made).objects.get(pk=made.pk)
        mine.title = "Nieuw"
        mine.save()

    rebuilding = thread(lambda: list(maintenance.rebuild()))
    editing = thread(edit)
    rebuilding.start()
    assert read.wait(5)
    editing.start()
    editing.join(2)
    go_on.set()
    rebuilding.join(5)
    editing.join(5)
    assert titles() == ["Nieuw", "Thuis"]


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer anyway")
def test_what_is_committed_while_another_process_works_off_is_not_lost(monkeypatch):
    """The other has read the old title and not yet written it."""
    home, _ = factories.homes()
    made = page(home, "Oud")
    read, go_on = threading.Event(), threading.Event()
    store = index.store

    def slow_store(drafts, **options):
        if threading.current_thread() is working:
            read.set()
            go_on.wait(5)
        store(drafts, **options)

    monkeypatch.setattr(index, "store", slow_store)

    def save(title):
        mine = type(made).objects.get(pk=made.pk)
        mine.title = title
        mine.save()

    working = thread(lambda: save("Nieuw"))
    editing = thread(lambda: save("Nieuwer"))
    working.start()
    assert read.wait(5)
    editing.start()
    editing.join(1)
    go_on.set()
    working.join(5)
    editing.join(5)
    assert titles() == ["Nieuwer", "Thuis"]
    assert not Outbox.objects.exists()


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer anyway")
def test_what_waits_for_its_commit_is_left_alone_by_who_works_off():
    home, _ = factories.homes()
    made, other = page(home, "Oud"), page(home, "Ander")
    saved, go_on = threading.Event(), threading.Event()

    def edit():
        with transaction.atomic():
            mine = type(made).objects.get(pk=made.pk)
            mine.title = "Nieuw"
            mine.save()
            saved.set()
            go_on.wait(5)

    editing = thread(edit)
    editing.start()
    assert saved.wait(5)
    other.title = "Anders"
    other.save()
    assert titles() == ["Anders", "Oud", "Thuis"]
    go_on.set()
    editing.join(5)
    assert titles() == ["Anders", "Nieuw", "Thuis"]


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer anyway")
def test_a_rebuild_shows_all_of_it_to_others_in_the_midst_of_a_chunk(monkeypatch):
    home, _ = factories.homes()
    expected = sorted([*(page(home, f"Lening {each}").title for each in range(4)), "Thuis"])
    found = []
    monkeypatch.setattr(index, "chunks", lambda ids, size: [ids[:2], ids[2:]])
    upsert = type(get_engine()).upsert

    def upsert_and_look(engine, texts):
        upsert(engine, texts)
        visitor = thread(lambda: found.append((titles(), titles("lening"))))
        visitor.start()
        visitor.join(5)

    monkeypatch.setattr(type(get_engine()), "upsert", upsert_and_look)
    list(maintenance.rebuild())
    assert found == [(expected, expected[:-1])] * 2


def test_a_process_that_died_after_the_commit_leaves_its_rows_to_the_next(monkeypatch):
    home, _ = factories.homes()
    with monkeypatch.context() as dying:
        dying.setattr(outbox, "_work_off_chunk", lambda: 0)
        page(home, "Verweesd")
    assert titles() == ["Thuis"]
    page(home, "Volgende")
    assert titles() == ["Thuis", "Verweesd", "Volgende"]


def thread(run):
    """A thread that leaves no connection behind."""

    def run_and_close():
        try:
            run()
        finally:
            connections.close_all()

    return threading.Thread(target=run_and_close)
