"""``cop_search_drain``, once and for as long as it is let."""

import signal
import threading

import pytest
from django.core.management import call_command
from django.db import OperationalError

from cop_search.delivery import backoff, watching
from tests.search.factories import page


def test_a_site_without_a_search_server_is_told_so(site, capsys):
    call_command("cop_search_drain")
    told = "The search runs in the database: there is nothing to deliver.\n"
    assert capsys.readouterr().out == told


def test_it_delivers_what_waits(site, cluster, capsys):
    page(site.home, "Nieuw")
    call_command("cop_search_drain")
    call_command("cop_search_drain")
    assert capsys.readouterr().out == "1 pages delivered.\n0 pages delivered.\n"
    assert cluster.titles == ["Nieuw"]


def test_it_ends_with_one_where_the_server_is_away(site, cluster, capsys):
    page(site.home, "Nieuw")
    cluster.away = "connection refused"
    with pytest.raises(SystemExit) as ended:
        call_command("cop_search_drain")
    assert ended.value.code == 1
    told = capsys.readouterr()
    assert told.out == "0 pages delivered.\n"
    assert told.err == "The search server is away: connection refused\n"


def test_it_tells_of_what_was_refused(site, cluster, capsys):
    page(site.home, "Fout")
    cluster.refuses = {"Fout"}
    call_command("cop_search_drain")
    assert "1 pages were refused and set aside" in capsys.readouterr().err


class Waits(threading.Event):
    """An event that is waited for in no time, keeps for how long, and is set at the end."""

    def __init__(self, steps):
        super().__init__()
        self.steps, self.seconds = list(steps), []

    def wait(self, timeout=None):
        self.seconds.append(timeout)
        self.steps.pop(0)()
        if not self.steps:
            self.set()
        return self.is_set()


def nothing():
    pass


def test_watching_delivers_what_comes_until_it_is_stopped(site, cluster):
    stop = Waits([lambda: page(site.home, "Eerst"), lambda: page(site.home, "Daarna"), nothing])
    watching.watch(stop, every=3)
    assert cluster.titles == ["Daarna", "Eerst"]
    assert stop.seconds == [3, 3, 3]


def test_watching_waits_longer_while_the_server_is_away_and_goes_on_by_itself(
    site, cluster, monkeypatch, caplog
):
    monkeypatch.setattr(backoff.random, "uniform", lambda low, high: high)
    page(site.home, "Nieuw")
    cluster.away = "hangs"

    def comes_back():
        cluster.away = ""

    stop = Waits([nothing, nothing, comes_back, nothing])
    with caplog.at_level("INFO", "cop_search"):
        watching.watch(stop, every=0.5)
    assert stop.seconds == [1, 2, 4, 0.5]
    assert cluster.titles == ["Nieuw"]
    assert [record.message for record in caplog.records][-2:] == [
        "The search server gets nothing for 4 s: hangs",
        "The search server is back",
    ]


def test_watching_survives_a_database_that_is_away(site, cluster, monkeypatch):
    """Its connections are closed, to be opened anew."""
    closed = []
    monkeypatch.setattr(watching.connections, "close_all", lambda: closed.append(True))

    def fail(*args):
        raise OperationalError("server closed the connection")

    with monkeypatch.context() as failing:
        failing.setattr(watching, "drain", fail)
        watching.watch(Waits([nothing]), every=1)
    assert closed == [True]


def test_pauses_grow_to_a_bound_and_are_never_the_same_for_all():
    assert all(0.5 <= backoff.pause(1) <= 1 for _ in range(100))
    assert all(30 <= backoff.pause(1000) <= 60 for _ in range(100))
    assert len({backoff.pause(9) for _ in range(20)}) == 20


def test_a_signal_ends_the_watching_after_the_bundle_at_hand(site, cluster, monkeypatch):
    page(site.home, "Nieuw")
    send = cluster.send

    def send_and_be_told_to_stop(changes):
        signal.raise_signal(signal.SIGTERM)
        return send(changes)

    monkeypatch.setattr(cluster, "send", send_and_be_told_to_stop)
    before = signal.getsignal(signal.SIGTERM)
    call_command("cop_search_drain", watch=True)
    assert cluster.titles == ["Nieuw"]
    assert signal.getsignal(signal.SIGTERM) == before
