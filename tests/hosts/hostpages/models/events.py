"""The event page that a host had before it met ours."""

from django.db import models
from wagtail.blocks import CharBlock, RichTextBlock, StructBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageChooserBlock

from cop_blocks.base_page import Page


class EventPage(Page):
    date_from = models.DateField(null=True, blank=True)
    date_to = models.DateField(null=True, blank=True)
    time_from = models.TimeField(null=True, blank=True)
    begins = models.DateTimeField(null=True, blank=True)
    ends = models.DateTimeField(null=True, blank=True)
    when_text = models.CharField(max_length=100, blank=True)
    location = models.TextField(blank=True)
    intro = RichTextField(blank=True)
    text = RichTextField(blank=True)
    subject = models.CharField(max_length=100, blank=True)
    story = StreamField(
        [
            ("heading", CharBlock()),
            ("paragraph", RichTextBlock()),
            ("image", ImageChooserBlock()),
            ("tip", StructBlock([("text", CharBlock())])),
        ],
        blank=True,
    )
