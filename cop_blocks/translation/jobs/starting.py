"""From wagtail-localize's form to a job, and from there to whoever works on it."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from django.db import transaction
from django.shortcuts import redirect
from wagtail.models import Locale, Page

from cop_blocks.translation import conf
from cop_blocks.translation.jobs import JOBS
from cop_blocks.translation.jobs.working import reserve
from cop_blocks.translation.models import Job, JobRow
from cop_blocks.translation.seams import seam
from cop_blocks.worker import queueing_backend


@seam(
    "wagtail_localize.views.submit_translations:SubmitTranslationView.form_valid",
    guard=JOBS,
)
def form_valid(original: Callable[..., Any], self: Any, form: Any) -> Any:
    """One page is done at once, as is what has components of the host: those save what they were
    given for all pages together, within the request."""
    page = self.object
    if not (
        isinstance(page, Page) and form.cleaned_data["include_subtree"] and page.numchild
    ) or has_components(self.components):
        return original(self, form)
    job = start(self.request.user, page, form.cleaned_data["locales"])
    return redirect("cop_translation_jobs:job", job.pk)


def has_components(components: Iterable[Any]) -> bool:
    """Whether one of wagtail-localize's "translation components" was filled in."""
    return any(kind["required"] or form["enabled"].value() for kind, _instance, form in components)


@transaction.atomic
def start(user: Any, page: Page, locales: Iterable[Locale]) -> Job:
    """A row for each page and language, the page above before those below it. Finished jobs that
    are old go."""
    Job.objects.old(conf.jobs_kept()).delete()
    job = Job.objects.create(user=user, page=page, title=page.get_admin_display_title())
    asked = list(locales)
    pages = page.get_descendants(inclusive=True).order_by("path")
    JobRow.objects.bulk_create(
        [
            JobRow(job=job, page_id=key, title=title, locale=locale)
            for key, title, written_in in pages.values_list("pk", "draft_title", "locale")
            for locale in asked
            if locale.pk != written_in
        ],
        batch_size=500,
    )
    hand_over(job)
    return job


def hand_over(job: Job) -> None:
    """To the worker, where there is one. If it does not begin, the page of the job does."""
    if queueing_backend():
        reserve(job)
        transaction.on_commit(partial(ask, job.pk))


def ask(job: int) -> None:
    from cop_blocks.translation.jobs.tasks import work_off

    work_off.enqueue(job)


@transaction.atomic
def resume(job: Job) -> None:
    """Goes on with what is left."""
    Job.objects.unfinished().filter(pk=job.pk).update(stopped=False)
    hand_over(job)


@transaction.atomic
def again(job: Job) -> None:
    """What failed waits once more."""
    failed = job.rows.filter(state=JobRow.FAILED)
    if failed.update(state=JobRow.WAITING, reason="", detail="", tries=0):
        Job.objects.filter(pk=job.pk).update(finished_at=None)
        resume(job)


def stop(job: Job) -> None:
    """After the row that is worked on now; what is done stays."""
    Job.objects.unfinished().filter(pk=job.pk).update(stopped=True)
