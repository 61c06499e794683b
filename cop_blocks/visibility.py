"""Which pages anybody may see, asked within the statement that asks for the pages."""

from typing import Any

from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Length, Substr


def is_public() -> Any:
    """A condition for a queryset of pages: neither the page nor what it lies under is private.

    The same as Wagtail's ``.public()``, which asks for all restrictions first: a page that shows
    five lists would do so five times. Liveness is asked apart: ``.live().filter(is_public())``.
    """
    from wagtail.models import PageViewRestriction

    begins = Substr(OuterRef("path"), 1, Length(F("page__path")))
    return ~Exists(PageViewRestriction.objects.filter(page__path=begins))
