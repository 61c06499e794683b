"""The rows of a session page. Rows with text are translated; rows without are facts."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.documents import get_document_model_string
from wagtail.models import Orderable, TranslatableMixin

PAGE = "cop_events.SessionPage"


class SessionQuestion(TranslatableMixin, Orderable):
    """A guiding question of the session."""

    page = ParentalKey(PAGE, related_name="question_rows", on_delete=models.CASCADE)
    text = models.TextField(_("guiding question"))

    panels = [
        FieldPanel(
            "text", help_text=_("For example: “How do we reach businesses that do not ask?”")
        )
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("guiding question")
        verbose_name_plural = _("guiding questions")

    def __str__(self) -> str:
        return self.text


class SessionProgrammeItem(TranslatableMixin, Orderable):
    """One part of the programme: its time, place and speakers are facts, its text is translated."""

    page = ParentalKey(PAGE, related_name="programme_rows", on_delete=models.CASCADE)
    starts_at = models.TimeField(_("from"), null=True, blank=True)
    ends_at = models.TimeField(_("until"), null=True, blank=True)
    title = models.TextField(_("title"))
    description = models.TextField(_("description"), blank=True)
    place = models.CharField(
        _("room"), max_length=255, blank=True, help_text=_("Only where it differs per part.")
    )
    speaker = models.ForeignKey(
        "cop_blocks.Person",
        null=True,
        blank=True,
        related_name="+",
        on_delete=models.SET_NULL,
        verbose_name=_("speaker"),
    )
    second_speaker = models.ForeignKey(
        "cop_blocks.Person",
        null=True,
        blank=True,
        related_name="+",
        on_delete=models.SET_NULL,
        verbose_name=_("second speaker"),
    )

    panels = [
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
        FieldPanel("title", help_text=_("For example: Welcome, or: Three practices.")),
        FieldPanel("description", help_text=_("What happens in this part, in a sentence or two.")),
        FieldPanel("place"),
        FieldRowPanel([FieldPanel("speaker"), FieldPanel("second_speaker")]),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("part of the programme")
        verbose_name_plural = _("programme")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("This part ends before it starts.")})


class SessionMaterial(TranslatableMixin, Orderable):
    """Something to read or see afterwards: a document, or a page elsewhere."""

    page = ParentalKey(PAGE, related_name="material_rows", on_delete=models.CASCADE)
    title = models.TextField(_("title"))
    document = models.ForeignKey(
        get_document_model_string(),
        null=True,
        blank=True,
        related_name="+",
        on_delete=models.SET_NULL,
        verbose_name=_("document"),
    )
    url = models.URLField(_("web address"), max_length=500, blank=True)

    panels = [
        FieldPanel("title", help_text=_("For example: Slides of the welcome.")),
        FieldPanel("document", help_text=_("A file of this site, such as a PDF.")),
        FieldPanel("url", help_text=_("Only when it is elsewhere: https://www.example.org/video.")),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("material")
        verbose_name_plural = _("materials")

    def __str__(self) -> str:
        return self.title

    @property
    def href(self) -> str:
        """Where it is; empty when its document has been deleted."""
        if self.document is not None:
            url: Any = self.document.url
            return str(url)
        return self.url

    def clean(self) -> None:
        super().clean()
        if self.document_id and self.url:
            raise ValidationError({"url": _("Choose a document or give a web address, not both.")})
        if not self.document_id and not self.url:
            raise ValidationError({"url": _("Choose a document or give a web address.")})


class SessionSpeaker(Orderable):
    """Somebody who speaks at the session."""

    page = ParentalKey(PAGE, related_name="speaker_rows", on_delete=models.CASCADE)
    person = models.ForeignKey(
        "cop_blocks.Person",
        related_name="session_rows",
        on_delete=models.CASCADE,
        verbose_name=_("person"),
    )

    panels = [FieldPanel("person")]

    class Meta(Orderable.Meta):
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")

    def __str__(self) -> str:
        return str(self.person)


class SessionOrganisation(Orderable):
    """An organisation that takes part, or took part."""

    page = ParentalKey(PAGE, related_name="organisation_rows", on_delete=models.CASCADE)
    organisation = models.ForeignKey(
        "cop_blocks.Organisation",
        related_name="session_rows",
        on_delete=models.CASCADE,
        verbose_name=_("organisation"),
    )

    panels = [FieldPanel("organisation")]

    class Meta(Orderable.Meta):
        verbose_name = _("organisation that takes part")
        verbose_name_plural = _("organisations that take part")

    def __str__(self) -> str:
        return str(self.organisation)
