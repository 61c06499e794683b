"""The home page of the reference site."""

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
from cop_search.boxes import results_page

MOST_SEARCHES = 5


class HomePage(CopPageMixin, Page):
    """What this is, where to look, what comes next: an introduction, the search, live blocks."""

    headline = models.CharField(
        _("headline"),
        max_length=90,
        blank=True,
        help_text=_("In large letters above the introduction. Empty: the title."),
    )
    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("What this site is, in one or two sentences.")
    )
    often_searched = models.TextField(
        _("often searched"),
        blank=True,
        help_text=_("What people look for, one search a line. Shown as links below the search."),
    )
    body = BodyField(_("text"), blank=True)

    base_form_class = CopPageForm
    content_panels = [
        AdvicePanel(),
        *title_panels(),
        FieldPanel("headline"),
        FieldPanel("introduction"),
        FieldPanel("often_searched"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @property
    def searches(self) -> list[str]:
        """The searches to offer, at most so many as fit in a line or two."""
        lines = (" ".join(line.split()) for line in self.often_searched.splitlines())
        return [line[:60] for line in lines if line][:MOST_SEARCHES]

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        return "cop_site/home_page.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["search_page"] = results_page(request)
        return context
