from collections.abc import Sequence
from typing import ClassVar

from django.db import models


class FactsMixin(models.Model):
    """A page whose ``facts`` are edited on the source page only and follow to its translations."""

    #: Names of fields, of child relations ("cop_term_rows"), and of columns of rows that also
    #: hold text ("programme_rows.starts_at").
    facts: ClassVar[Sequence[str]] = ()

    class Meta:
        abstract = True

    def facts_published(self) -> None:
        """Called in the transaction of ``save()`` once the facts of a live source are stored."""
