"""Vocabularies, their terms, and the rows by which pages carry terms."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from taggit.models import ItemBase, TagBase

from cop_blocks.base_page import PAGE_MODEL


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

    class Meta:
        ordering = ["sort_order", "code"]
        verbose_name = _("vocabulary")
        verbose_name_plural = _("vocabularies")

    def __str__(self) -> str:
        return self.code


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


class Term(ClusterableModel, TagBase):
    """One idea with one identity for all languages: ``vocabulary`` and ``code``.

    ``name`` and ``slug`` hold the neutral key (``theme.digitalisation``, ``theme--digitalisation``),
    never a label: taggit wants both to be unique over all vocabularies.
    """

    vocabulary = models.ForeignKey(
        Vocabulary, related_name="terms", on_delete=models.CASCADE, verbose_name=_("vocabulary")
    )
    code = models.SlugField(_("code"), max_length=60)
    broader = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        related_name="narrower",
        on_delete=models.SET_NULL,
        verbose_name=_("lies within"),
    )
    sort_order = models.PositiveIntegerField(_("order"), default=0)
    is_retired = models.BooleanField(
        _("retired"), default=False, help_text=_("No longer offered; pages keep it.")
    )
    successor = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        related_name="predecessors",
        on_delete=models.SET_NULL,
        verbose_name=_("successor"),
    )

    class Meta:
        ordering = ["sort_order", "code"]
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        constraints = [
            models.UniqueConstraint(fields=["vocabulary", "code"], name="cop_blocks_one_term_code")
        ]


class TermLabel(models.Model):
    """What a term is called in one language; alternative labels are found by search too."""

    term = ParentalKey(Term, related_name="labels", on_delete=models.CASCADE)
    language = models.CharField(_("language"), max_length=35)
    label = models.CharField(_("name"), max_length=150)
    alternatives = models.TextField(
        _("other names"), blank=True, help_text=_("One a line. Visitors find the term by them too.")
    )
    definition = models.TextField(_("definition"), blank=True)

    class Meta:
        verbose_name = _("name of a term")
        verbose_name_plural = _("names of terms")
        constraints = [
            models.UniqueConstraint(fields=["term", "language"], name="cop_blocks_one_term_label")
        ]

    def __str__(self) -> str:
        return self.label


class TermRow(ItemBase):
    """One term on one page. It points at the base page, so pages of any type carry terms."""

    # Wagtail leaves ItemBase out of its reference index: a term's "used by" would be stale.
    wagtail_reference_index_ignore = False
    # ItemBase.natural_key() raises without.
    natural_key_fields = ["content_object_id", "tag_id"]

    content_object = ParentalKey(
        PAGE_MODEL, related_name="cop_term_rows", on_delete=models.CASCADE, verbose_name=_("page")
    )
    tag = models.ForeignKey(
        Term, related_name="rows", on_delete=models.CASCADE, verbose_name=_("term")
    )
    sort_order = models.PositiveIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["sort_order"]
        verbose_name = _("term of a page")
        verbose_name_plural = _("terms of pages")
        constraints = [
            models.UniqueConstraint(
                fields=["content_object", "tag"], name="cop_blocks_one_row_per_term"
            )
        ]

    @classmethod
    def tag_relname(cls) -> str:
        return "tag"
