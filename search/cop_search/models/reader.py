"""A search server that is told of every change: how far it is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reader(models.Model):
    """One row for each reader of the outbox that is no table of this database.

    ``version`` is the number of the last that was sent: it only rises, so that of two that are
    under way the older never wins. ``is_complete``: a rebuild has filled it, and every change since
    is written down for it. ``made_with`` is the ``schema`` of the server at that rebuild.
    """

    name = models.CharField(max_length=40, unique=True)
    version = models.BigIntegerField(default=0)
    is_complete = models.BooleanField(default=False)
    made_with = models.TextField(blank=True, default="")
    last_success = models.DateTimeField(null=True)
    #: Why the last delivery failed, and when; empty since one succeeded.
    last_error = models.TextField(blank=True, default="")
    failed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("search server")
        verbose_name_plural = _("search servers")

    def __str__(self) -> str:
        return self.name
