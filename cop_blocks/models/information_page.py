"""A plain page of text, for what every site needs: contact, privacy, accessibility."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cop_blocks.base_page import Page
from cop_blocks.streamfield import BodyField


class InformationPageMixin(models.Model):
    """An introduction and a body of blocks."""

    introduction = models.TextField(_("introduction"), blank=True)
    body = BodyField(_("text"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction"), FieldPanel("body")]

    class Meta:
        abstract = True

    def get_template(self, request: Any, *args: Any, **kwargs: Any) -> list[str]:
        return ["cop_blocks/information_page.html"]


class InformationPage(InformationPageMixin, Page):
    """The ready page type."""

    class Meta:
        verbose_name = _("information page")
        verbose_name_plural = _("information pages")
