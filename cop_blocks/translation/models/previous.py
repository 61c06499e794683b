"""What a changed segment said before."""

from django.db import models


class PreviousTranslation(models.Model):
    """A changed text of the source in one language: what it was, and how that was translated."""

    translation = models.ForeignKey(
        "wagtail_localize.Translation", on_delete=models.CASCADE, related_name="cop_previous"
    )
    #: The text as it is now, and where it stands.
    string = models.ForeignKey(
        "wagtail_localize.String", on_delete=models.CASCADE, related_name="+"
    )
    context = models.ForeignKey(
        "wagtail_localize.TranslationContext", on_delete=models.CASCADE, related_name="+"
    )
    old_source = models.TextField()
    old_translation = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["translation", "context", "string"],
                name="cop_translation_one_previous_a_segment",
            )
        ]

    def __str__(self) -> str:
        return f"{self.translation_id}: {self.old_source[:40]}"
