"""What a good practice hangs together with: organisations, sessions and initiatives.

Pages are stored as chosen, in any language; readers get them in their own.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable

from cop_blocks.base_page import PAGE_MODEL
from cop_catalog.panels import SiblingPageChooserPanel


class GoodPracticeOrganisation(Orderable):
    """An organisation and its part in the practice."""

    class Role(models.TextChoices):
        BY = "by", _("Done by")
        WITH = "with", _("Together with")
        FOR = "for", _("Done for")

    good_practice = ParentalKey(
        "cop_catalog.GoodPracticePage", related_name="organisation_rows", on_delete=models.CASCADE
    )
    organisation = models.ForeignKey(
        "cop_blocks.Organisation",
        related_name="+",
        on_delete=models.CASCADE,
        verbose_name=_("organisation"),
    )
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.BY)

    panels = [FieldPanel("organisation"), FieldPanel("role")]

    class Meta(Orderable.Meta):
        verbose_name = _("organisation of a good practice")
        verbose_name_plural = _("organisations of good practices")


class GoodPracticeSession(Orderable):
    """A session at which the practice was shown."""

    good_practice = ParentalKey(
        "cop_catalog.GoodPracticePage", related_name="session_rows", on_delete=models.CASCADE
    )
    page = models.ForeignKey(
        PAGE_MODEL, related_name="+", on_delete=models.CASCADE, verbose_name=_("session")
    )

    panels = [SiblingPageChooserPanel("page", "cop_events.SessionPage")]

    class Meta(Orderable.Meta):
        verbose_name = _("session of a good practice")
        verbose_name_plural = _("sessions of good practices")


class GoodPracticeInitiative(Orderable):
    """An initiative that the practice made use of."""

    good_practice = ParentalKey(
        "cop_catalog.GoodPracticePage", related_name="initiative_rows", on_delete=models.CASCADE
    )
    page = models.ForeignKey(
        PAGE_MODEL, related_name="+", on_delete=models.CASCADE, verbose_name=_("initiative")
    )

    panels = [PageChooserPanel("page", "cop_catalog.InitiativePage")]

    class Meta(Orderable.Meta):
        verbose_name = _("initiative of a good practice")
        verbose_name_plural = _("initiatives of good practices")
