"""A site with a worker: it is asked, and if it does not come the page goes on."""

import ast
import os
import subprocess
import sys
from datetime import timedelta
from typing import Any

import django
import pytest
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import get_language
from django_tasks import default_task_backend
from wagtail.users.models import UserProfile

from cop_blocks.translation.jobs import one, starting
from cop_blocks.translation.models import Job
from tests.blocks.facts.factories import locale
from tests.rights import page_of
from tests.translation.jobs.steps import Clock, counted
from tests.translation.jobs.test_screens import address, goes_on

pytestmark = pytest.mark.django_db

QUEUES = "django_tasks.backends.dummy.DummyBackend"
AT_ONCE = "django_tasks.backends.immediate.ImmediateBackend"


@pytest.fixture
def queue(settings: Any) -> Any:
    """A host whose tasks are kept until somebody runs them."""
    settings.TASKS = {"default": {"BACKEND": QUEUES}}
    default_task_backend.clear()
    return default_task_backend


def run(queue: Any) -> int:
    """As a worker in another process does, which has only the name of a task."""
    asked = [(each.task.module_path, each.args) for each in queue.results]
    queue.clear()
    ours = [(path, args) for path, args in asked if path.startswith("cop_blocks.translation")]
    for path, args in ours:
        import_string(path).call(*args)  # A bare function has none.
    return len(ours)


@pytest.fixture
def started(queue: Any, root: Any, admin_user: Any, django_capture_on_commit_callbacks: Any) -> Any:
    with django_capture_on_commit_callbacks(execute=True):
        job = starting.start(admin_user, root, [locale("en"), locale("fr")])
        assert run(queue) == 0  # Not before the commit.
    return job


def test_the_worker_does_all_of_it_and_the_page_looks_on(started, queue, admin_client, monkeypatch):
    clock = Clock(monkeypatch, takes=60)
    assert goes_on(page_of(admin_client.get(address(started)))) == "look"
    assert run(queue) == 1
    assert (counted(started), len(clock.rows)) == ((0, 6, 0), 6)
    assert goes_on(page_of(admin_client.get(address(started)))) == ""


def test_it_speaks_the_language_of_who_asked(started, queue, admin_user, monkeypatch):
    UserProfile.objects.filter(user=admin_user).update(preferred_language="fr")
    spoken = []

    def submitted(row):
        spoken.append(get_language())
        return row.page, ""

    monkeypatch.setattr(one, "submitted", submitted)
    run(queue)
    assert spoken == ["fr"] * 6


def test_a_worker_that_does_not_come_is_replaced_by_the_page(
    started, queue, admin_client, monkeypatch
):
    Clock(monkeypatch, takes=0)
    Job.objects.update(held_until=timezone.now() - timedelta(seconds=1))
    assert goes_on(page_of(admin_client.get(address(started)))) == "step"
    admin_client.post(address(started), {"act": "continue"})
    assert counted(started) == (0, 6, 0)
    assert run(queue) == 1  # It comes late, and finds nothing to do.


def test_somebody_who_continues_by_hand_waits_for_no_worker(
    started, queue, admin_client, monkeypatch
):
    Clock(monkeypatch, takes=0)
    admin_client.post(address(started), {"act": "continue"})
    assert counted(started) == (0, 6, 0)


def test_the_worker_stops_and_is_asked_anew_to_resume(
    started, queue, admin_client, monkeypatch, django_capture_on_commit_callbacks
):
    Clock(monkeypatch, takes=1)
    admin_client.post(address(started), {"act": "stop"})
    assert (run(queue), counted(started)) == (1, (6, 0, 0))
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(address(started), {"act": "resume"})
    assert (run(queue), counted(started)) == (1, (0, 6, 0))


def test_a_job_that_is_gone_fails_no_task(started, queue):
    Job.objects.all().delete()
    assert run(queue) == 1


OWN_TASKS = """
from django.conf import settings
settings.TASKS = {"default": {"BACKEND": "django.tasks.backends.dummy.DummyBackend"}}
import django
django.setup()
from django.tasks import default_task_backend
from cop_blocks.translation.jobs.tasks import work_off
from cop_search.delivery.tasks import drain_all
work_off.enqueue(1)
drain_all.enqueue()
print([result.task.module_path for result in default_task_backend.results])
"""


@pytest.mark.skipif(django.VERSION < (6,), reason="Django has tasks of its own from 6.0 on")
def test_django_s_own_tasks_are_queued_too():
    """In a process of its own: a task belongs to the backend that was there when it was made."""
    done = subprocess.run(
        [sys.executable, "-c", OWN_TASKS],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert ast.literal_eval(done.stdout) == [
        "cop_blocks.translation.jobs.tasks.work_off",
        "cop_search.delivery.tasks.drain_all",
    ]
