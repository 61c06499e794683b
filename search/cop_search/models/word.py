"""The words of the site as they are written, to offer instead of a slip of the pen."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Word(models.Model):
    """In how many documents of a language a word stands, in lower case and with its accents."""

    locale = models.CharField(max_length=100)
    word = models.CharField(max_length=60)
    documents = models.IntegerField()

    class Meta:
        verbose_name = _("word of the site")
        verbose_name_plural = _("words of the site")
        constraints = [
            models.UniqueConstraint(fields=["locale", "word"], name="cop_search_one_word")
        ]

    def __str__(self) -> str:
        return f"{self.word} ({self.locale})"
