"""A page type as a host has it: its own blocks, an author, and terms as the one thing of ours."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import CharBlock, ListBlock, RawHTMLBlock, RichTextBlock, StructBlock
from wagtail.fields import RichTextField, StreamField

from cop_blocks.base_page import Page
from cop_blocks.terms.panels import TermsPanel

BLOCKS = [
    ("paragraph", RichTextBlock()),
    ("steps", ListBlock(StructBlock([("title", CharBlock()), ("text", RichTextBlock())]))),
    ("html", RawHTMLBlock()),
]


class AbstractNewsPage(models.Model):
    template = "news.html"

    author = models.CharField(max_length=100, blank=True)
    summary = models.TextField(blank=True)
    intro = RichTextField(blank=True)
    body = StreamField(BLOCKS, blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("author"),
        FieldPanel("summary"),
        FieldPanel("intro"),
        FieldPanel("body"),
        TermsPanel(),
    ]

    class Meta:
        abstract = True
