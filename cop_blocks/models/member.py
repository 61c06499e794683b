"""Which users work for which organisation: they may edit what it provides."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from cop_blocks.models.organisation import Organisation


class OrganisationMember(models.Model):
    """A user who edits for an organisation."""

    organisation = ParentalKey(Organisation, related_name="members", on_delete=models.CASCADE)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        related_name="cop_memberships",
        on_delete=models.CASCADE,
        verbose_name=_("user"),
    )

    class Meta:
        verbose_name = _("user of an organisation")
        verbose_name_plural = _("users of organisations")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "user"], name="cop_blocks_one_membership"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.organisation})"
