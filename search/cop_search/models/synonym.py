"""Words that mean the same to visitors, as editors list them."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from cop_search.models.rule import Rule
from cop_search.rules.entries import split
from cop_search.rules.validation import check_synonyms


class Synonym(Rule):
    """Who searches for one of ``words`` also finds the others; where
    ``also_finds`` is filled they find those, and nothing leads back."""

    words = models.TextField(
        _("words"),
        max_length=1000,
        help_text=_(
            "With commas between: zzp’er, zelfstandige, freelancer. An entry may be of several "
            "words. Plurals and accents make no difference."
        ),
    )
    also_finds = models.TextField(
        _("also finds"),
        max_length=1000,
        blank=True,
        help_text=_(
            "Empty: who searches for one of the words finds the others too. Filled: who searches "
            "for one of the words also finds these, and not the other way round."
        ),
    )

    class Meta(Rule.Meta):
        verbose_name = _("synonym")
        verbose_name_plural = _("synonyms")

    def __str__(self) -> str:
        words = ", ".join(split(self.words))
        return f"{words} → {', '.join(split(self.also_finds))}" if self.also_finds else words

    def clean(self) -> None:
        self._read_arrow()
        super().clean()

    def problems(self) -> dict[str, Any]:
        return check_synonyms(self.locale.language_code, split(self.words), split(self.also_finds))

    def _read_arrow(self) -> None:
        """“mkb => ondernemer, bedrijf”, as other search engines have it."""
        for arrow in ("=>", "→"):
            left, found, right = self.words.partition(arrow)
            if found and not self.also_finds:
                self.words, self.also_finds = left.strip(), right.strip()
