"""How a search server is asked by a visitor's request, and who answers where it does not."""

import sys
from dataclasses import replace
from datetime import timedelta

import pytest
from elastic_transport import ConnectionError, ConnectionTimeout
from wagtail.models import Page

from cop_search import outbox
from cop_search.delivery.readiness import note_complete
from cop_search.delivery.servers import ELASTICSEARCH
from cop_search.engines import get_engine
from cop_search.engines.elasticsearch import standing
from cop_search.engines.elasticsearch.mapping import schema
from cop_search.facade import SearchQuery, search, suggest
from cop_search.models import Document, Outbox
from tests.search.factories import NOON, make_private, page

LENING = SearchQuery(locale="nl", q="lening")


def found(*titles, total=None, failed=0, timed_out=False, shards=1, counts=None):
    """What a server says that finds these."""
    keys = [Document.objects.values_list("pk", "page_id").get(title=title) for title in titles]
    aggregations = {
        name: {"values": {"buckets": [{"key": key, "doc_count": number}]}}
        for name, (key, number) in (counts or {}).items()
    }
    return 200, {
        "timed_out": timed_out,
        "_shards": {"total": shards, "failed": failed},
        "hits": {
            "total": {"value": len(keys) if total is None else total},
            "hits": [{"fields": {"document_id": [key], "page_id": [page]}} for key, page in keys],
        },
        "aggregations": aggregations,
    }


@pytest.fixture
def on_server(site, search_settings, node):
    """Three pages, and a server that holds them."""
    pages = [page(site.home, f"Lening {number}") for number in range(3)]
    outbox.work_off()
    search_settings()
    note_complete(ELASTICSEARCH, schema())
    return pages


def excluded(node):
    """The pages that the only request leaves out."""
    ((_, _, _, sent),) = node.asked
    conditions = sent["query"]["bool"]["filter"]
    left_out = [
        each["bool"]["must_not"] for each in conditions if "must_not" in each.get("bool", {})
    ]
    return [page_id for each in left_out for page_id in each[0]["terms"]["page_id"]]


@pytest.mark.parametrize("facets", [(), ("kind",), ("kind", "theme", "region", "sector", "year")])
def test_a_results_page_is_one_request_and_four_statements(
    on_server, node, django_assert_max_num_queries, facets
):
    node.answers += [found("Lening 1", total=41, counts=dict.fromkeys(facets, ("x", 4)))]
    with django_assert_max_num_queries(4):
        answer = search(SearchQuery(locale="nl", q="lening", facets=facets))
    assert [hit.title for hit in answer.hits] == ["Lening 1"]
    assert (answer.total, answer.engine, answer.degraded) == (41, "elasticsearch", False)
    assert answer.facets == dict.fromkeys(facets, {"x": 4})
    ((_, method, target, sent),) = node.asked
    assert (method, target.partition("?")[0]) == ("POST", "/cop.nl/_search")
    assert sent["aggs"].keys() == set(facets)
    assert (sent["timeout"], sent["track_total_hits"]) == ("2s", True)


def test_a_site_is_asked_by_its_own_alias(on_server, node):
    node.answers += [found()]
    search(SearchQuery(locale="nl", site_id=7))
    assert node.asked[0][2].startswith("/cop.nl.7/_search?")


@pytest.mark.parametrize("locale", ["*", "nl,en", "nl/../en", "", "_all"])
def test_what_is_no_language_never_reaches_the_server(on_server, node, locale):
    assert search(SearchQuery(locale=locale, q="lening")).total == 0
    assert node.asked == []


def test_suggestions_are_one_request(on_server, node):
    node.answers += [found("Lening 2")]
    assert [each.title for each in suggest("leni", "nl").pages] == ["Lening 2"]
    assert len(node.asked) == 1


def test_a_page_that_came_back_is_suggested_before_the_server_knows(on_server, node):
    node.answers += [found("Lening 2")]
    on_server[2].unpublish()
    outbox.work_off()
    Page.objects.get(pk=on_server[2].pk).specific.save_revision().publish()
    outbox.work_off()
    assert [each.page_id for each in suggest("leni", "nl").pages] == [on_server[2].pk]


def test_other_words_are_sought_in_the_tables(on_server, node):
    node.answers += [found()]
    assert search(SearchQuery(locale="nl", q="lenign")).did_you_mean == "lening"
    assert len(node.asked) == 1


@pytest.mark.parametrize(
    "trouble",
    [
        lambda: ConnectionError("refused"),
        lambda: ConnectionTimeout("timed out"),
        lambda: (503, {"error": "unavailable"}),
        lambda: (429, {"error": "too many"}),
        lambda: found("Lening 0", failed=1),
        lambda: found("Lening 0", timed_out=True),
    ],
)
def test_where_the_server_is_away_the_tables_answer_and_it_is_left_alone(
    on_server, node, caplog, trouble
):
    node.answers += [trouble()]
    for _ in range(2):
        answer = search(LENING)
        assert sorted(hit.title for hit in answer.hits) == ["Lening 0", "Lening 1", "Lening 2"]
        assert (answer.total, answer.degraded, answer.engine) == (3, True, get_engine().name)
        assert [each.title for each in suggest("lening 1", "nl").pages] == ["Lening 1"]
    assert len(node.asked) == 1
    told = [record for record in caplog.records if "the tables do" in record.getMessage()]
    assert len(told) == 1


