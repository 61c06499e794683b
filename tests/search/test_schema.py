"""The tables of words, made without a model: what an update finds is made anew, and told."""

import pytest
from django.core.management import call_command
from django.db import connection

from cop_search import outbox
from cop_search.checks import check_words
from cop_search.differences import compare
from cop_search.engines import get_engine
from cop_search.engines.schema import ensure_schema
from cop_search.engines.sql import MATCH_TABLE
from cop_search.models import Document
from tests.search.factories import page

OLDER = {
    "sqlite": f"CREATE VIRTUAL TABLE {MATCH_TABLE} USING fts5(title, body)",
    "postgresql": f"CREATE TABLE {MATCH_TABLE} (document_id bigint PRIMARY KEY, words tsvector)",
}


@pytest.fixture
def older(site):
    """A table of words as an older version made it."""
    page(site.home, "Regeling")
    outbox.work_off()
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {MATCH_TABLE}")
        cursor.execute(OLDER[connection.vendor])


def problems():
    return [(problem.id, problem.msg.split(" ")[0]) for problem in check_words(["default"])]


def test_what_is_there_stays(site, found):
    page(site.home, "Regeling")
    outbox.work_off()
    ensure_schema("default")
    assert found("regeling") == ["Regeling"]
    assert problems() == []


def test_a_table_of_an_older_version_is_made_anew_and_asks_for_a_rebuild(older, found):
    ensure_schema("default")
    assert found("regeling") == []
    assert found() == ["Regeling", "Thuis"]
    worded = ("is in the index without its words",)
    assert list(compare().pages.values()) == [worded] * 3
    assert problems() == [("cop_search.W003", "3")]
    call_command("cop_search_rebuild", verbosity=0)
    assert found("regeling") == ["Regeling"]
    assert problems() == []


def test_words_of_an_older_analysis_ask_for_a_rebuild(site):
    Document.objects.filter(locale="nl").update(analyzer_version=0)
    assert problems() == [("cop_search.W003", "1")]
    assert check_words(None) == check_words(["other"]) == []


def test_words_without_a_document_are_forgotten(site):
    Document.objects.all()._raw_delete("default")
    assert get_engine().document_ids()
    ensure_schema("default")
    assert get_engine().document_ids() == set()


def test_a_rebuild_that_is_stopped_forgets_nothing(site):
    Document.objects.filter(locale="en")._raw_delete("default")
    known = get_engine().document_ids()
    with pytest.raises(KeyboardInterrupt), get_engine().rebuild():
        raise KeyboardInterrupt
    assert get_engine().document_ids() == known
    with get_engine().rebuild():
        pass
    assert get_engine().document_ids() == set(Document.objects.values_list("pk", flat=True))
