"""What best bets and synonyms have in common."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Site


class Rule(models.Model):
    """What editors say of search words, of one site and language."""

    #: A field of each, with a name and a help of its own.
    words: Any

    site = models.ForeignKey(
        Site, related_name="+", on_delete=models.CASCADE, verbose_name=_("site")
    )
    locale = models.ForeignKey(
        Locale, related_name="+", on_delete=models.CASCADE, verbose_name=_("language")
    )
    updated = models.DateTimeField(_("updated"), auto_now=True)

    class Meta:
        abstract = True
        ordering = ["words", "pk"]

    def problems(self) -> dict[str, Any]:
        """Field -> what is wrong with it; asked where site, language and words are filled in."""
        raise NotImplementedError

    def clean(self) -> None:
        super().clean()
        if self.locale_id and self.site_id and self.words and (problems := self.problems()):
            raise ValidationError(problems)