def test_a_question_that_the_server_refuses_is_answered_and_the_next_one_asked(on_server, node):
    node.answers += [(400, {"error": "too many clauses"}), found("Lening 0")]
    assert (search(LENING).total, search(LENING).total) == (3, 1)


def test_a_language_without_a_page_is_no_trouble(on_server, node):
    node.answers += [found(shards=0)]
    answer = search(SearchQuery(locale="fr", q="lening"))
    assert (answer.total, answer.degraded) == (0, False)


def test_a_page_that_went_is_left_out_until_the_server_knows(on_server, node):
    on_server[0].unpublish()
    outbox.work_off()
    node.answers += [found("Lening 1")]
    search(LENING)
    assert excluded(node) == [on_server[0].pk]


@pytest.mark.parametrize(("seconds", "left_out"), [(0, True), (60, False)])
def test_a_page_that_was_given_an_end_is_left_out_from_then_on(on_server, node, seconds, left_out):
    """What the server has of it knows of no end."""
    on_server[0].expire_at = NOON
    on_server[0].save_revision().publish()
    outbox.work_off()
    node.answers += [found("Lening 1")]
    search(replace(LENING, moment=NOON - timedelta(seconds=seconds)))
    assert excluded(node) == ([on_server[0].pk] if left_out else [])


def test_a_page_that_came_back_is_found_under_its_old_key_until_the_server_knows(on_server, node):
    before = found("Lening 0", "Lening 1")
    on_server[0].unpublish()
    outbox.work_off()
    Page.objects.get(pk=on_server[0].pk).specific.save_revision().publish()
    outbox.work_off()
    assert not Document.objects.filter(pk=before[1]["hits"]["hits"][0]["fields"]["document_id"][0])
    node.answers += [before]
    answer = search(LENING)
    assert ([hit.title for hit in answer.hits], answer.total) == (["Lening 0", "Lening 1"], 2)


def test_a_page_that_changed_is_not_left_out(on_server, node):
    on_server[0].save_revision().publish()
    outbox.work_off()
    assert Outbox.objects.filter(reader=ELASTICSEARCH).exists()
    node.answers += [found("Lening 1")]
    search(LENING)
    assert excluded(node) == []


def test_where_very_many_went_the_tables_answer(on_server, node, monkeypatch):
    gone = range(10**6, 10**6 + standing.MOST_EXCLUDED + 1)
    Outbox.objects.bulk_create(Outbox(page_id=each, reader=ELASTICSEARCH) for each in gone)
    answer = search(LENING)
    assert (answer.total, answer.degraded, node.asked) == (3, True, [])
    Outbox.objects.filter(page_id=gone[0]).delete()
    node.answers += [found("Lening 1")]
    assert search(LENING).engine == "elasticsearch"
    assert excluded(node) == list(gone[1:])


def test_a_page_made_private_by_a_process_that_died_is_left_out_too(on_server, node):
    make_private(on_server[0])
    node.answers += [found("Lening 0", "Lening 1")]
    answer = search(LENING)
    assert excluded(node) == [on_server[0].pk]
    # What a server says all the same is shown to nobody.
    assert [hit.title for hit in answer.hits] == ["Lening 1"]


def test_pages_of_one_language_leave_the_others_to_the_server(site, on_server, node, monkeypatch):
    monkeypatch.setattr(standing, "MOST_EXCLUDED", 2)
    english = [page(site.english, f"Loan {number}", live=False) for number in range(3)]
    on_server[0].unpublish()
    outbox.work_off()
    node.answers += [found("Lening 1")]
    assert search(LENING).engine == "elasticsearch"
    # One of another language may have been of this one: it is left out as long as there is room.
    gone = excluded(node)
    assert len(gone) == 2
    assert gone[0] == on_server[0].pk
    assert gone[1] in [each.pk for each in english]
    assert search(SearchQuery(locale="en", q="loan")).degraded
    assert len(node.asked) == 1


@pytest.mark.parametrize("made_with", ["", "another version"])
def test_a_server_that_was_not_filled_by_this_version_is_not_asked(on_server, node, made_with):
    note_complete(ELASTICSEARCH, made_with)
    answer = search(LENING)
    assert (answer.total, answer.degraded, node.asked) == (3, True, [])


def test_beyond_what_a_server_sorts_the_tables_answer(on_server, node):
    answer = search(SearchQuery(locale="nl", q="lening", page=501, page_size=20))
    assert (answer.total, answer.page, answer.degraded, node.asked) == (3, 1, False, [])


def test_past_the_last_page_the_last_one_is_given(on_server, node):
    node.answers += [found(total=3), found("Lening 2", total=3)]
    answer = search(SearchQuery(locale="nl", q="lening", page=9, page_size=2))
    assert ([hit.title for hit in answer.hits], answer.page) == (["Lening 2"], 2)
    assert [sent["from"] for _, _, _, sent in node.asked] == [16, 2]


def test_without_the_client_the_tables_answer(on_server, node, monkeypatch):
    monkeypatch.setitem(sys.modules, "cop_search.engines.elasticsearch.engine", None)
    answer = search(LENING)
    assert (answer.total, answer.engine, node.asked) == (3, get_engine().name, [])
