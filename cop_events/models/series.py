"""A series of sessions: a year, a programme. Series may lie within a series."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cop_blocks.base_page import Page
from cop_blocks.streamfield import BodyField


class SessionIndexPageMixin(models.Model):
    """An introduction, a body, and live lists of what is to come and what has been."""

    introduction = models.TextField(_("introduction"), blank=True)
    body = BodyField(_("text"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction"), FieldPanel("body")]
    subpage_types = ["cop_events.SessionIndexPage", "cop_events.SessionPage"]
    page_description = _("A year or a programme: lists its sessions, to come and past.")

    class Meta:
        abstract = True

    def get_template(self, request: Any, *args: Any, **kwargs: Any) -> list[str]:
        return ["cop_events/session_index_page.html"]


class SessionIndexPage(SessionIndexPageMixin, Page):
    """The ready page type."""

    class Meta:
        verbose_name = _("series of sessions")
        verbose_name_plural = _("series of sessions")
