"""Who published an unfinished translation on purpose."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import Revision


class ConsentManager(models.Manager["Consent"]):
    def covers(self, revision: Revision, left: Sequence[Any]) -> bool:
        """Whether somebody let this revision through with all that it lacks."""
        missing = {each.path for each in left}
        given = self.filter(revision=revision).values_list("complete", "missing")
        return any(complete or missing <= set(known) for complete, known in given)

    def give(self, revision: Revision, user: Any, left: Sequence[Any], *, target: Any) -> "Consent":
        """Kept, and logged in the history of the target."""
        paths = [each.path for each in left]
        log(
            instance=target,
            action="cop_translation.publish_anyway",
            user=user,
            revision=revision,
            data={"missing": paths},
        )
        return self.create(revision=revision, user=user, missing=paths)

    def found_complete(self, revision: Revision) -> None:
        """For a revision that is to go live later; its text will be the same."""
        self.get_or_create(revision=revision, complete=True)


class Consent(models.Model):
    """Bound to the revision: a new one with the same text needs a new act."""

    revision = models.ForeignKey(
        Revision,
        verbose_name=_("revision"),
        on_delete=models.CASCADE,
        related_name="cop_translation_consents",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    missing = models.JSONField(_("what was missing"), default=list, blank=True)
    complete = models.BooleanField(_("nothing was missing"), default=False)
    created_at = models.DateTimeField(_("when"), auto_now_add=True)

    objects = ConsentManager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")

    def __str__(self) -> str:
        return f"{self.revision_id}: {', '.join(self.missing)}"
