"""The step by which what partners write waits for a moderator: Wagtail's own workflow.

It holds for the trees that setup made. A page to which the site gave a workflow of its own keeps
that one, and so does the rest of the site.
"""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.utils.translation import gettext as _
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

from cop_blocks.setup.registry import page_plans
from cop_blocks.setup.run import LEFT, MADE, THERE, SetupRun
from cop_blocks.setup.texts import text_in

CODE = "approval"

#: Keys of the records: the last part of what belongs to no site is no language.
TASK, WORKFLOW = f"{CODE}:all:task", f"{CODE}:all:workflow"

NAMES = {"en": "CoP: approval by a moderator", "nl": "CoP: goedkeuring door een moderator"}


def make_approval(run: SetupRun) -> None:
    """Make the workflow, and put the pages made since under it."""
    if not getattr(settings, "WAGTAIL_WORKFLOW_ENABLED", True):
        return
    name = text_in(NAMES, run.languages[0])
    record = run.record_of("groups:moderators")
    moderators = record.thing() if record else None
    if moderators is None and not run.is_dry:
        run.say(LEFT, _("%(workflow)s: the group of moderators is not there") % {"workflow": name})
        return
    task = run.ensure(TASK, name, lambda: _task(name, moderators))
    workflow = run.ensure(WORKFLOW, name, lambda: _workflow(name, task))
    for (plan_key, language), page in run.pages.items():
        if page is not None and plan_key in _tops():
            _put_under(run, workflow, page, f"{CODE}:{run.site.pk}:{plan_key}:{language}")


def _tops() -> set[str]:
    return {plan.key for plan in page_plans() if not plan.parent}


def _task(name: str, moderators: Group | None) -> Any:
    task = GroupApprovalTask.objects.create(name=name, active=True)
    task.groups.set([moderators] if moderators else [])
    return task


def _workflow(name: str, task: Any) -> Any:
    workflow = Workflow.objects.create(name=name, active=True)
    if task is not None:
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow


def _put_under(run: SetupRun, workflow: Any, page: Any, key: str) -> None:
    label = _("approval for “%(page)s” (%(language)s)") % {
        "page": page.title,
        "language": page.locale.language_code,
    }
    given = WorkflowPage.objects.filter(page=page.pk).first()
    if run.record_of(key) is None and given is not None:
        run.say(THERE, label)
        return
    if run.is_dry and run.record_of(key) is None:
        run.say(MADE, label)
        return
    if workflow is not None:
        run.ensure(key, label, lambda: WorkflowPage.objects.create(page=page, workflow=workflow))
