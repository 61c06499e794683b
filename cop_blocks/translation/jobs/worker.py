"""The site's own worker, where ``TASKS`` has one: Django's tasks (Django 6), or django-tasks."""

from django.utils.module_loading import import_string

from cop_blocks.translation import conf


def queueing_backend() -> str:
    """The dotted path of the backend that queues; empty where tasks run at once, in the request."""
    path = conf.tasks_backend()
    at_once = not path or any(
        kind.__module__.endswith(".backends.immediate") for kind in import_string(path).__mro__
    )
    return "" if at_once else path


def library() -> str:
    """Whose task it has to be, by the backend."""
    kinds = import_string(queueing_backend()).__mro__
    is_django_s = any(kind.__module__.startswith("django.tasks.") for kind in kinds)
    return "django.tasks" if is_django_s else "django_tasks"


def ask(job: int) -> None:
    from cop_blocks.translation.jobs.tasks import work_off

    work_off.enqueue(job)
