"""How visitors' requests ask a server: shortly, once, and not while it is away."""

import socket

import pytest
from elastic_transport import ConnectionError, ConnectionTimeout

from cop_search.delivery.target import Away
from cop_search.engines.elasticsearch import reading_client
from cop_search.engines.elasticsearch.errors import Refused
from cop_search.engines.elasticsearch.reading_client import asking, breaker

FOUND = (200, {"hits": {"hits": []}})
BUSY = (429, {"error": {"type": "es_rejected_execution_exception", "reason": "queue full"}})
WRONG = (400, {"error": {"type": "parsing_exception", "reason": "no [query]"}})
NOT_THERE = (404, {"error": {"type": "index_not_found_exception", "reason": "no such index"}})


def ask():
    with asking() as client:
        return client.search(index="cop.nl", query={"match_all": {}}).body


def test_a_visitor_waits_half_a_second_to_connect_and_two_for_the_answer(search_settings):
    search_settings()
    with asking() as client:
        (node,) = client.transport.node_pool.all()
    timeout = node.pool.timeout
    assert (timeout.connect_timeout, timeout.read_timeout) == (0.5, 2.0)


def test_one_question_is_one_request(search_settings, node):
    search_settings()
    node.answers += [FOUND]
    assert ask() == FOUND[1]
    ((_, method, target, sent),) = node.asked
    assert (method, target, sent) == ("POST", "/cop.nl/_search", {"query": {"match_all": {}}})


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (ConnectionError("refused"), "ConnectionError: refused"),
        (ConnectionTimeout("timed out"), "ConnectionTimeout: timed out"),
        (BUSY, "429 es_rejected_execution_exception: queue full"),
        ((503, {"error": "unavailable"}), "503 unavailable"),
        ((502, "<html>"), "502 "),
        ((401, {"error": {"type": "security_exception", "reason": "who?"}}), "401 "),
    ],
)
def test_a_server_that_does_not_answer_is_asked_once_and_then_left_alone(
    search_settings, node, answer, reason
):
    search_settings()
    node.answers += [answer]
    with pytest.raises(Away, match=reason):
        ask()
    with pytest.raises(Away, match="left alone"):
        ask()
    assert len(node.asked) == 1
    assert breaker().is_open


def test_a_question_that_the_server_does_not_take_leaves_the_others_their_answers(
    search_settings, node
):
    search_settings()
    node.answers += [WRONG, NOT_THERE, FOUND]
    with pytest.raises(Refused, match=r"400 parsing_exception: no \[query\]"):
        ask()
    with pytest.raises(Refused, match=r"404 index_not_found_exception"):
        ask()
    assert ask() == FOUND[1]


def test_of_several_nodes_the_others_answer_where_one_is_away(search_settings, node):
    search_settings(nodes=3)
    node.answers += [ConnectionError("refused"), *[FOUND] * 6]
    with pytest.raises(Away):
        ask()
    for _ in range(6):
        ask()
    away, *others = (port for port, *_ in node.asked)
    assert away not in others
    assert len(set(others)) == 2


def test_where_all_nodes_are_away_each_was_asked_once(search_settings, node):
    search_settings(nodes=3)
    node.answers += [ConnectionError("refused")] * 3
    for _ in range(5):
        with pytest.raises(Away):
            ask()
    assert len(node.asked) == len({port for port, *_ in node.asked}) == 3


def test_an_answer_that_is_not_whole_counts_as_none(search_settings, node):
    search_settings()
    node.answers += [FOUND]
    with pytest.raises(Away, match="a part"), asking() as client:
        client.search(index="cop.nl")
        raise Away("only a part of it answers")
    assert breaker().is_open


def test_a_server_that_hangs_holds_a_visitor_no_longer_than_that(settings, monkeypatch):
    """A socket that takes the request, and never answers it."""
    monkeypatch.setattr(reading_client, "READ", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        settings.COP_SEARCH = {
            "engine": "elasticsearch",
            "hosts": [f"http://127.0.0.1:{port}"],
            "options": {"request_timeout": 600, "max_retries": 5},
        }
        with pytest.raises(Away, match="ConnectionTimeout"):
            ask()
        silent.setblocking(False)
        silent.accept()[0].close()
        with pytest.raises(BlockingIOError):
            silent.accept()


def test_nothing_of_one_setting_is_left_to_another(search_settings, node):
    search_settings()
    node.answers += [ConnectionError("refused"), FOUND]
    with pytest.raises(Away):
        ask()
    search_settings()
    assert ask() == FOUND[1]


def test_a_setting_that_cannot_work_is_a_server_that_is_away(settings):
    """``manage.py check`` tells of it; visitors find by the tables."""
    settings.COP_SEARCH = {"engine": "elasticsearch", "hosts": ["nowhere"]}
    with pytest.raises(Away, match="COP_SEARCH: URL must include"):
        ask()
