"""When the index was made anew."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Rebuild(models.Model):
    """One run of ``cop_search_rebuild``; its id is the generation of the documents that it wrote.
    Without ``finished`` it was stopped, or is at work."""

    started = models.DateTimeField(auto_now_add=True)
    finished = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("rebuild of the search index")
        verbose_name_plural = _("rebuilds of the search index")

    def __str__(self) -> str:
        return str(self.pk)
