"""The site's own worker, where ``TASKS`` has one: Django's tasks (Django 6), or django-tasks, which
Wagtail brings."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from django.utils.module_loading import import_string

from cop_blocks import conf


def queueing_backend() -> str:
    """The dotted path of the backend that queues; empty where tasks run at once, in the request."""
    path = conf.tasks_backend()
    at_once = not path or any(
        kind.__module__.endswith(".backends.immediate") for kind in import_string(path).__mro__
    )
    return "" if at_once else path


def task() -> Callable[[Callable[..., Any]], Any]:
    """The decorator that makes a task for the backend that queues.

    A worker looks a task up by its module and name, so what it decorates has to stand in a module
    under the name of the function; that module is imported only where there is a worker.
    """
    kinds = import_string(queueing_backend()).__mro__
    is_django_s = any(kind.__module__.startswith("django.tasks.") for kind in kinds)
    made: Callable[[Callable[..., Any]], Any] = import_module(
        "django.tasks" if is_django_s else "django_tasks"
    ).task()
    return made
