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
    tops = {plan.key: plan for plan in page_plans() if not plan.parent}
    for (plan_key, language), page in run.pages.items():
        if plan_key in tops and (page is not None or run.is_dry):
            title = page.title if page is not None else text_in(tops[plan_key].titles, language)
            label = _label(title, language)
            key = f"{CODE}:{run.site.pk}:below-{plan_key}:{language}"
            _put_under(run, workflow, page, key, label)


def _label(title: str, language: str) -> str:
    return _("approval for “%(page)s” (%(language)s)") % {"page": title, "language": language}


def _task(name: str, moderators: Group | None) -> Any:
    task = GroupApprovalTask.objects.create(name=name, active=True)
    task.groups.set([moderators] if moderators else [])
    return task


def _workflow(name: str, task: Any) -> Any:
    workflow = Workflow.objects.create(name=name, active=True)
    if task is not None:
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow


def _put_under(run: SetupRun, workflow: Any, page: Any, key: str, label: str) -> None:
    is_new = run.record_of(key) is None
    if is_new and page is not None and WorkflowPage.objects.filter(page=page.pk).exists():
        run.say(THERE, label)
        return
    if run.is_dry and is_new:
        run.say(MADE, label)
        return
    if workflow is not None:
        run.ensure(key, label, lambda: WorkflowPage.objects.create(page=page, workflow=workflow))
