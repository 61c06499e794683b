"""Whether a site has a worker."""

import pytest

from cop_blocks import worker

QUEUES = "django_tasks.backends.dummy.DummyBackend"
AT_ONCE = "django_tasks.backends.immediate.ImmediateBackend"


@pytest.mark.parametrize(
    ("tasks", "queues"),
    [
        ({}, ""),
        ({"default": {"BACKEND": AT_ONCE}}, ""),
        ({"default": {"BACKEND": QUEUES}}, QUEUES),
    ],
)
def test_only_a_backend_that_queues_is_a_worker(settings, tasks, queues):
    settings.TASKS = tasks
    assert worker.queueing_backend() == queues
