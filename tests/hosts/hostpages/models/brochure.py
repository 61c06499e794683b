"""A host's page type that shows a translatable snippet."""

from django.db import models
from wagtail.admin.panels import FieldPanel

from cop_blocks.base_page import Page
from tests.hosts.hostpages.models.snippets import Leaflet


class BrochurePage(Page):
    leaflet = models.ForeignKey(
        Leaflet, null=True, blank=True, related_name="+", on_delete=models.SET_NULL
    )

    content_panels = [*Page.content_panels, FieldPanel("leaflet")]
