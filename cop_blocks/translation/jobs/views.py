"""The bar, with what can be done about the work; and the list of what is under way."""

from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Case, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from cop_blocks.translation import conf
from cop_blocks.translation.jobs.starting import again, resume, stop
from cop_blocks.translation.jobs.working import work
from cop_blocks.translation.models import Job, JobRow

A_LEAF = 50
ACTS = {"stop": stop, "resume": resume, "again": again}


# Each row is a transaction of its own, also where the host makes one of each request.
@transaction.non_atomic_requests
@require_http_methods(["GET", "POST"])
def job(request: HttpRequest, job_id: int) -> HttpResponse:
    """A POST does a step, or something about the job; then the page shows how far it is."""
    found = get_object_or_404(Job.objects.seen_by(request.user).counted(), pk=job_id)
    if request.method == "POST":
        act = request.POST.get("act", "")
        if act in ACTS:
            ACTS[act](found)
        elif act == "continue":
            work(found.pk, conf.job_step())
        return redirect("cop_translation_jobs:job", found.pk)
    context = {
        "job": found,
        "goes_on": "" if found.finished_at or found.stopped else _goes_on(found),
        "rows": _rows(found, request.GET.get("p")),
        "page_title": _("Submitting for translation"),
        "page_subtitle": found.title,
        "header_title": _("Submitting for translation"),
        "header_icon": "wagtail-localize-language",
    }
    return TemplateResponse(request, "cop_translation/jobs/job.html", context)


def _goes_on(found: Job) -> str:
    """How the script goes on: "look" again while somebody works on it, or take a "step"."""
    return "look" if found.is_held else "step"


def _rows(found: Job, leaf: str | None) -> object:
    """What has ended, what failed first."""
    ended = found.rows.exclude(state=JobRow.WAITING).select_related("locale")
    in_order = ended.order_by(Case(When(state=JobRow.FAILED, then=0), default=1), "pk")
    return Paginator(in_order, A_LEAF).get_page(leaf)


@require_GET
def under_way(request: HttpRequest) -> HttpResponse:
    unfinished = Job.objects.seen_by(request.user).unfinished()
    jobs = unfinished.counted().select_related("user").order_by("-pk")
    context = {
        "jobs": jobs,
        "page_title": _("Translations under way"),
        "header_title": _("Translations under way"),
        "header_icon": "wagtail-localize-language",
    }
    return TemplateResponse(request, "cop_translation/jobs/under_way.html", context)
