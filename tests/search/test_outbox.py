"""Who reads the outbox: the tables of this database, and any other at its own pace."""

import pytest
from django.core.management import call_command
from wagtail.models import Page

from cop_search import outbox
from cop_search.models import Document, Outbox
from tests.search.factories import make_private, page


@pytest.fixture
def other(site):
    """A second reader, as an engine elsewhere would be."""
    outbox.register_reader("other")
    yield "other"
    outbox.unregister_reader("other")


def pages_of(reader):
    return [page_id for _, page_id in outbox.waiting(reader)]


def test_every_change_waits_for_each_reader_by_itself(site, other):
    made = page(site.home, "Nieuw")
    assert pages_of(outbox.TABLES) == pages_of(other) == [made.pk]
    outbox.work_off()
    assert pages_of(outbox.TABLES) == []
    assert pages_of(other) == [made.pk]


def test_a_change_during_the_reading_is_not_acknowledged_with_it(site, other):
    made = page(site.home, "Nieuw")
    outbox.work_off()
    taken = [row for row, _ in outbox.waiting(other)]
    made.title = "Gewijzigd"
    made.save()
    outbox.acknowledge(taken)
    assert pages_of(other) == [made.pk]


def test_what_waits_for_a_reader_and_is_no_document_is_a_removal(site, other):
    """By this a reader that lags leaves out what may not be found any more."""
    stays, goes = page(site.home, "Blijft"), page(site.home, "Gaat")
    outbox.work_off()
    outbox.acknowledge([row for row, _ in outbox.waiting(other)])
    stays.save()
    make_private(goes)
    outbox.work_off()
    removed = set(pages_of(other)).difference(Document.objects.values_list("page_id", flat=True))
    assert removed == {goes.pk}


def test_what_a_rebuild_or_a_repair_changes_is_told_to_the_other_readers(site, other):
    made, same = page(site.home, "Nieuw"), page(site.home, "Gelijk")
    outbox.work_off()
    outbox.acknowledge([row for row, _ in outbox.waiting(other)])
    Page.objects.filter(pk=made.pk).update(title="Gewijzigd")
    call_command("cop_search_rebuild", verbosity=0)
    assert pages_of(other) == [made.pk]
    outbox.acknowledge([row for row, _ in outbox.waiting(other)])
    Document.objects.filter(page_id=same.pk).delete()
    call_command("cop_search_check", repair=True, verbosity=0)
    assert pages_of(other) == [same.pk]


def test_a_reader_that_is_off_gets_no_rows(site):
    outbox.register_reader("off", is_on=lambda: False)
    page(site.home, "Nieuw")
    outbox.unregister_reader("off")
    assert set(Outbox.objects.values_list("reader", flat=True)) == {outbox.TABLES}


def test_a_reader_that_was_taken_back_leaves_no_rows(site):
    outbox.register_reader("gone")
    page(site.home, "Nieuw")
    outbox.unregister_reader("gone")
    assert set(Outbox.objects.values_list("reader", flat=True)) == {outbox.TABLES}
