"""What a real server is told, and what it then holds."""

import pytest
from django.core.management import call_command
from wagtail.models import Page, Site

from cop_search import outbox
from cop_search.delivery import rebuilding, rows
from cop_search.delivery.drain import drain, read
from cop_search.delivery.servers import ELASTICSEARCH
from cop_search.delivery.target import Away, targets
from cop_search.delivery.versions import next_version
from cop_search.engines.elasticsearch import operations as operations_of
from cop_search.engines.elasticsearch.mapping import MAPPING
from cop_search.engines.elasticsearch.operations import operations
from cop_search.models import Document
from tests.search.conftest import site  # noqa: F401
from tests.search.factories import locale, make_private, page


def target():
    return targets()[ELASTICSEARCH]


def deliver():
    for _ in drain(ELASTICSEARCH, target()):
        pass


def held():
    """Title -> language and site, of all that the server holds."""
    titles = dict(Document.objects.values_list("page_id", "title"))
    return {
        titles.get(each.page_id, each.page_id): (each.locale, each.site_id)
        for each in target().held()
    }


@pytest.fixture
def filled(site, server):  # noqa: F811
    call_command("cop_search_rebuild", verbosity=0)
    return site


def test_a_rebuild_fills_an_index_for_each_language_and_site(filled, server):
    number = Site.objects.get().pk
    assert held() == {"Thuis": ("nl", number), "Home": ("en", number)}
    aliases = {name for each in server.indices.get_alias().values() for name in each["aliases"]}
    assert {name for name in aliases if not name.endswith(".write")} == {
        f"test.nl.{number}",
        f"test.en.{number}",
        "test.nl",
        "test.en",
    }


def test_changes_are_found_as_soon_as_they_are_acknowledged(filled, server):
    made, gone = page(filled.home, "Nieuw"), page(filled.home, "Weg")
    deliver()
    assert set(held()) == {"Thuis", "Home", "Nieuw", "Weg"}
    make_private(made)
    Page.objects.get(pk=gone.pk).delete()
    deliver()
    found = server.search(index="test.*", query={"match_all": {}})
    assert sorted(hit["_source"]["page_id"] for hit in found["hits"]["hits"]) == [
        filled.home.pk,
        filled.english.pk,
    ]


def test_an_older_write_never_wins_also_over_a_removal(filled):
    made = page(filled.home, "Oud")
    outbox.work_off()
    late = read([made.pk], next_version(ELASTICSEARCH))
    made.title = "Nieuw"
    made.save()
    deliver()
    assert target().send(late) == {}
    document = Document.objects.get(page_id=made.pk)
    fingerprints = {each.page_id: each.fingerprint for each in target().held()}
    assert fingerprints[made.pk] == document.fingerprint
    made.unpublish()
    deliver()
    assert target().send(late) == {}
    assert set(held()) == {"Thuis", "Home"}


def test_a_page_that_changes_its_language_or_site_leaves_its_index(filled):
    made = page(filled.home, "Reiziger")
    deliver()
    number = Site.objects.get().pk
    assert held()["Reiziger"] == ("nl", number)
    elsewhere = page(Page.objects.get(depth=1), "Elders")
    other = Site.objects.create(hostname="elders.example", root_page=elsewhere)
    Page.objects.get(pk=made.pk).move(Page.objects.get(pk=elsewhere.pk), pos="last-child")
    deliver()
    assert held()["Reiziger"] == ("nl", other.pk)
    made = Page.objects.get(pk=made.pk)
    made.locale = locale("en")
    made.save()
    deliver()
    assert held()["Reiziger"] == ("en", other.pk)
    assert sorted(each.page_id for each in target().held()) == sorted(
        [filled.home.pk, filled.english.pk, elsewhere.pk, made.pk]
    )


def test_a_page_that_the_server_does_not_take_is_set_aside_with_its_reason(
    filled, monkeypatch, caplog
):
    from cop_search.engines.elasticsearch import operations as written

    good, wrong = page(filled.home, "Goed"), page(filled.home, "Fout")
    as_source = written.as_source

    def spoil(stored):
        source = as_source(stored)
        return {**source, "opens": "noch"} if source["page_id"] == wrong.pk else source

    with monkeypatch.context() as spoiling:
        spoiling.setattr(written, "as_source", spoil)
        deliver()
    assert set(held()) == {"Thuis", "Home", "Goed"}
    (aside,) = rows.aside(ELASTICSEARCH)
    assert aside.page_id == wrong.pk
    assert "failed to parse field [opens] of type [long]" in aside.error
    assert f"Page {wrong.pk} is refused by elasticsearch" in caplog.text
    rows.retry(ELASTICSEARCH)
    deliver()
    assert set(held()) == {"Thuis", "Home", "Goed", "Fout"}
    assert good.pk in {each.page_id for each in target().held()}


