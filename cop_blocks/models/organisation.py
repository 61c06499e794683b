"""Organisations: one identity for all languages, with a description per language."""

from itertools import chain, count
from typing import Any, ClassVar

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.images import get_image_model_string
from wagtail.search import index

from cop_blocks.validators import (
    RESERVED_SLUGS,
    validate_kvk_number,
    validate_oin,
    validate_organisation_slug,
    validate_rsin,
)
from cop_blocks.wording import best


class Organisation(index.Indexed, ClusterableModel):
    """A party that provides, funds or takes part."""

    class Kind(models.TextChoices):
        PUBLIC = "public", _("Public")
        PRIVATE = "private", _("Private")
        EDUCATION = "education", _("Education")
        BUSINESS = "business", _("Business")
        NETWORK = "network", _("Network")

    class Level(models.TextChoices):
        LOCAL = "local", _("Local")
        REGIONAL = "regional", _("Regional")
        PROVINCIAL = "provincial", _("Provincial")
        NATIONAL = "national", _("National")
        EUROPEAN = "european", _("European")

    name = models.CharField(_("name"), max_length=255, unique=True)
    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    slug = models.SlugField(
        _("last part of the address"),
        max_length=100,
        unique=True,
        blank=True,
        validators=[validate_organisation_slug],
        help_text=_(
            "Of its page on this site. Made from the name; it stays when the name changes, so that "
            "links to it keep working."
        ),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, blank=True)
    level = models.CharField(_("level"), max_length=20, choices=Level.choices, blank=True)
    kvk_number = models.CharField(
        _("KvK number"),
        max_length=8,
        blank=True,
        validators=[validate_kvk_number],
        help_text=_("8 digits, of the Dutch trade register."),
    )
    rsin = models.CharField(
        _("RSIN"),
        max_length=9,
        blank=True,
        validators=[validate_rsin],
        help_text=_("9 digits, for legal persons."),
    )
    oin = models.CharField(
        _("OIN"),
        max_length=20,
        blank=True,
        validators=[validate_oin],
        help_text=_("20 digits, for public bodies."),
    )
    website = models.URLField(_("website"), blank=True)
    logo = models.ForeignKey(
        get_image_model_string(),
        null=True,
        blank=True,
        related_name="+",
        on_delete=models.SET_NULL,
        verbose_name=_("logo"),
    )
    region = models.ForeignKey(
        "cop_blocks.Term",
        null=True,
        blank=True,
        related_name="+",
        on_delete=models.SET_NULL,
        verbose_name=_("region"),
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)

    search_fields: ClassVar = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("short_name"),
        index.AutocompleteField("short_name"),
    ]

    class Meta:
        ordering = ["name"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = free_slug(self.name, type(self)._default_manager.exclude(pk=self.pk))
        super().save(*args, **kwargs)

    def description(self, language: str) -> str:
        """What it does, in ``language`` or the nearest that there is; prefetch ``texts``."""
        return best(language, ((row.language, row.description) for row in self.texts.all())) or ""


def free_slug(name: str, others: Any) -> str:
    """An address from a name that none of the ``others`` (a queryset) has."""
    start = (slugify(name) or "organisation")[:90].strip("-")
    taken = {*RESERVED_SLUGS, *others.filter(slug__startswith=start).values_list("slug", flat=True)}
    numbered = (f"{start}-{number}" for number in count(2))
    return next(slug for slug in chain([start], numbered) if slug not in taken)


class OrganisationText(models.Model):
    """What an organisation does, in one language."""

    organisation = ParentalKey(Organisation, related_name="texts", on_delete=models.CASCADE)
    language = models.CharField(_("language"), max_length=35)
    description = models.TextField(_("description"))

    class Meta:
        verbose_name = _("description of an organisation")
        verbose_name_plural = _("descriptions of organisations")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "language"], name="cop_blocks_one_organisation_text"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation} ({self.language})"
