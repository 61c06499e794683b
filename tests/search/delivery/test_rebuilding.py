"""A server filled anew beside what answers: as a whole or not at all."""

import pytest
from django.core.management import call_command

from cop_search import index, outbox
from cop_search.delivery import rebuilding, rows
from cop_search.delivery.drain import drain
from cop_search.delivery.readiness import Readiness, is_complete, why_rebuild
from cop_search.delivery.target import Away, register_target, unregister_target
from cop_search.models import Document, Outbox
from tests.search.delivery.cluster import NAME
from tests.search.factories import page


@pytest.fixture
def small_chunks(monkeypatch):
    """Two pages a chunk."""
    chunks = index.chunks
    monkeypatch.setattr(index, "chunks", lambda ids, size=0: chunks(ids, 2))


@pytest.fixture
def lose(cluster, monkeypatch):
    """Has the next index that is filled beside lack a page."""
    begin = cluster.begin

    def lose_it(lost):
        def begin_and_lose(places):
            beside = begin(places)
            take = beside._take
            beside._take = lambda change: change.page_id == lost.pk or take(change)
            return beside

        monkeypatch.setattr(cluster, "begin", begin_and_lose)

    return lose_it


def waiting():
    return Outbox.objects.filter(reader=NAME).count()


def test_a_server_that_was_never_filled_is_told_nothing_until_it_is(site, empty_cluster, capsys):
    page(site.home, "Regeling")
    assert why_rebuild(NAME, empty_cluster) == Readiness.NOT_FILLED.value
    with pytest.raises(Away, match="cop_search_rebuild"):
        list(drain(NAME, empty_cluster))
    call_command("cop_search_rebuild")
    told = "3 pages looked at.\n3 pages are in the search server.\n"
    assert capsys.readouterr().out == told
    assert empty_cluster.titles == ["Home", "Regeling", "Thuis"]
    assert (is_complete(NAME), waiting()) == (True, 0)


def test_the_old_one_answers_until_the_new_one_is_whole(site, cluster, small_chunks):
    for number in range(3):
        page(site.home, f"Lening {number}")
    list(drain(NAME, cluster))
    before = cluster.titles
    assert [cluster.titles for _ in rebuilding.rebuild(NAME, cluster)] == [before] * 3
    assert cluster.titles == ["Home", *before, "Thuis"]


def test_what_changes_meanwhile_is_in_both(site, cluster, small_chunks):
    first, *_, last = [page(site.home, f"Lening {number}") for number in range(6)]
    call_command("cop_search_rebuild", verbosity=0)
    rebuilding_now = rebuilding.rebuild(NAME, cluster)
    next(rebuilding_now)
    next(rebuilding_now)
    first.title = "Gewijzigd"
    first.save()
    last.unpublish()
    added = page(site.home, "Nieuw")
    list(drain(NAME, cluster))
    expected = sorted(
        ["Gewijzigd", "Home", *(f"Lening {number}" for number in range(1, 5)), "Nieuw", "Thuis"]
    )
    assert cluster.titles == expected
    added.title = "Nog nieuwer"
    added.save()
    list(rebuilding_now)
    assert cluster.titles == sorted({*expected, "Nog nieuwer"} - {"Nieuw"})
    assert waiting() == 0


def test_one_that_is_stopped_leaves_the_old_one_and_the_next_begins_anew(
    site, cluster, small_chunks, monkeypatch, capsys
):
    expected = sorted(page(site.home, f"Lening {number}").title for number in range(5))
    list(drain(NAME, cluster))
    read, calls = rebuilding.read, []

    def stop(*args):
        calls.append(args)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return read(*args)

    with monkeypatch.context() as stopping:
        stopping.setattr(rebuilding, "read", stop)
        with pytest.raises(SystemExit) as stopped:
            call_command("cop_search_rebuild")
    assert stopped.value.code == 130
    assert "Stopped after 4 of 7 pages for the search server." in capsys.readouterr().err
    assert cluster.titles == expected
    left = cluster.beside
    call_command("cop_search_rebuild", verbosity=0)
    assert cluster.titles == sorted(["Home", *expected, "Thuis"])
    assert cluster.beside is None
    with pytest.raises(Away, match="another rebuild"):
        left.swap()


def test_a_server_that_is_away_leaves_the_old_one(site, cluster, capsys):
    cluster.away = "refused"
    with pytest.raises(SystemExit) as ended:
        call_command("cop_search_rebuild", verbosity=0)
    assert ended.value.code == 1
    assert capsys.readouterr().err == "The search server is away: refused. Run this again.\n"
    assert not Document.objects.exclude(generation__gt=0).exists()


def test_one_that_lacks_a_page_does_not_take_over(site, cluster, lose, capsys):
    lost = page(site.home, "Kwijt")
    list(drain(NAME, cluster))
    lose(lost)
    with pytest.raises(SystemExit) as ended:
        call_command("cop_search_rebuild", verbosity=0)
    assert ended.value.code == 1
    told = f"1 pages differ from the new index, as page {lost.pk}: is not in the search server."
    assert told in capsys.readouterr().err
    assert cluster.titles == ["Kwijt"]


def test_a_page_that_is_refused_does_not_hold_up_the_others(site, cluster, capsys):
    wrong = page(site.home, "Fout")
    cluster.refuses = {"Fout"}
    call_command("cop_search_rebuild", verbosity=0)
    assert capsys.readouterr().err == "1 pages were not taken; the log says why.\n"
    assert cluster.titles == ["Home", "Thuis"]
    assert [row.page_id for row in rows.aside(NAME)] == [wrong.pk]


