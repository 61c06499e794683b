"""Long work: a page and all below it, into some languages."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page

from cop_blocks.translation.jobs.reasons import REASONS


class JobQuerySet(models.QuerySet["Job"]):
    def unfinished(self) -> "JobQuerySet":
        return self.filter(finished_at=None)

    def seen_by(self, user: Any) -> "JobQuerySet":
        """Whoever started it, and superusers."""
        return self if user.is_active and user.is_superuser else self.filter(user=user)

    def counted(self) -> "JobQuerySet":
        """With ``total``, ``done``, ``failed`` and ``ended``."""
        return self.annotate(
            total=Count("rows"),
            done=Count("rows", filter=Q(rows__state=JobRow.DONE)),
            failed=Count("rows", filter=Q(rows__state=JobRow.FAILED)),
            ended=Count("rows", filter=~Q(rows__state=JobRow.WAITING)),
        )

    def old(self, days: int) -> "JobQuerySet":
        return self.filter(finished_at__lt=timezone.now() - timedelta(days=days))

    def nothing_left(self) -> "JobQuerySet":
        left = JobRow.objects.filter(job=OuterRef("pk"), state=JobRow.WAITING)
        return self.unfinished().filter(~Exists(left))


class Job(models.Model):
    """Asked for by one person, whose rights are those that count."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="cop_translation_jobs"
    )
    #: The page at the top, and what it was called.
    page = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="+")
    title = models.CharField(max_length=255)
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)
    stopped = models.BooleanField(default=False)
    #: Who works on it now, and until when the others leave it alone if they hear nothing.
    holder = models.CharField(max_length=32, blank=True)
    held_until = models.DateTimeField(null=True)

    objects = JobQuerySet.as_manager()

    # It uses no page in the sense of Wagtail's "used by".
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("long work on translations")
        verbose_name_plural = _("long works on translations")

    def __str__(self) -> str:
        return self.title

    @property
    def is_held(self) -> bool:
        return bool(self.holder and self.held_until and self.held_until > timezone.now())

    def languages(self) -> list[str]:
        asked = Locale.objects.filter(pk__in=self.rows.values("locale")).order_by("language_code")
        return [locale.get_display_name() for locale in asked]


class JobRow(models.Model):
    """One page in one language; all of them stand there from the beginning."""

    WAITING, DONE, FAILED = "waiting", "done", "failed"

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="rows")
    page = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="+")
    title = models.CharField(max_length=255)
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(
        max_length=7,
        default=WAITING,
        choices=[(WAITING, _("waiting")), (DONE, _("done")), (FAILED, _("failed"))],
    )
    #: A key of :data:`cop_blocks.translation.jobs.reasons.REASONS`, and what was said besides.
    reason = models.CharField(max_length=20, blank=True)
    detail = models.TextField(blank=True)
    target = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="+")
    #: How often somebody began, so that a row that ends its worker does not do so for ever.
    tries = models.PositiveSmallIntegerField(default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        # The page above goes first.
        ordering = ["pk"]
        indexes = [models.Index(fields=["job", "state", "id"], name="cop_translation_job_rows")]

    def __str__(self) -> str:
        return f"{self.title} ({self.locale_id}): {self.state}"

    @property
    def said(self) -> str:
        """The reason, in words."""
        return str(REASONS.get(self.reason, ""))
