"""People: speakers and contacts, with a role described per language."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.images import get_image_model_string
from wagtail.search import index

from cop_blocks.initials import initials
from cop_blocks.wording import best


class Person(index.Indexed, ClusterableModel):
    """A speaker or a contact. What is filled in here is public where the person is shown."""

    name = models.CharField(_("name"), max_length=255)
    organisation = models.ForeignKey(
        "cop_blocks.Organisation",
        null=True,
        blank=True,
        related_name="people",
        on_delete=models.SET_NULL,
        verbose_name=_("organisation"),
    )
    photo = models.ForeignKey(
        get_image_model_string(),
        null=True,
        blank=True,
        related_name="+",
        on_delete=models.SET_NULL,
        verbose_name=_("photo"),
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    website = models.URLField(_("website"), blank=True)

    search_fields: ClassVar = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.name

    @property
    def initials(self) -> str:
        """What stands in the place of a picture."""
        return initials(self.name)

    def job_title(self, language: str) -> str:
        """The function, in ``language`` or the nearest that there is; prefetch ``texts``."""
        rows = ((row.language, row.job_title) for row in self.texts.all() if row.job_title)
        return best(language, rows) or ""

    def description(self, language: str) -> str:
        """Who it is, in ``language`` or the nearest that there is; prefetch ``texts``."""
        rows = ((row.language, row.description) for row in self.texts.all() if row.description)
        return best(language, rows) or ""


class PersonText(models.Model):
    """A person's function and description in one language."""

    person = ParentalKey(Person, related_name="texts", on_delete=models.CASCADE)
    language = models.CharField(_("language"), max_length=35)
    job_title = models.CharField(_("function"), max_length=255, blank=True)
    description = models.TextField(_("description"), blank=True)

    class Meta:
        verbose_name = _("description of a person")
        verbose_name_plural = _("descriptions of people")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "language"], name="cop_blocks_one_person_text"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.language})"