def test_another_schema_asks_for_a_rebuild(site, cluster):
    cluster.schema = "2"
    assert why_rebuild(NAME, cluster) == Readiness.OTHERWISE.value
    call_command("cop_search_rebuild", verbosity=0)
    assert why_rebuild(NAME, cluster) == ""


def test_what_waited_for_a_server_that_was_not_filled_is_not_delivered_twice(site, empty_cluster):
    page(site.home, "Regeling")
    call_command("cop_search_rebuild", verbosity=0)
    assert empty_cluster.sent == []


def test_what_waited_before_is_read_with_all_else_and_not_delivered_again(site, cluster):
    changed, gone = page(site.home, "Regeling"), page(site.home, "Weg")
    list(drain(NAME, cluster))
    changed.title = "Gewijzigd"
    changed.save()
    gone.unpublish()
    cluster.sent.clear()
    call_command("cop_search_rebuild", verbosity=0)
    assert (cluster.sent, cluster.titles, waiting()) == ([], ["Gewijzigd", "Home", "Thuis"], 0)


def test_what_waits_stays_until_the_new_one_answers(site, cluster, small_chunks):
    """Of the one that answers meanwhile it says which pages nobody may find any more."""
    pages = [page(site.home, f"Lening {number}") for number in range(4)]
    list(drain(NAME, cluster))
    pages[0].unpublish()
    rows_of_it = Outbox.objects.filter(reader=NAME, page_id=pages[0].pk)
    seen = [rows_of_it.exists() for _ in rebuilding.rebuild(NAME, cluster)]
    assert (set(seen), rows_of_it.exists()) == ({True}, False)


def test_what_waited_is_delivered_at_once_where_a_rebuild_is_stopped(site, cluster, small_chunks):
    made = page(site.home, "Regeling")
    stopped = rebuilding.rebuild(NAME, cluster)
    next(stopped)
    assert list(drain(NAME, cluster)) == []
    stopped.close()
    list(drain(NAME, cluster))
    assert (made.title in cluster.titles, waiting()) == (True, 0)


def test_a_long_rebuild_holds_what_waited(site, cluster, small_chunks, time_machine):
    time_machine.move_to("2026-09-01T12:00:00Z", tick=False)
    for number in range(6):
        page(site.home, f"Lening {number}")
    lease = rows.LEASE.total_seconds()
    for _ in rebuilding.rebuild(NAME, cluster):
        time_machine.shift(lease * 0.7)
        assert not rows.take(NAME, 10).rows
    assert waiting() == 0


def test_what_was_made_otherwise_is_sent_nothing_any_more(site, cluster, small_chunks):
    """It may refuse what is made now, and answers nobody."""
    pages = [page(site.home, f"Lening {number}") for number in range(4)]
    call_command("cop_search_rebuild", verbosity=0)
    cluster.schema = "2"
    cluster.sent.clear()
    going_on = rebuilding.rebuild(NAME, cluster)
    next(going_on)
    pages[0].title = "Gewijzigd"
    pages[0].save()
    list(going_on)
    assert (cluster.sent, waiting()) == ([], 0)
    assert cluster.titles[0] == "Gewijzigd"


def test_a_page_whose_process_died_after_its_commit_is_in_it(site, cluster):
    late = page(site.home, "Laat")
    list(drain(NAME, cluster))
    index.refresh([late.pk])
    Document.objects.filter(page_id=late.pk).delete()
    for reader in (outbox.TABLES, NAME):
        Outbox.objects.create(page_id=late.pk, reader=reader)
    list(rebuilding.rebuild(NAME, cluster))
    assert ("Laat" in cluster.titles, waiting()) == (True, 0)


def test_what_was_refused_before_and_is_taken_now_is_set_aside_no_more(site, cluster):
    wrong = page(site.home, "Fout")
    other = page(site.home, "Ook fout")
    cluster.refuses = {"Fout", "Ook fout"}
    list(drain(NAME, cluster))
    cluster.refuses = {"Fout"}
    call_command("cop_search_rebuild", verbosity=0)
    assert [row.page_id for row in rows.aside(NAME)] == [wrong.pk]
    assert other.title in cluster.titles


def test_a_page_that_waited_and_is_lacking_is_no_excuse(site, cluster, lose):
    lost = page(site.home, "Kwijt")
    lose(lost)
    with pytest.raises(rebuilding.Incomplete, match="is not in the search server"):
        list(rebuilding.rebuild(NAME, cluster))
    assert waiting() > 0


def test_a_server_that_is_switched_off_while_a_page_changes_is_to_be_filled_again(
    site, empty_cluster
):
    is_on = True
    register_target(NAME, lambda: empty_cluster, lambda: is_on)
    call_command("cop_search_rebuild", verbosity=0)
    is_on = False
    outbox.work_off()
    assert is_complete(NAME)
    page(site.home, "Ongezien")
    outbox.work_off()
    is_on = True
    assert why_rebuild(NAME, empty_cluster) == Readiness.NOT_FILLED.value


def test_the_database_stays_as_it_is_where_there_is_no_server(site, empty_cluster, capsys):
    unregister_target(NAME)
    call_command("cop_search_rebuild")
    assert capsys.readouterr().out == "2 pages looked at.\n"


def test_a_page_that_is_made_and_delivered_before_the_first_is_read_is_in_it(
    site, cluster, monkeypatch
):
    begin = cluster.begin

    def begin_and_add(places):
        beside = begin(places)
        page(site.home, "Net op tijd")
        list(drain(NAME, cluster))
        return beside

    monkeypatch.setattr(cluster, "begin", begin_and_add)
    call_command("cop_search_rebuild", verbosity=0)
    assert "Net op tijd" in cluster.titles
