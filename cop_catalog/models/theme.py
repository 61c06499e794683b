"""The landing page of a theme: editable text and live lists."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cop_blocks.base_page import Page
from cop_blocks.facts import FactsMixin, FactsPanel
from cop_blocks.pages import CopPageMixin
from cop_blocks.streamfield import BodyField
from cop_blocks.terms.panels import TermsPanel


class ThemePageMixin(CopPageMixin, FactsMixin, models.Model):
    """Its theme is its one term of the vocabulary ``theme``."""

    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("What this theme is about, in a few sentences.")
    )
    body = BodyField(_("text"), blank=True)

    facts: ClassVar[tuple[str, ...]] = ("cop_term_rows",)

    page_description = _("The page of one theme, with its sessions, initiatives and practices.")
    parent_page_types = ["cop_catalog.ThemeIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        *Page.content_panels,
        FactsPanel(
            [TermsPanel(vocabularies=["theme"])],
            heading=_("Theme"),
            help_text=_("Choose one theme. Everything that carries it is listed on this page."),
        ),
        FieldPanel("introduction"),
        FieldPanel("body"),
    ]

    class Meta:
        abstract = True

    def get_template(self, request: Any, *args: Any, **kwargs: Any) -> list[str]:
        return ["cop_catalog/theme_page.html"]


class ThemePage(ThemePageMixin, Page):
    """The ready page type."""

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
