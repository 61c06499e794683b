"""What the import last read, so that the next one sees what has changed in the file."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportedRow(models.Model):
    """The values of one row as last imported. Columns that have not changed since are left to
    the editors: an import never takes back what they have corrected."""

    translation_key = models.UUIDField(_("translation key"), primary_key=True)
    values = models.JSONField(_("values"), default=dict)
    imported_at = models.DateTimeField(_("imported at"), auto_now=True)

    class Meta:
        verbose_name = _("imported row")
        verbose_name_plural = _("imported rows")

    def __str__(self) -> str:
        return str(self.translation_key)