def test_the_longest_title_and_word_are_taken(filled):
    page(filled.home, "x" * 255)
    deliver()
    assert "x" * 255 in held()


def test_check_finds_what_differs_and_repair_mends_it(filled, server, capsys):
    lost, stray = page(filled.home, "Kwijt"), page(filled.home, "Zwerft")
    deliver()
    index = next(name for name in server.indices.get_alias() if name.startswith("test.nl"))
    stored = server.get(index=index, id=str(stray.pk))["_source"]
    server.delete(index=index, id=str(lost.pk))
    server.index(index=index, id="987654", document={**stored, "page_id": 987654})
    with pytest.raises(SystemExit):
        call_command("cop_search_check")
    assert capsys.readouterr().out.splitlines()[1:] == [
        f"page {lost.pk}: is not in the search server",
        "page 987654: is in the search server and should not be",
    ]
    call_command("cop_search_check", repair=True)
    deliver()
    capsys.readouterr()
    call_command("cop_search_check")
    assert capsys.readouterr().out.endswith("The search server agrees with the index.\n")


def test_a_rebuild_takes_away_what_another_left_and_swaps_at_once(filled, server):
    before = set(server.indices.get_alias())
    place = ("nl", Site.objects.get().pk)
    target().begin([place, ("en", place[1])])
    left = target().begin([place])
    page(filled.home, "Nieuw")
    deliver()
    assert len(set(server.indices.get_alias())) == 3
    call_command("cop_search_rebuild", verbosity=0)
    after = set(server.indices.get_alias())
    assert len(after) == 2
    assert not after & before
    with pytest.raises(Away, match="another rebuild"):
        left.swap()
    assert set(held()) == {"Thuis", "Home", "Nieuw"}


def test_what_is_written_to_an_index_that_was_swapped_away_makes_no_other(filled, server):
    """A delivery that began before the swap, and ends after it."""
    made = page(filled.home, "Nieuw")
    outbox.work_off()
    old = target()
    indexes = old.indexes()
    changes = read([made.pk], next_version(ELASTICSEARCH))
    call_command("cop_search_rebuild", verbosity=0)
    names = set(server.indices.get_alias())
    lines = operations(indexes.live, changes, elsewhere=True)
    assert old.write(lines, refresh=True) == {}
    assert set(server.indices.get_alias()) == names


def test_an_index_of_an_older_version_is_not_asked_to_take_what_it_does_not_know(
    filled, server, monkeypatch
):
    before, moved = page(filled.home, "Ervoor"), page(filled.home, "Verhuisd")
    deliver()
    known = operations_of.as_source
    monkeypatch.setitem(MAPPING["properties"], "shelf", {"type": "keyword"})
    monkeypatch.setattr(operations_of, "as_source", lambda stored: {**known(stored), "shelf": "a"})
    before.title = "Gewijzigd"
    before.save()
    going_on = rebuilding.rebuild(ELASTICSEARCH, target())
    next(going_on)
    page(filled.home, "Meanwhile")
    Page.objects.filter(pk=moved.pk).update(locale=locale("en"))
    Page.objects.get(pk=moved.pk).save()
    list(going_on)
    assert list(rows.aside(ELASTICSEARCH)) == []
    number = Site.objects.get().pk
    assert held() == {
        **dict.fromkeys(("Thuis", "Gewijzigd", "Meanwhile"), ("nl", number)),
        **dict.fromkeys(("Home", "Verhuisd"), ("en", number)),
    }


def test_what_is_being_filled_does_not_answer_yet(filled, server):
    """Of a language on all sites, and of one that is new."""
    beside = target().begin([])
    beside.make(("nl", Site.objects.get().pk), beside.run, answers=False)
    page(filled.home, "Nieuw")
    deliver()
    answer = server.search(index="test.nl")["hits"]["hits"]
    assert len(answer) == 2
    assert len(server.search(index="test.nl.*")["hits"]["hits"]) == 3


def test_the_state_of_a_server(filled):
    state = target().state()
    assert (state.status, len(state.nodes)) == ("green", 1)
    assert state.documents == {"nl": 1, "en": 1}
