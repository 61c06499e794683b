"""One page type, for plain Wagtail search and for ours."""

from typing import ClassVar

from django.db import models
from wagtail.models import Page
from wagtail.search import index


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
        index.FilterField("theme"),
        index.FilterField("support"),
        index.FilterField("audience"),
        index.FilterField("sector"),
        index.FilterField("region"),
    ]

    class Meta:
        app_label = "corpus"
