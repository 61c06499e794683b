"""Terms: one identity each, with names per language."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from taggit.models import TagBase
from wagtail.coreutils import cautious_slugify

from cop_blocks.looks.marks import mark_choices
from cop_blocks.looks.palettes import palette_choices
from cop_blocks.models.vocabulary import Vocabulary
from cop_blocks.validators import validate_code
from cop_blocks.wording import best


class Term(ClusterableModel, TagBase):
    """One idea with one identity for all languages: ``vocabulary`` and ``code``.

    ``name`` and ``slug`` hold the neutral key (``theme.circular`` and ``theme--circular``),
    never a label: taggit wants both to be unique over all vocabularies.
    """

    vocabulary = models.ForeignKey(
        Vocabulary, related_name="terms", on_delete=models.CASCADE, verbose_name=_("vocabulary")
    )
    code = models.SlugField(
        _("code"),
        max_length=60,
        validators=[validate_code],
        help_text=_("Stands in web addresses and never changes."),
    )
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
    #: Old versions of pages still name it; whoever reads them gets the successor instead.
    is_merged = models.BooleanField(_("merged"), default=False, editable=False)
    successor = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        related_name="predecessors",
        on_delete=models.SET_NULL,
        verbose_name=_("successor"),
    )
    #: Blank: a theme gets one by its place, another term is shown plain (see ``cop_blocks.looks``).
    palette = models.CharField(_("colour"), max_length=20, blank=True, choices=palette_choices)
    mark = models.CharField(_("mark"), max_length=20, blank=True, choices=mark_choices)

    class Meta:
        ordering = ["sort_order", "code"]
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        constraints = [
            models.UniqueConstraint(fields=["vocabulary", "code"], name="cop_blocks_one_term_code")
        ]

    def __str__(self) -> str:
        return self.name or f"{self.vocabulary_id}.{self.code}"

    def clean_fields(self, exclude: Any = None) -> None:
        self._set_keys()
        super().clean_fields(exclude=exclude)

    def clean(self) -> None:
        super().clean()
        if self.broader_id and self.broader:
            if self.broader.vocabulary_id != self.vocabulary_id:
                raise ValidationError({"broader": _("Choose a term of the same vocabulary.")})
            if self.pk and self._lies_within_itself():
                raise ValidationError(
                    {"broader": _("Choose another term: this one would lie within itself.")}
                )
        if self.successor_id and self.successor_id == self.pk:
            raise ValidationError({"successor": _("Choose another term than this one.")})

    def save(self, **kwargs: Any) -> None:
        self._set_keys()
        super().save(**kwargs)

    def label(self, language: str) -> str:
        """What it is called in a language, from its ``labels`` (prefetch them); the code where it
        has no name. For lists ask ``cop_blocks.terms.labels.term_labels`` once."""
        return best(language, ((row.language, row.label) for row in self.labels.all())) or self.code

    @classmethod
    def word(cls, vocabulary: Vocabulary, text: str, language: str) -> "Term":
        """A new, unsaved term of a free vocabulary; ``kept()`` stores it."""
        term = cls(vocabulary=vocabulary, code=code_for(text))
        term._set_keys()
        term.labels = [TermLabel(language=language, label=text)]
        return term

    def kept(self) -> "Term":
        """The stored term of a new word: this one, or the one of that name that somebody else
        stored in the meantime."""
        if self.pk:
            return self
        label = self.labels.all()[0]
        base, number = self.code, 1
        while True:
            known: Term | None = Term.objects.filter(
                vocabulary=self.vocabulary, labels__label__iexact=label.label
            ).first()
            if known:
                return known
            try:
                with transaction.atomic():
                    self.save()
                return self
            except IntegrityError:
                self.id = None
                number += 1
                self.code = f"{base[:56]}-{number}"

    def _set_keys(self) -> None:
        if self.vocabulary_id:
            self.name = f"{self.vocabulary.code}.{self.code}"
            self.slug = f"{self.vocabulary.code}--{self.code}"

    def _lies_within_itself(self) -> bool:
        broader_of = dict(
            Term.objects.filter(vocabulary_id=self.vocabulary_id).values_list("pk", "broader_id")
        )
        above, seen = self.broader_id, set()
        while above and above not in seen:
            if above == self.pk:
                return True
            seen.add(above)
            above = broader_of.get(above)
        return False


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


def code_for(text: str) -> str:
    parts = cautious_slugify(text).replace("_", "-").split("-")
    return "-".join(part for part in parts if part)[:60].strip("-") or "word"
