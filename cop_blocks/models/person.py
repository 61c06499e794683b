"""People: speakers and contacts, with a role described per language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.images import get_image_model_string


class Person(ClusterableModel):
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

    class Meta:
        ordering = ["name"]
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.name


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
