"""The home page of the reference site."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cop_blocks.base_page import Page
from cop_blocks.streamfield import BodyField


class HomePage(Page):
    body = BodyField(_("text"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")
