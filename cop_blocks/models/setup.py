"""The manifest of what ``cop_setup`` made, so that it can be taken away again."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class SetupRecord(models.Model):
    """One thing that setup made, and a fingerprint of how it left it."""

    key = models.CharField(_("key"), max_length=200, unique=True)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(_("object"), max_length=64)
    fingerprint = models.CharField(_("fingerprint"), max_length=64)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("record of setup")
        verbose_name_plural = _("records of setup")

    def __str__(self) -> str:
        return self.key

    def thing(self) -> Any:
        """What was made, or ``None`` where it is gone (or its app is)."""
        model = self.content_type.model_class()
        if model is None:
            return None
        return model._base_manager.filter(pk=self.object_id).first()
