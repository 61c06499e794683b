"""A rebuild counts words once for many documents, and none of them twice or never."""

import pytest

from cop_search import index, maintenance, outbox, tally, vocabulary
from cop_search.models import Document, Word
from tests.search.factories import page


def counts():
    return dict(Word.objects.values_list("word", "documents"))


@pytest.fixture
def uncounted(site, monkeypatch):
    """A rebuild from nothing that stands still after its first chunk of two; its pages."""
    made = [page(site.home, f"Lening {name}") for name in ("eerste", "tweede", "derde")]
    outbox.work_off()
    index.remove(index.page_ids())
    chunks = index.chunks
    monkeypatch.setattr(index, "chunks", lambda ids, size=0: chunks(ids, 2))
    rebuilding = maintenance.rebuild()
    next(rebuilding)
    next(rebuilding)
    yield rebuilding, made
    rebuilding.close()


def test_words_are_counted_when_the_rebuild_is_done(uncounted):
    rebuilding, _ = uncounted
    assert counts() == {}
    list(rebuilding)
    assert counts() == {"thuis": 1, "home": 1, "lening": 3, "eerste": 1, "tweede": 1, "derde": 1}
    assert set(Document.objects.values_list("analyzer_version", flat=True)) == {vocabulary.COUNTED}


def test_words_are_counted_when_enough_documents_wait(uncounted, monkeypatch):
    rebuilding, _ = uncounted
    monkeypatch.setattr(tally, "_MOST", 5)
    next(rebuilding)
    assert counts()["lening"] == 3


def test_a_page_saved_before_its_words_are_counted_counts_once(uncounted):
    rebuilding, (first, *_) = uncounted
    first.title = "Lening anders"
    first.save()
    outbox.work_off()
    assert counts() == {"lening": 1, "anders": 1}
    list(rebuilding)
    assert counts() == {"thuis": 1, "home": 1, "lening": 3, "anders": 1, "tweede": 1, "derde": 1}


def test_a_page_deleted_before_its_words_are_counted_is_not_counted(uncounted):
    rebuilding, (first, *_) = uncounted
    first.delete()
    outbox.work_off()
    list(rebuilding)
    assert counts() == {"thuis": 1, "home": 1, "lening": 2, "tweede": 1, "derde": 1}


def test_a_rebuild_that_is_stopped_counts_what_it_has_written(uncounted):
    rebuilding, _ = uncounted
    rebuilding.close()
    assert counts() == {"thuis": 1, "home": 1, "lening": 2, "eerste": 1, "tweede": 1}


def test_what_a_killed_rebuild_did_not_count_is_told_and_done_by_the_next(uncounted, monkeypatch):
    rebuilding, _ = uncounted
    monkeypatch.setattr(tally.Tally, "close", lambda self: None)
    rebuilding.close()
    monkeypatch.undo()
    documents = Document.objects.filter(analyzer_version=vocabulary.UNCOUNTED)
    assert documents.count() == 4
    assert [progress.total for progress in maintenance.rebuild(go_on=True)][-1] == 5
    assert counts() == {"thuis": 1, "home": 1, "lening": 3, "eerste": 1, "tweede": 1, "derde": 1}
