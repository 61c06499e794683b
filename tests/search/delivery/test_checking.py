"""``cop_search_check`` with a search server: what it holds beside what the tables hold."""

import dataclasses

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cop_search import outbox
from cop_search.delivery.comparing import compare
from cop_search.delivery.drain import drain
from tests.search.delivery.cluster import NAME
from tests.search.factories import page

AGREES = "The index agrees with the pages.\nThe search server agrees with the index.\n"


@pytest.fixture
def filled(site, cluster):
    call_command("cop_search_rebuild", verbosity=0)
    return cluster


def spoil(cluster, page_id, **columns):
    """What the server holds of a page is another thing than it was told."""
    version, stored = cluster.kept[page_id]
    draft = dataclasses.replace(stored.draft, columns={**stored.draft.columns, **columns})
    cluster.kept[page_id] = (version, dataclasses.replace(stored, draft=draft))


def check(capsys, **options):
    """What is told, and whether all was right."""
    capsys.readouterr()
    try:
        call_command("cop_search_check", **options)
    except SystemExit as ended:
        return capsys.readouterr().out, ended.code == 0
    return capsys.readouterr().out, True


def test_what_agrees_is_told_to_agree(filled, capsys):
    assert check(capsys) == (AGREES, True)


def test_what_differs_is_told_and_mended_by_the_outbox(site, filled, capsys):
    lost, changed, moved, extra = (page(site.home, title) for title in ("a", "b", "c", "d"))
    list(drain(NAME, filled))
    kept = filled.kept
    spare = kept[extra.pk]
    extra.unpublish()
    list(drain(NAME, filled))
    del kept[lost.pk]
    spoil(filled, changed.pk, summary="anders")
    spoil(filled, moved.pk, locale="en")
    kept[extra.pk] = spare
    told, is_right = check(capsys)
    assert told.splitlines() == [
        "The index agrees with the pages.",
        f"page {lost.pk}: is not in the search server",
        f"page {changed.pk}: differs in the search server",
        f"page {moved.pk}: differs in the search server",
        f"page {extra.pk}: is in the search server and should not be",
    ]
    assert not is_right
    told, is_right = check(capsys, repair=True)
    assert told.endswith("Put in the outbox again; cop_search_drain delivers it.\n")
    assert is_right
    list(drain(NAME, filled))
    assert check(capsys) == (AGREES, True)


def test_what_waits_is_told_and_is_not_wrong(site, filled, capsys):
    page(site.home, "Nieuw")
    outbox.work_off()
    told, is_right = check(capsys)
    assert "1 pages wait to be delivered to the search server: cop_search_drain\n" in told
    assert is_right


def test_what_was_refused_is_told_and_tried_again(site, filled, capsys):
    wrong = page(site.home, "Fout")
    filled.refuses = {"Fout"}
    list(drain(NAME, filled))
    told, is_right = check(capsys)
    assert f"page {wrong.pk}: is refused by the search server: no\n" in told
    assert not is_right
    filled.refuses = set()
    check(capsys, repair=True)
    list(drain(NAME, filled))
    assert check(capsys) == (AGREES, True)


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ({"away": "refused"}, "The search server is away: refused.\n"),
        ({"schema": "2"}, "The search server was filled by another version of cop_search: "),
    ],
)
def test_a_server_that_cannot_be_compared_is_told(filled, capsys, state, told):
    for name, value in state.items():
        setattr(filled, name, value)
    said, is_right = check(capsys)
    assert told in said
    assert not is_right


def test_what_changes_and_is_delivered_while_it_is_compared_is_not_wrong(site, filled, monkeypatch):
    made = page(site.home, "Oud")
    list(drain(NAME, filled))
    held = filled.held

    def held_and_edit():
        monkeypatch.undo()
        found = list(held())
        made.title = "Nieuw"
        made.save()
        list(drain(NAME, filled))
        return iter(found)

    monkeypatch.setattr(filled, "held", held_and_edit)
    assert compare(NAME, filled) == {}


def test_comparing_costs_as_many_statements_whatever_the_number(site, filled):
    def statements():
        with CaptureQueriesContext(connection) as captured:
            assert compare(NAME, filled) == {}
        return len(captured)

    before = statements()
    for number in range(3):
        page(site.home, f"Pagina {number}")
    list(drain(NAME, filled))
    assert statements() == before == 2
