"""One page type, for plain Wagtail search and for ours: the same text in both."""

from typing import Any, ClassVar

from django.db import models
from wagtail.models import Page
from wagtail.search import index

#: What the terms of a page are called, which ours finds them by as well; the way to say it that
#: Wagtail documents.
_NAMES = index.RelatedFields(
    "labels", [index.SearchField("label"), index.SearchField("alternatives")]
)


class SupportPage(Page):
    """Plain Wagtail search counts fields of the page itself and one value of each, so the first
    term of every vocabulary is kept as a field too."""

    summary = models.TextField()
    text = models.TextField()
    theme = models.CharField(max_length=60)
    support = models.CharField(max_length=60)
    audience = models.CharField(max_length=60)
    sector = models.CharField(max_length=60)
    region = models.CharField(max_length=60)
    closes = models.DateTimeField(null=True)

    search_fields: ClassVar = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("text"),
        index.RelatedFields("cop_term_rows", [index.RelatedFields("tag", [_NAMES])]),
        index.FilterField("theme"),
        index.FilterField("support"),
        index.FilterField("audience"),
        index.FilterField("sector"),
        index.FilterField("region"),
    ]

    #: Whether the names of terms are read for many pages at once. Wagtail reads the rows ahead, and
    #: each term and its names by itself, unless somebody writes what stands below.
    reads_ahead: ClassVar[bool] = False

    class Meta:
        app_label = "corpus"

    @classmethod
    def get_indexed_objects(cls) -> Any:
        pages = super().get_indexed_objects()
        return pages.prefetch_related("cop_term_rows__tag__labels") if cls.reads_ahead else pages
