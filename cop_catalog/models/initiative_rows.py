"""What hangs on an initiative: organisations in roles, and other initiatives."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable

from cop_blocks.base_page import PAGE_MODEL


class InitiativeOrganisation(Orderable):
    """An organisation and what it does for the initiative. The first provider stands on cards."""

    class Role(models.TextChoices):
        PROVIDER = "provider", _("Provider")
        FUNDER = "funder", _("Funder")
        EXECUTOR = "executor", _("Carried out by")
        PARTNER = "partner", _("Partner")
        CONTACT = "contact", _("Contact")

    initiative = ParentalKey(
        "cop_catalog.InitiativePage", related_name="organisation_rows", on_delete=models.CASCADE
    )
    organisation = models.ForeignKey(
        "cop_blocks.Organisation",
        related_name="+",
        on_delete=models.CASCADE,
        verbose_name=_("organisation"),
    )
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.PROVIDER)

    panels = [FieldPanel("organisation"), FieldPanel("role")]

    class Meta(Orderable.Meta):
        verbose_name = _("organisation of an initiative")
        verbose_name_plural = _("organisations of initiatives")


class InitiativeRelation(Orderable):
    """A page that belongs with the initiative, as chosen; readers get it in their own language."""

    class Kind(models.TextChoices):
        PART_OF = "part_of", _("Is part of")
        REQUIRES = "requires", _("First needs")
        SIMILAR = "similar", _("Is similar to")

    initiative = ParentalKey(
        "cop_catalog.InitiativePage", related_name="relation_rows", on_delete=models.CASCADE
    )
    kind = models.CharField(
        _("relation"), max_length=20, choices=Kind.choices, default=Kind.SIMILAR
    )
    page = models.ForeignKey(
        PAGE_MODEL, related_name="+", on_delete=models.CASCADE, verbose_name=_("initiative")
    )

    panels = [FieldPanel("kind"), PageChooserPanel("page", "cop_catalog.InitiativePage")]

    class Meta(Orderable.Meta):
        verbose_name = _("related initiative")
        verbose_name_plural = _("related initiatives")
