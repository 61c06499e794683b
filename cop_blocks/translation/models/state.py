"""Which translations are out of date."""

from django.db import models


class TranslationState(models.Model):
    """Stands there while what visitors read in the source differs from what was translated."""

    translation = models.OneToOneField(
        "wagtail_localize.Translation",
        on_delete=models.CASCADE,
        related_name="cop_state",
        primary_key=True,
    )
    since = models.DateTimeField()
    #: How many segments were changed, added or removed.
    changed = models.PositiveIntegerField()
    #: Whether translators have the changes before them already.
    refreshed = models.BooleanField(default=False)
    #: What the live translation was made of, kept once its segments were refreshed; null: what
    #: wagtail-localize has stored.
    basis = models.JSONField(null=True)

    def __str__(self) -> str:
        return f"{self.translation_id}: {self.changed} since {self.since:%Y-%m-%d}"
