"""When a server is left alone, and who asks it next."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from cop_search.delivery.target import Away
from cop_search.engines.elasticsearch.breaker import REST, Breaker
from cop_search.engines.elasticsearch.errors import Refused


class Clock:
    now = 1_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def ask(breaker, problem=None):
    """What comes of it: "asked", "left alone", or the error itself."""
    asked = False
    try:
        with breaker.guard():
            asked = True
            if problem:
                raise problem
    except Away as raised:
        return "asked" if asked else str(raised)
    except ZeroDivisionError:
        pass
    return "asked"


LEFT_ALONE = "it did not answer just now, and is left alone for a while"


def test_after_a_failure_nobody_asks_for_thirty_seconds(clock):
    breaker = Breaker(clock=clock)
    assert (ask(breaker), breaker.is_open) == ("asked", False)
    assert (ask(breaker, Away("gone")), breaker.is_open) == ("asked", True)
    clock.now += 29.9
    assert ask(breaker) == LEFT_ALONE
    clock.now += 0.2
    assert (ask(breaker), breaker.is_open) == ("asked", False)
    assert ask(breaker) == "asked"
    assert REST == 30


def test_one_alone_looks_whether_it_is_back(clock):
    breaker = Breaker(clock=clock)
    ask(breaker, Away("gone"))
    clock.now += REST
    with breaker.guard():
        assert [ask(breaker) for _ in range(3)] == [LEFT_ALONE] * 3
    assert ask(breaker) == "asked"


def test_where_it_is_not_back_all_wait_as_long_again(clock):
    breaker = Breaker(clock=clock)
    ask(breaker, Away("gone"))
    clock.now += REST
    assert ask(breaker, Away("still gone")) == "asked"
    clock.now += REST - 1
    assert ask(breaker) == LEFT_ALONE
    clock.now += 1
    assert ask(breaker) == "asked"


def test_a_look_that_comes_to_nothing_is_followed_by_another(clock):
    """The request was cut off, or went wrong on our side."""
    breaker = Breaker(clock=clock)
    ask(breaker, Away("gone"))
    clock.now += REST
    assert ask(breaker, ZeroDivisionError()) == "asked"
    assert ask(breaker) == LEFT_ALONE
    clock.now += REST
    assert ask(breaker) == "asked"


def test_a_question_that_is_refused_says_that_the_server_is_there(clock):
    breaker = Breaker(clock=clock)
    for _ in range(3):
        assert ask(breaker, Refused("400 no such field")) == "asked"
    assert breaker.is_open is False
    ask(breaker, Away("gone"))
    clock.now += REST
    ask(breaker, Refused("400 no such field"))
    assert breaker.is_open is False


def test_of_several_nodes_all_are_to_fail_in_a_row(clock):
    breaker = Breaker(limit=3, clock=clock)
    for problem in (Away("1"), Away("2"), None, Away("1"), Away("2")):
        assert ask(breaker, problem) == "asked"
    assert breaker.is_open is False
    ask(breaker, Away("3"))
    assert ask(breaker) == LEFT_ALONE


def test_of_many_threads_one_looks(clock):
    breaker = Breaker(clock=clock)
    ask(breaker, Away("gone"))
    clock.now += REST
    together = Barrier(8)

    def look(number):
        together.wait()
        return ask(breaker, Away("still gone"))

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(look, range(8)))
    assert sorted(answers) == ["asked"] + [LEFT_ALONE] * 7
