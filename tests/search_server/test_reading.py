"""A real server finds what the tables find: the same pages, the same numbers, the same order."""

from contextlib import ExitStack
from dataclasses import replace

import pytest
from django.core.management import call_command
from wagtail.models import Page, Site

from cop_search import outbox
from cop_search.delivery.drain import drain
from cop_search.delivery.servers import ELASTICSEARCH
from cop_search.delivery.target import targets
from cop_search.engines.elasticsearch import engine, reading_client
from cop_search.facade import SearchQuery, Sort, search, suggest
from cop_search.models import Reader
from tests.search import chances, hostile
from tests.search.closing import CLOSED_LAST, make_closing, orders
from tests.search.conftest import offers, site  # noqa: F401
from tests.search.factories import make_private, page
from tests.search.oracle import kinds, states, world
from tests.search.oracle.corpus import Corpus
from tests.search.oracle_says import check_answer
from tests.search.suite import asking
from tests.search_server.nodes import EIGHT, NINE, USUAL, Missing, one_node

#: Of each number of shards; together five hundred.
STATES = 250
HOSTILE = 100


@pytest.fixture(scope="module", params=[EIGHT, NINE], ids=lambda release: release.version)
def node(request, node, tmp_path_factory):
    """Each release that is spoken to."""
    if request.param == USUAL:
        yield node
        return
    with ExitStack() as stack:
        try:
            folder = tmp_path_factory.mktemp("newer")
            started = stack.enter_context(one_node(folder, request.param))
        except Missing as why:
            pytest.skip(str(why))
        yield started


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """What is found is looked at here, not how fast: on a crowded machine a server that has just
    begun takes longer than a visitor would wait."""
    monkeypatch.setattr(reading_client, "READ", 60.0)
    monkeypatch.setattr(engine, "READ", 60.0)


def rebuild():
    call_command("cop_search_rebuild", verbosity=0)


def deliver():
    outbox.work_off()
    for _ in drain(ELASTICSEARCH, targets()[ELASTICSEARCH]):
        pass


def found(q="", **query):
    """Titles that the server itself finds."""
    answer = search(SearchQuery(locale="nl", q=q, **query))
    assert (answer.engine, answer.degraded) == ("elasticsearch", False)
    return [hit.title for hit in answer.hits]


def test_each_question_of_the_suite_finds_the_pages_that_were_written_down(db, server):
    asking.make_site()
    rebuild()
    expected = asking.expected()
    answers = asking.answers_now(Site.objects.get().pk)
    assert {asked: each for asked, each in answers.items() if each != expected[asked]} == {}
    assert len(answers) >= 60


def test_by_relevance_what_is_closed_stands_last(site, offers, server):  # noqa: F811
    make_closing(site)
    rebuild()
    assert orders() == CLOSED_LAST


@pytest.mark.parametrize("shards", [1, 3])
def test_every_list_and_every_count_is_what_the_oracle_says(db, server, settings, shards):
    settings.COP_SEARCH = {**settings.COP_SEARCH, "shards": shards}
    corpus = Corpus(chances.SEED + shards)
    with kinds.registered():
        corpus.make()
        outbox.work_off()
        rebuild()
        known = world.read(kinds.tell)
        engines = []

        def check(asked):
            answer = check_answer(known, corpus.vocabularies, asked)
            engines.append(answer.engine)
            assert not answer.degraded

        sites, pages = (list(each.objects.values_list("pk", flat=True)) for each in (Site, Page))
        asked = states.asked(corpus, sites, pages, kinds.KINDS)
        chances.try_all(chances.SEED, asked, check, examples=STATES)
        # The others ask in a language that has no page.
        assert engines.count("elasticsearch") > STATES / 2


def test_whatever_is_typed_finds_as_many_as_in_the_tables(site, server, settings):  # noqa: F811
    for title in ("Lening voor zzp'er", "mkb-bedrijf groeit", "a b c", "het de een"):
        page(site.home, title)
    rebuild()
    on_server = settings.COP_SEARCH

    def check(q):
        query = SearchQuery(locale="nl", q=q)
        settings.COP_SEARCH = on_server
        answer, offered = search(query), suggest(q, "nl")
        settings.COP_SEARCH = {}
        expected = search(query)
        assert not answer.degraded
        assert answer.total == expected.total
        assert {hit.page_id for hit in answer.hits} == {hit.page_id for hit in expected.hits}
        assert offered == suggest(q, "nl")

    check("\ufdfa" * 10_000)
    chances.try_all(chances.SEED, hostile.queries(), check, examples=HOSTILE)


def test_a_page_that_went_is_not_found_before_the_server_knows(site, server):  # noqa: F811
    pages = [page(site.home, f"Lening {number}") for number in range(3)]
    rebuild()
    assert found("lening", sort=Sort.TITLE) == ["Lening 0", "Lening 1", "Lening 2"]
    make_private(pages[0])
    pages[1].unpublish()
    outbox.work_off()
    assert found("lening") == ["Lening 2"]
    assert [each.title for each in suggest("leni", "nl").pages] == ["Lening 2"]
    assert search(SearchQuery(locale="nl", q="lening", facets=("kind",))).total == 1
    deliver()
    assert found("lening") == ["Lening 2"]


def test_partners_on_one_cluster_find_nothing_of_each_other(site, server, settings):  # noqa: F811
    page(site.home, "Lening van noord")
    rebuild()
    # The other has a database of its own.
    Reader.objects.all().delete()
    settings.COP_SEARCH = {**settings.COP_SEARCH, "prefix": "test-2"}
    Page.objects.get(title="Lening van noord").delete()
    page(site.home, "Lening van zuid")
    rebuild()
    assert found("lening") == ["Lening van zuid"]
    assert found("lening", site_id=Site.objects.get().pk) == ["Lening van zuid"]


def test_every_page_of_a_list_follows_from_the_one_before(site, server):  # noqa: F811
    for number in range(7):
        page(site.home, f"Lening {number}")
    rebuild()
    asked = SearchQuery(locale="nl", q="lening", page_size=3)
    pages = [search(replace(asked, page=number)) for number in (1, 2, 3, 9)]
    assert [each.page for each in pages] == [1, 2, 3, 3]
    titles = [hit.title for each in pages[:3] for hit in each.hits]
    assert sorted(titles) == [f"Lening {number}" for number in range(7)]
    assert pages[3].hits == pages[2].hits
    assert {each.engine for each in pages} == {"elasticsearch"}


def test_an_index_that_is_gone_is_answered_for_by_the_tables(site, server):  # noqa: F811
    page(site.home, "Lening")
    rebuild()
    for name in server.indices.get(index="*"):
        server.indices.delete(index=name)
    answer = search(SearchQuery(locale="nl", q="lening"))
    assert ([hit.title for hit in answer.hits], answer.degraded) == (["Lening"], True)


def test_a_page_that_came_back_is_found_before_the_server_knows(site, server):  # noqa: F811
    """Its document has another key since, which the server has not been told."""
    made = page(site.home, "Lening")
    page(site.home, "Lening erbij")
    rebuild()
    made.unpublish()
    outbox.work_off()
    Page.objects.get(pk=made.pk).specific.save_revision().publish()
    outbox.work_off()
    assert found("lening", sort=Sort.TITLE) == ["Lening", "Lening erbij"]
    deliver()
    assert found("lening", sort=Sort.TITLE) == ["Lening", "Lening erbij"]
