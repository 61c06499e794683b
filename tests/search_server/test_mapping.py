"""What can be asked of the fields of a document on a real server."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cop_search.delivery.servers import ELASTICSEARCH
from cop_search.delivery.target import Change, Stored, targets
from cop_search.documents import Draft
from cop_search.engines.elasticsearch.mapping import microseconds

pytestmark = pytest.mark.django_db

NOW = timezone.now().replace(microsecond=1)
SECOND, MICROSECOND = timedelta(seconds=1), timedelta(microseconds=1)


def change(page_id, title="titel", words=((),) * 5, **columns):
    made_of = {
        "locale": "nl",
        "site_id": 1,
        "kind": "offer",
        "title_key": title,
        "terms": {},
        "has_state": False,
        "closed": False,
        **dict.fromkeys(("opens", "closes", "sort_date", "first_published", "expires")),
        **columns,
    }
    return Change(page_id, 1, Stored(page_id + 100, Draft(page_id, made_of, (), words)))


@pytest.fixture
def ask(server):
    """Fills an index and gives back a function: what a query finds in it, in its order."""

    def with_changes(*changes):
        beside = targets()[ELASTICSEARCH].begin([])
        assert beside.send(changes) == {}
        beside.swap()
        server.indices.refresh(index="test.nl")

        def found(query, sort=("page_id",)):
            answer = server.search(index="test.nl", query=query, sort=list(sort))
            return [int(hit["_id"]) for hit in answer["hits"]["hits"]]

        return found

    return with_changes


def test_words_of_every_weight_decide_together(ask):
    found = ask(
        change(1, words=(("steun",), ("delft",), ("hulp",), ("geld",), ("bedrijf",))),
        change(2, words=(("steun",), (), (), (), ())),
    )
    for word in ("steun", "delft", "hulp", "geld", "bedrijf"):
        both = [{"term": {"words": "steun"}}, {"term": {"words": word}}]
        assert found({"bool": {"filter": both}}) == ([1, 2] if word == "steun" else [1])
    assert found({"term": {"names": "steun"}}) == []


def test_titles_are_found_by_beginnings_of_their_words_and_sorted_as_bytes(ask):
    long = "hulp " + "é" * 40_000
    found = ask(change(1, "zzz"), change(2, "hulp bij"), change(3, "hulp"), change(4, long))
    assert found({"prefix": {"title_words": "h"}}, ["title_key"]) == [3, 2, 4]
    assert found({"prefix": {"title_words": "hulpverlener"}}) == []
    assert found({"term": {"title_words": "bij"}}) == [2]
    assert found({"term": {"title_key": "hulp"}}) == [3]


def test_moments_are_told_apart_by_one_microsecond(ask):
    found = ask(change(1, expires=NOW), change(2, expires=NOW + MICROSECOND), change(3))
    assert found({"range": {"expires": {"gt": microseconds(NOW)}}}) == [2]
    assert found({"range": {"expires": {"gte": microseconds(NOW)}}}) == [1, 2]
    assert found({"bool": {"must_not": {"exists": {"field": "expires"}}}}) == [3]


def test_an_order_by_date_can_ask_what_stands_together(ask):
    """What is still to come first, by its date; then what is past, the latest first."""
    found = ask(
        change(1, sort_date=NOW - 2 * SECOND),
        change(2, sort_date=NOW - SECOND),
        change(3, sort_date=NOW + SECOND),
        change(4, sort_date=NOW + MICROSECOND),
        change(5),
    )
    to_come = {"range": {"when.sort_date": {"gte": microseconds(NOW)}}}
    nested = {"path": "when"}
    order = [
        {"when.sort_date": {"order": "asc", "nested": {**nested, "filter": to_come}}},
        {"when.sort_date": {"order": "desc", "nested": nested}},
    ]
    assert found({"match_all": {}}, order) == [4, 3, 2, 1, 5]


def test_a_vocabulary_without_a_term_yet_finds_nothing_and_breaks_nothing(ask):
    found = ask(change(1, terms={"theme": ["circular"], "year": ["2026"]}), change(2))
    assert found({"terms": {"terms.theme": ["circular", "money"]}}) == [1]
    assert found({"term": {"terms.year": "2026"}}) == [1]
    assert found({"term": {"terms.region": "delft"}}) == []
