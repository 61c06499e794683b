"""How often something was searched for, a day at a time, without anybody who did."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchCount(models.Model):
    """One question on one day, on one site and in one language.

    ``key`` is a keyed hash of the question, empty for all that came after the most questions of a
    day. ``text`` is empty until enough visitors have asked, and for good where it looks like
    something personal. No visitor, address or hour is kept.
    """

    day = models.DateField(_("day"))
    site_id = models.BigIntegerField()
    locale = models.CharField(_("language"), max_length=100)
    key = models.CharField(max_length=64, blank=True)
    text = models.CharField(_("search words"), max_length=100, blank=True)
    number = models.PositiveIntegerField(_("times"), default=0)
    without_results = models.PositiveIntegerField(_("without results"), default=0)

    class Meta:
        verbose_name = _("count of searches")
        verbose_name_plural = _("counts of searches")
        constraints = [
            models.UniqueConstraint(
                fields=["day", "site_id", "locale", "key"], name="cop_search_one_count_a_day"
            )
        ]
        indexes = [models.Index(fields=["key", "day"], name="cop_search_count_key")]

    def __str__(self) -> str:
        return f"{self.day}: {self.text or self.key[:8]}"
