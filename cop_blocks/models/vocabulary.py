"""Vocabularies: lists of terms with the rules by which pages carry them and visitors filter."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from cop_blocks.validators import validate_vocabulary_code
from cop_blocks.wording import best


class VocabularyManager(models.Manager["Vocabulary"]):
    def get_by_natural_key(self, code: str) -> "Vocabulary":
        return self.get(code=code)


class Vocabulary(ClusterableModel):
    """A list of terms with the rules by which pages carry and visitors filter them."""

    class Match(models.TextChoices):
        EXACT = "exact", _("only the term itself")
        WITHIN = "within", _("the term and what lies within it")
        OVERLAP = "overlap", _("what lies within it and what it lies within")

    code = models.SlugField(
        _("code"),
        max_length=30,
        unique=True,
        validators=[validate_vocabulary_code],
        help_text=_("Stands in web addresses and never changes: theme, region."),
    )
    is_free = models.BooleanField(
        _("free keywords"),
        default=False,
        help_text=_("Editors may type new terms while they edit a page."),
    )
    is_hierarchical = models.BooleanField(
        _("tree"), default=False, help_text=_("Terms may lie within a broader term.")
    )
    is_required = models.BooleanField(
        _("required"),
        default=False,
        help_text=_("A page can only be published with at least one term."),
    )
    is_multiple = models.BooleanField(
        _("more than one"), default=True, help_text=_("A page may carry several terms.")
    )
    is_facet = models.BooleanField(
        _("filter"), default=True, help_text=_("Visitors can filter by these terms.")
    )
    match = models.CharField(
        _("a filter finds"), max_length=10, choices=Match.choices, default=Match.EXACT
    )
    page_types = models.JSONField(
        _("page types"),
        default=list,
        blank=True,
        help_text=_("On which edit forms it stands. None chosen: on all."),
    )
    sort_order = models.PositiveIntegerField(_("order"), default=0)

    objects = VocabularyManager()

    class Meta:
        ordering = ["sort_order", "code"]
        verbose_name = _("vocabulary")
        verbose_name_plural = _("vocabularies")

    def __str__(self) -> str:
        return self.code

    def natural_key(self) -> tuple[str]:
        return (self.code,)

    def clean(self) -> None:
        super().clean()
        if self.is_free and self.is_hierarchical:
            raise ValidationError(
                {"is_free": _("A tree cannot be free: a new word would have no place in it.")}
            )

    def name(self, language: str) -> str:
        """What it is called in a language; ask ``term_labels`` for many at once."""
        return best(language, ((row.language, row.label) for row in self.labels.all())) or self.code

    def is_for(self, page: Any) -> bool:
        """Whether it stands on the edit form of pages of this type."""
        label: str = page._meta.label_lower
        return not self.page_types or label in {str(known).lower() for known in self.page_types}


class VocabularyLabel(models.Model):
    """The name of a vocabulary in one language ("Thema")."""

    vocabulary = ParentalKey(Vocabulary, related_name="labels", on_delete=models.CASCADE)
    language = models.CharField(_("language"), max_length=35)
    label = models.CharField(_("name"), max_length=100)
    help_text = models.CharField(_("help for editors"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("name of a vocabulary")
        verbose_name_plural = _("names of vocabularies")
        constraints = [
            models.UniqueConstraint(
                fields=["vocabulary", "language"], name="cop_blocks_one_vocabulary_label"
            )
        ]

    def __str__(self) -> str:
        return self.label
