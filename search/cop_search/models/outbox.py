"""What is still to be indexed."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Outbox(models.Model):
    """A page to look at again, written in the transaction that changed it: a row for each reader.

    Several rows for one page are normal, and read as one. A page of which the app raised, or that a
    search server refuses, keeps a row marked ``failed`` until it is saved again or repaired
    (``cop_search_check --repair``).
    """

    page_id = models.BigIntegerField(db_index=True)
    #: Who is to look; see ``cop_search.outbox.register_reader``.
    reader = models.CharField(max_length=40, default="tables")
    created = models.DateTimeField(auto_now_add=True)
    failed = models.BooleanField(default=False)
    #: What a search server said of it.
    error = models.TextField(blank=True, default="")
    #: Until then somebody is delivering it.
    taken_until = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("page to be indexed")
        verbose_name_plural = _("pages to be indexed")
        indexes = [models.Index(fields=["reader", "failed", "id"], name="cop_search_waiting")]

    def __str__(self) -> str:
        return str(self.page_id)
