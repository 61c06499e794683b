"""What waits in the outbox gets to the server: all of it, and only as it is now."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from cop_search import outbox
from cop_search.delivery import drain as draining
from cop_search.delivery import rows
from cop_search.delivery.drain import drain
from cop_search.delivery.target import Away
from cop_search.models import Document, Outbox, Reader
from tests.search.delivery.cluster import NAME
from tests.search.factories import make_private, page


def waiting():
    return Outbox.objects.filter(reader=NAME).count()


def test_a_page_gets_there_as_the_tables_have_it(site, cluster, delivered):
    made = page(site.home, "Nieuw", terms=["theme.circular"])
    assert delivered() == ["Nieuw"]
    _, stored = cluster.kept[made.pk]
    document = Document.objects.get(page_id=made.pk)
    assert (stored.document_id, stored.draft.fingerprint) == (document.pk, document.fingerprint)
    assert stored.draft.facets == (("theme", "circular"),)
    assert waiting() == 0


def test_what_may_not_be_found_any_more_goes(site, cluster, delivered):
    private, gone, draft = (page(site.home, title) for title in ("Privé", "Weg", "Concept"))
    assert delivered() == ["Concept", "Privé", "Weg"]
    make_private(private)
    Page.objects.get(pk=gone.pk).delete()
    draft.unpublish()
    assert delivered() == []
    assert waiting() == 0


def test_a_page_changed_many_times_is_sent_once_and_as_it_is_now(site, cluster, delivered):
    made = page(site.home, "Eerst")
    for number in range(3):
        made.title = f"Versie {number}"
        made.save()
    assert delivered() == ["Versie 2"]
    assert [[change.page_id for change in bundle] for bundle in cluster.sent] == [[made.pk]]


def test_bundles_have_a_size(site, cluster):
    made = [page(site.home, f"Pagina {number}").pk for number in range(5)]
    bundles = list(drain(NAME, cluster, size=2))
    assert [bundle.pages for bundle in bundles] == [2, 2, 1]
    assert [change.page_id for bundle in cluster.sent for change in bundle] == made


def test_while_the_server_is_away_all_of_it_waits(site, cluster, delivered):
    page(site.home, "Nieuw")
    cluster.away = "refused"
    with pytest.raises(Away):
        delivered()
    assert waiting() == 1
    reader = Reader.objects.get(name=NAME)
    assert (reader.last_error, reader.last_success) == ("refused", None)
    cluster.away = ""
    assert delivered() == ["Nieuw"]
    reader.refresh_from_db()
    assert (reader.last_error, reader.failed_at) == ("", None)
    assert reader.last_success is not None


def test_a_page_that_the_server_refuses_is_set_aside_and_the_rest_goes_on(
    site, cluster, delivered, caplog
):
    before, wrong, after = (page(site.home, title) for title in ("Ervoor", "Fout", "Erna"))
    cluster.refuses = {"Fout"}
    assert delivered() == ["Erna", "Ervoor"]
    kept = Outbox.objects.get(reader=NAME)
    assert (kept.page_id, kept.failed, kept.error) == (wrong.pk, True, "no")
    assert f"Page {wrong.pk} is refused by {NAME}" in caplog.text


def test_what_was_set_aside_is_not_sent_again_until_somebody_asks(site, cluster, delivered):
    wrong = page(site.home, "Fout")
    cluster.refuses = {"Fout"}
    delivered()
    number = len(cluster.sent)
    cluster.refuses = set()
    assert delivered() == []
    assert len(cluster.sent) == number
    assert rows.retry(NAME, [wrong.pk]) == 1
    assert delivered() == ["Fout"]
    assert waiting() == 0


def test_a_page_that_is_saved_again_is_no_longer_aside(site, cluster, delivered):
    wrong = page(site.home, "Fout")
    cluster.refuses = {"Fout"}
    delivered()
    wrong.title = "Goed"
    wrong.save()
    assert delivered() == ["Goed"]
    assert waiting() == 0


def test_a_page_that_is_refused_twice_has_one_row(site, cluster, delivered):
    wrong = page(site.home, "Fout")
    cluster.refuses = {"Fout"}
    delivered()
    wrong.save()
    delivered()
    assert rows.aside(NAME).count() == waiting() == 1


def test_a_change_while_the_server_answers_has_a_row_that_stays(site, cluster, monkeypatch):
    made = page(site.home, "Oud")
    send = cluster.send

    def send_and_edit(changes):
        made.title = "Nieuw"
        made.save()
        monkeypatch.undo()
        return send(changes)

    monkeypatch.setattr(cluster, "send", send_and_edit)
    next(drain(NAME, cluster))
    assert (cluster.titles, waiting()) == (["Oud"], 1)
    list(drain(NAME, cluster))
    assert (cluster.titles, waiting()) == (["Nieuw"], 0)


def test_what_a_process_left_behind_after_its_commit_is_brought_up_to_date_first(
    site, cluster, delivered
):
    """Nobody has worked off the rows of the tables."""
    made = page(site.home, "Verweesd")
    assert not Document.objects.filter(page_id=made.pk).exists()
    assert delivered() == ["Verweesd"]
    assert Document.objects.filter(page_id=made.pk).exists()


def test_two_take_different_rows(site, cluster):
    made = [page(site.home, f"Pagina {number}").pk for number in range(3)]
    first, second, third = (rows.take(NAME, 2) for _ in range(3))
    assert [sorted(each.page_ids) for each in (first, second, third)] == [made[:2], made[2:], []]


def test_what_was_let_go_is_free_at_once(site, cluster):
    made = page(site.home, "Nieuw")
    rows.release(rows.take(NAME, 2))
    assert rows.take(NAME, 2).page_ids == {made.pk}


def test_what_somebody_took_who_died_is_free_after_a_while(site, cluster, time_machine):
    made = page(site.home, "Nieuw")
    dead = rows.take(NAME, 2)
    time_machine.move_to(timezone.now() + rows.LEASE + timedelta(seconds=1), tick=False)
    assert rows.take(NAME, 2).page_ids == {made.pk}
    # And if it was not dead after all: what another has now is not let go by it.
    rows.release(dead)
    assert rows.take(NAME, 2).page_ids == set()


def test_who_was_too_slow_sends_nothing(site, cluster, monkeypatch):
    page(site.home, "Nieuw")
    monkeypatch.setattr(rows, "LEASE", timedelta(seconds=-1))
    with pytest.raises(Away, match="too long"):
        next(drain(NAME, cluster))
    assert cluster.sent == []


def test_what_is_wrong_with_us_lets_go_of_the_rows(site, cluster, monkeypatch):
    made = page(site.home, "Nieuw")

    def fail(*args):
        raise ZeroDivisionError

    with monkeypatch.context() as failing:
        failing.setattr(draining, "read", fail)
        with pytest.raises(ZeroDivisionError):
            next(drain(NAME, cluster))
    assert rows.take(NAME, 2).page_ids == {made.pk}


def test_a_page_that_cannot_be_read_stays_as_it_was_in_both(site, cluster, delivered, monkeypatch):
    made = page(site.home, "Goed")
    assert delivered() == ["Goed"]
    Page.objects.filter(pk=made.pk).update(title="Kapot")
    made.refresh_from_db()
    monkeypatch.setattr("cop_search.documents._words", lambda *args: 1 / 0)
    made.save()
    assert delivered() == ["Goed"]
    told = Outbox.objects.values_list("page_id", "reader", "failed").order_by("reader")
    assert list(told) == [(made.pk, NAME, True), (made.pk, outbox.TABLES, True)]


def test_a_bundle_costs_as_many_statements_whatever_its_size(site, cluster):
    def statements(number):
        for _ in range(number):
            page(site.home, "Pagina")
        outbox.work_off()
        with CaptureQueriesContext(connection) as captured:
            assert [bundle.pages for bundle in drain(NAME, cluster)] == [number]
        return len(captured)

    statements(1)
    assert statements(1) == statements(6)


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one plan")
def test_no_more_rows_are_taken_however_the_statement_is_planned(site, cluster):
    made = [page(site.home, f"Pagina {number}").pk for number in range(5)]
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_hashagg = off; SET LOCAL enable_hashjoin = off")
        cursor.execute("SET LOCAL enable_sort = off; SET LOCAL enable_mergejoin = off")
        cursor.execute("SET LOCAL enable_material = off")
    assert sorted(rows.take(NAME, 2).page_ids) == made[:2]
