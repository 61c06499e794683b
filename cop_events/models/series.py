"""A series of sessions: a year, a programme. Series may lie within a series."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cop_blocks.base_page import Page
from cop_blocks.editing.counting import title_panels
from cop_blocks.editing.forms import CopPageForm
from cop_blocks.editing.panels import AdvicePanel
from cop_blocks.feeds_below import FeedBelowMixin, FeedTheme
from cop_blocks.languages import active_language
from cop_blocks.pages import CopPageMixin
from cop_blocks.streamfield import BodyField
from cop_events.calendar import CALENDAR_PATH
from cop_events.cards import cards
from cop_events.feed import feed_response
from cop_events.line import line
from cop_events.shown import series_lists


class SessionIndexPageMixin(FeedBelowMixin, CopPageMixin, models.Model):
    """An introduction, a body, and live lists of what is to come and what has been."""

    if TYPE_CHECKING:
        depth: int

    introduction = models.TextField(_("introduction"), blank=True)
    body = BodyField(_("text"), blank=True)

    base_form_class = CopPageForm
    content_panels = [
        AdvicePanel(),
        *title_panels(),
        FieldPanel("introduction", help_text=_("One or two sentences above the list.")),
        FieldPanel("body"),
    ]
    subpage_types = ["cop_events.SessionIndexPage", "cop_events.SessionPage"]
    page_description = _("A year or a programme: lists its sessions, to come and past.")

    feed_path = CALENDAR_PATH

    class Meta:
        abstract = True

    def feed_response(self, request: Any, theme: FeedTheme | None) -> HttpResponse:
        return feed_response(self, request, theme)

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from cop_blocks.terms.labels import term_labels

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        now = timezone.now()
        lists = series_lists(self, now)
        return context | {
            "line": line(lists.own, request, now),
            "upcoming": cards(lists.upcoming, request),
            "past": cards(lists.past, request),
            "series": [
                {"title": item.title, "url": item.get_url(request)} for item in lists.series
            ],
            "labels": term_labels(active_language(), vocabularies=["theme"]),
        }

    def get_template(self, request: Any, *args: Any, **kwargs: Any) -> list[str]:
        return ["cop_events/session_index_page.html"]


class SessionIndexPage(SessionIndexPageMixin, Page):
    """The ready page type."""

    class Meta:
        verbose_name = _("series of sessions")
        verbose_name_plural = _("series of sessions")
