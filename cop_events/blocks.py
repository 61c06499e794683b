"""Live blocks of sessions, offered in every body."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Site

from cop_blocks.languages import IN_OWN_LANGUAGE, active_language
from cop_blocks.relations import localized_pages
from cop_blocks.streamfield.blocks.base import LIVE_GROUP, CopBlock
from cop_blocks.visibility import is_public

if TYPE_CHECKING:
    from django.http import HttpRequest


class NextSessionsBlock(CopBlock):
    """The sessions that come next, in the reader's language; empty when there are none."""

    heading = blocks.CharBlock(label=_("heading"), required=False, default="", max_length=255)
    number = blocks.IntegerBlock(
        label=_("how many"), default=3, min_value=1, max_value=12, required=True
    )
    series = blocks.PageChooserBlock(
        label=_("series"),
        page_type="cop_events.SessionIndexPage",
        required=False,
        help_text=_("Leave empty for the sessions of all series."),
    )

    class Meta:
        icon = "date"
        label = _("Next sessions")
        group = LIVE_GROUP
        description = _("The sessions that come next, always up to date.")
        preview_value: ClassVar[dict[str, Any]] = {"heading": "", "number": 2, "series": None}
        template = "cop_events/blocks/next_sessions.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        from cop_blocks.shown_terms import labels_of
        from cop_events.cards import cards

        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        request = context.get("request")
        shown = next_sessions(value["series"], value["number"] or 3, request)
        context["hits"] = cards(shown, request)
        context["labels"] = labels_of(context.get("request")) if shown else None
        return context


class SessionLineBlock(CopBlock):
    """A series as a line: what has been and what is to come; empty where there is nothing."""

    heading = blocks.CharBlock(label=_("heading"), required=False, default="", max_length=255)
    series = blocks.PageChooserBlock(
        label=_("series"),
        page_type="cop_events.SessionIndexPage",
        required=False,
        help_text=_("Leave empty for the sessions of all series."),
    )

    class Meta:
        icon = "history"
        label = _("Line of sessions")
        description = _("The sessions of a series in the order of time, past and to come.")
        group = LIVE_GROUP
        preview_value: ClassVar[dict[str, Any]] = {"heading": "", "series": None}
        template = "cop_events/blocks/session_line.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        from cop_blocks.shown_terms import labels_of
        from cop_events.line import line

        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        request, now = context.get("request"), timezone.now()
        series = in_own_language(value["series"])
        context["points"] = line(around(value["series"], now, request), request, now)
        context["labels"] = labels_of(request)
        context["series_url"] = series.get_url(request) if series else ""
        return context


def next_sessions(series: Any | None, number: int, request: "HttpRequest | None") -> list[Any]:
    """At most ``number`` sessions that are not over, of a series or of the site, nearest first."""
    return list(_sessions(series, request).upcoming(timezone.now())[:number])


def around(series: Any | None, moment: datetime, request: "HttpRequest | None") -> list[Any]:
    """The last sessions before ``moment`` and the first after it, in the order of time."""
    from cop_events.line import MOST

    sessions = _sessions(series, request)
    past = list(sessions.past(moment)[:MOST])
    return [*reversed(past), *sessions.upcoming(moment)[:MOST]]


def in_own_language(series: Any | None) -> Any | None:
    """A chosen series as the reader gets it."""
    return localized_pages([series], active_language()).get(series.pk) if series else None


def _sessions(series: Any | None, request: "HttpRequest | None") -> Any:
    """All sessions in the reader's language of a series, or of the site."""
    from cop_events.models import SessionPage

    language = active_language()
    sessions = (
        SessionPage.objects.live()
        .filter(is_public(), IN_OWN_LANGUAGE, locale__language_code=language)
        .select_related("locale")
    )
    site = Site.find_for_request(request) if request else None
    if series is None and site is None:
        return sessions
    root = in_own_language(series) if series else site and site.root_page.localized
    return sessions.descendant_of(root) if root else sessions.none()
