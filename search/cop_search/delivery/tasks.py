"""Draining by the host's own worker, where it has one (``COP_SEARCH["tasks"]``).

Both libraries will do, Django's own ``django.tasks`` (Django 6) and ``django-tasks``, which Wagtail
brings; the backend of ``TASKS["default"]`` says which. A backend that runs a task at once, within
the request, is refused: publishing never talks to a search server.
"""

import logging
from functools import cache
from importlib import import_module
from typing import Any

from django.utils.module_loading import import_string

from cop_search import conf
from cop_search.delivery.drain import drain
from cop_search.delivery.target import Away, targets

logger = logging.getLogger("cop_search")


def drain_all() -> int:
    """What the worker runs: all that waits, once. What a server that is away did not get is left to
    the next change, or to ``cop_search_drain``. Answers how many pages were delivered."""
    delivered = 0
    for name, target in targets().items():
        try:
            delivered += sum(bundle.pages for bundle in drain(name, target))
        except Away as problem:
            logger.warning("The search server gets nothing: %s", problem)
    return delivered


def enqueue_drain() -> None:
    """After a commit that changed pages."""
    if conf.search_server().get("tasks") and targets() and (path := queueing_backend()):
        _task(path).enqueue()


def queueing_backend() -> str:
    """The dotted path of the backend that queues tasks; empty where tasks are run at once."""
    path = conf.tasks_backend()
    is_immediate = not path or any(
        kind.__module__.endswith(".backends.immediate") for kind in import_string(path).__mro__
    )
    return "" if is_immediate else path


@cache
def _task(path: str) -> Any:
    modules = [kind.__module__ for kind in import_string(path).__mro__]
    is_django_s = any(module.startswith("django.tasks.") for module in modules)
    library = import_module("django.tasks" if is_django_s else "django_tasks")
    return library.task()(drain_all)
