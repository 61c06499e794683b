from django.db import models
from django.utils.translation import gettext_lazy as _


class FactsOrigin(models.Model):
    """Which language of a group of translations owns its facts; written once, at the first one."""

    translation_key = models.UUIDField(_("translation key"), primary_key=True)
    locale = models.ForeignKey(
        "wagtailcore.Locale",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("language of the source"),
    )

    class Meta:
        verbose_name = _("source of facts")
        verbose_name_plural = _("sources of facts")

    def __str__(self) -> str:
        return f"{self.translation_key} ({self.locale_id})"
