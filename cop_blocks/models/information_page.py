"""A plain page of text, for what every site needs: contact, privacy, accessibility."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cop_blocks.base_page import Page
from cop_blocks.editing.counting import title_panels
from cop_blocks.editing.forms import CopPageForm
from cop_blocks.editing.panels import AdvicePanel
from cop_blocks.pages import CopPageMixin
from cop_blocks.streamfield import BodyField


class InformationPageMixin(CopPageMixin):
    """An introduction and a body of blocks; on the site's contact page also how to reach it."""

    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("One or two sentences under the title.")
    )
    body = BodyField(_("text"), blank=True)

    base_form_class = CopPageForm
    content_panels = [
        AdvicePanel(),
        *title_panels(),
        FieldPanel("introduction"),
        FieldPanel("body"),
    ]

    class Meta:
        abstract = True

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> list[str]:
        return ["cop_blocks/information_page.html"]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from cop_blocks.contact import contact_details

        context = super().get_context(request, *args, **kwargs)
        context["contact"] = contact_details(self, request)
        return context


class InformationPage(InformationPageMixin, Page):
    """The ready page type."""

    class Meta:
        verbose_name = _("information page")
        verbose_name_plural = _("information pages")
