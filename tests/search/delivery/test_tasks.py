"""Delivered by the host's own worker: queued after the commit, never run within it."""

import pytest
from django.utils.module_loading import import_string
from django_tasks import default_task_backend

from cop_search import checks, conf, outbox
from cop_search.delivery import worker as asking
from tests.search.factories import page

QUEUES = "django_tasks.backends.dummy.DummyBackend"
AT_ONCE = "django_tasks.backends.immediate.ImmediateBackend"


@pytest.fixture
def worker(cluster, settings, monkeypatch):
    """A host whose tasks are queued, and kept to be looked at."""
    settings.TASKS = {"default": {"BACKEND": QUEUES}}
    from cop_search.delivery import tasks

    monkeypatch.setattr(conf, "search_server", lambda: {"tasks": True})
    for each in (asking, tasks):
        monkeypatch.setattr(each, "targets", lambda: {"cluster": cluster})
    default_task_backend.clear()
    return default_task_backend


def queued():
    """As a worker in another process finds them: by the names of their modules and functions.
    Wagtail queues tasks of its own."""
    results = getattr(default_task_backend, "results", [])
    names = [result.task.module_path for result in results]
    return [import_string(name) for name in names if name.startswith("cop_search.")]


def test_a_commit_queues_one_task_that_delivers(
    site, cluster, worker, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        made = page(site.home, "Nieuw")
        made.save()
    (task,) = queued()
    assert cluster.sent == []
    assert task.call() == 1
    assert cluster.titles == ["Nieuw"]


def test_a_server_that_is_away_is_logged_and_fails_no_task(site, cluster, worker, caplog):
    page(site.home, "Nieuw")
    cluster.away = "refused"
    outbox._after_commit()
    assert [task.call() for task in queued()] == [0]
    assert "The search server gets nothing: refused" in caplog.text


def test_a_backend_that_runs_at_once_is_never_used(site, cluster, worker, settings):
    settings.TASKS = {"default": {"BACKEND": AT_ONCE}}
    page(site.home, "Nieuw")
    outbox._after_commit()
    assert (cluster.sent, queued()) == ([], [])
    (told,) = checks.check_tasks()
    assert told.id == "cop_search.W008"


def test_a_backend_with_a_queue_is_no_problem(worker):
    assert checks.check_tasks() == []


def test_without_the_setting_nothing_is_queued(site, cluster, worker, monkeypatch):
    monkeypatch.setattr(conf, "search_server", lambda: {})
    page(site.home, "Nieuw")
    outbox._after_commit()
    assert queued() == []
    assert checks.check_tasks() == []
