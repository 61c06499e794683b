"""How the answer to a bulk is read: what is done, what is refused, what comes later."""

import json

import pytest
from django.core.exceptions import ImproperlyConfigured

from cop_search import conf
from cop_search.delivery.target import Away
from cop_search.engines.elasticsearch.bulk import Operation, bundles, outcome
from cop_search.engines.elasticsearch.names import alias, index, leftovers, read_aliases, write

PARSING = {
    "type": "document_parsing_exception",
    "reason": "failed to parse field [opens]",
    "caused_by": {"type": "illegal_argument_exception", "reason": "not a date"},
}


def operation(page_id=1, source=None, name="cop.nl.1.5.write"):
    return Operation(name, page_id, 7, source)


def said(status, error=None, action="index"):
    return {action: {"status": status, **({"error": error} if error else {})}}


def test_an_operation_names_its_version_and_wants_an_alias():
    told = {"_index": "cop.nl.1.5.write", "_id": "1", "version": 7, "version_type": "external"}
    assert operation().lines == [{"delete": told}]
    index_it = {"index": {**told, "require_alias": True}}
    assert operation(source={"a": 1}).lines == [index_it, {"a": 1}]


@pytest.mark.parametrize(
    "item",
    [
        said(200),
        said(201),
        said(404, action="delete"),
        said(409, {"type": "version_conflict_engine_exception", "reason": "newer"}),
    ],
)
def test_what_is_there_or_gone_or_newer_already_is_done(item):
    result = outcome([operation()], [item])
    assert (result.refused, result.gone) == ({}, frozenset())


@pytest.mark.parametrize("status", [400, 413])
def test_what_is_wrong_with_one_document_is_told_with_its_cause(status):
    items = [said(200), said(status, PARSING), said(200)]
    result = outcome([operation(1), operation(2), operation(3)], items)
    reason = (
        "document_parsing_exception: failed to parse field [opens]; "
        "illegal_argument_exception: not a date"
    )
    assert result.refused == {2: reason}


@pytest.mark.parametrize("status", [403, 429, 500, 503])
def test_what_is_wrong_with_the_server_is_no_fault_of_the_document(status):
    items = [said(400, PARSING), said(status, {"type": "busy", "reason": "queue full"})]
    with pytest.raises(Away, match=f"{status} busy: queue full"):
        outcome([operation(1), operation(2)], items)


def test_an_index_that_is_gone_is_told():
    items = [said(404, {"type": "index_not_found_exception", "reason": "no such index"})]
    assert outcome([operation()], items).gone == {"cop.nl.1.5.write"}


def test_an_operation_is_encoded_once_as_it_is_sent():
    operation_ = operation(source={"title": "coöperatie"})
    assert operation_.encoded is operation_.encoded
    assert [json.loads(line) for line in operation_.encoded] == operation_.lines
    assert operation_.encoded[1] == '{"title":"coöperatie"}'.encode()


def test_bundles_are_no_larger_than_a_server_takes():
    operations = [operation(number, {"text": "x" * 400}) for number in range(5)]
    sizes = [[each.page_id for each in bundle] for bundle in bundles(operations, most=1_200)]
    assert sizes == [[0, 1], [2, 3], [4]]
    assert [len(bundle) for bundle in bundles(operations, most=10)] == [1] * 5
    assert list(bundles([])) == []


def test_names_say_what_answers_and_what_is_being_filled():
    place = ("pt-br", 12)
    old, new, dropped = (index("cop", place, run) for run in ("1", "2", "3"))
    answer = {
        old: {"aliases": {write(old): {}, alias("cop", place): {}}},
        new: {"aliases": {write(new): {}}},
        dropped: {"aliases": {}},
        "cop.other": {"aliases": {"cop.other.write": {}}},
    }
    found = read_aliases("cop", answer)
    assert found.live == {"1": {place: old}}
    assert found.beside == {"2": {place: new}}
    made_by_mistake = write(old)
    left = leftovers("cop", {**answer, made_by_mistake: {"aliases": {}}})
    assert left == sorted([made_by_mistake, new, dropped])


def test_another_prefix_is_another_partner():
    name = index("cop-north", ("nl", 1), "1")
    answer = {name: {"aliases": {write(name): {}, alias("cop-north", ("nl", 1)): {}}}}
    assert read_aliases("cop", answer).names == set()
    assert leftovers("cop", answer) == []
    assert read_aliases("cop-north", answer).names == {name}


@pytest.mark.parametrize("prefix", ["a.b", "", "Groot", "*", "-a"])
def test_a_prefix_that_no_index_can_have_is_refused(settings, prefix):
    settings.COP_SEARCH = {"engine": "elasticsearch", "prefix": prefix}
    with pytest.raises(ImproperlyConfigured):
        conf.search_prefix()
