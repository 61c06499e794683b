"""The index made anew and compared with the pages, by hand."""

import io

import pytest
from django.core.management import call_command
from wagtail.models import Page

from cop_blocks.progress_bar import ProgressBar
from cop_search import index, maintenance, outbox
from cop_search.facade import SearchQuery, search
from cop_search.models import Document, Outbox, Rebuild
from tests.search.factories import page


class Terminal(io.StringIO):
    def isatty(self):
        return True


def titles(q=""):
    return sorted(hit.title for hit in search(SearchQuery(locale="nl", q=q)).hits)


@pytest.fixture
def small_chunks(monkeypatch):
    """Two pages a transaction."""
    chunks = index.chunks
    monkeypatch.setattr(index, "chunks", lambda ids, size=0: chunks(ids, 2))


def test_rebuild_makes_everything_anew(site, found, capsys):
    made = page(site.home, "Regeling")
    outbox.work_off()
    Document.objects.all().delete()
    Page.objects.filter(pk=made.pk).update(title="Gewijzigd")
    call_command("cop_search_rebuild")
    assert capsys.readouterr().out == "3 pages looked at.\n"
    assert found("gewijzigd") == ["Gewijzigd"]
    assert index.get_engine().document_ids() == set(Document.objects.values_list("pk", flat=True))


def test_visitors_find_all_of_it_between_the_chunks_of_a_rebuild(site, small_chunks):
    expected = sorted(page(site.home, f"Lening {number}").title for number in range(7))
    outbox.work_off()
    found = [titles("lening") for _ in maintenance.rebuild()]
    assert found == [expected] * 5


def test_what_is_saved_during_a_rebuild_is_found_at_once_and_stays(site, small_chunks):
    first, *_, last = [page(site.home, f"Lening {number}") for number in range(6)]
    outbox.work_off()
    rebuilding = maintenance.rebuild()
    next(rebuilding)
    next(rebuilding)
    for made in (first, last):
        made.title = f"Nieuw {made.pk}"
        made.save()
    added = page(site.home, "Nieuw erbij")
    outbox.work_off()
    expected = sorted([f"Nieuw {first.pk}", f"Nieuw {last.pk}", added.title])
    assert titles("nieuw") == expected
    list(rebuilding)
    assert titles("nieuw") == expected
    assert not Outbox.objects.exists()


@pytest.mark.parametrize("stopped_in", ["read", "store"])
def test_a_rebuild_that_is_stopped_within_a_chunk_leaves_all_there(
    site, small_chunks, monkeypatch, capsys, stopped_in
):
    expected = sorted(page(site.home, f"Lening {number}").title for number in range(5))
    outbox.work_off()
    before = Document.objects.count()
    really, calls = getattr(index, stopped_in), []

    def stop(*args, **options):
        calls.append(args)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return really(*args, **options)

    with monkeypatch.context() as stopping:
        stopping.setattr(index, stopped_in, stop)
        with pytest.raises(SystemExit) as stopped:
            call_command("cop_search_rebuild")
    assert stopped.value.code == 130
    assert "Stopped after 4 of 7 pages." in capsys.readouterr().err
    assert titles("lening") == expected
    assert Document.objects.count() == before
    call_command("cop_search_check", verbosity=0)
    assert "A rebuild was stopped" in capsys.readouterr().out
    call_command("cop_search_rebuild", go_on=True)
    assert capsys.readouterr().out == "3 pages looked at.\n"
    assert not Rebuild.objects.filter(finished=None).exists()
    assert set(Document.objects.values_list("generation", flat=True)) == {Rebuild.objects.get().pk}


def test_after_a_rebuild_that_was_not_stopped_continue_makes_all_anew(site, capsys):
    call_command("cop_search_rebuild")
    call_command("cop_search_rebuild", go_on=True)
    assert capsys.readouterr().out == "2 pages looked at.\n" * 2


def test_a_rebuild_takes_away_what_is_no_page_any_more(site):
    Document.objects.filter(page_id=site.english.pk).update(page_id=987654)
    call_command("cop_search_rebuild", verbosity=0)
    assert set(Document.objects.values_list("page_id", flat=True)) == {
        site.home.pk,
        site.english.pk,
    }


def test_a_rebuild_fills_a_bar_on_a_terminal(site, small_chunks):
    page(site.home, "Regeling")
    terminal = Terminal()
    call_command("cop_search_rebuild", stdout=terminal)
    shown = terminal.getvalue().split("\r")
    assert [line[32:].split("  ")[1] for line in shown[1:]] == ["2 / 3", "3 / 3"]
    assert shown[-1].endswith("\n3 pages looked at.\n")


def test_a_bar_is_not_drawn_where_nobody_looks():
    written = io.StringIO()
    bar = ProgressBar(written)
    bar.show(1, 2)
    bar.close()
    assert written.getvalue() == ""


def test_check_tells_what_differs_and_repairs_it(site, capsys):
    changed, lost, worded = (page(site.home, title) for title in ("Anders", "Kwijt", "Woorden"))
    outbox.work_off()
    Page.objects.filter(pk=changed.pk).update(title="Gewijzigd")
    Document.objects.filter(page_id=lost.pk).delete()
    stray = Document.objects.get(page_id=worded.pk)
    index.get_engine().delete([stray.pk])
    Document.objects.filter(page_id=site.english.pk).update(page_id=987654)
    with pytest.raises(SystemExit):
        call_command("cop_search_check")
    assert sorted(capsys.readouterr().out.splitlines()) == sorted(
        [
            f"page {lost.pk}: is not in the index",
            f"page {site.english.pk}: is not in the index",
            "page 987654: is in the index and should not be",
            f"page {changed.pk}: differs from the index: title, title_key",
            f"page {worded.pk}: is in the index without its words",
            "1 entries of the engine belong to no document.",
        ]
    )
    call_command("cop_search_check", repair=True)
    capsys.readouterr()
    call_command("cop_search_check")
    assert capsys.readouterr().out == "The index agrees with the pages.\n"


def test_check_tells_of_words_of_another_version(site, capsys):
    Document.objects.filter(page_id=site.home.pk).update(analyzer_version=0)
    with pytest.raises(SystemExit):
        call_command("cop_search_check")
    told = f"page {site.home.pk}: has words of another version of the analysis\n"
    assert capsys.readouterr().out == told
    call_command("cop_search_check", repair=True)
    capsys.readouterr()
    call_command("cop_search_check")
    assert capsys.readouterr().out == "The index agrees with the pages.\n"
