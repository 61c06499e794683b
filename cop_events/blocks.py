"""Live blocks of sessions, offered in every body."""

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Site

from cop_blocks.languages import IN_OWN_LANGUAGE, active_language
from cop_blocks.relations import localized_pages
from cop_blocks.visibility import is_public

if TYPE_CHECKING:
    from django.http import HttpRequest


class NextSessionsBlock(blocks.StructBlock):
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
        group = _("Live lists")
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


def next_sessions(series: Any | None, number: int, request: "HttpRequest | None") -> list[Any]:
    """At most ``number`` sessions that are not over, of a series or of the site, nearest first."""
    from cop_events.models import SessionPage

    language = active_language()
    sessions = SessionPage.objects.live().filter(
        is_public(), IN_OWN_LANGUAGE, locale__language_code=language
    )
    if series is not None:
        root = localized_pages([series], language).get(series.pk)
    else:
        site = Site.find_for_request(request) if request else None
        root = site.root_page.localized if site else None
        if site is None:
            return list(sessions.select_related("locale").upcoming(timezone.now())[:number])
    if root is None:
        return []
    found = sessions.descendant_of(root).select_related("locale").upcoming(timezone.now())
    return list(found[:number])
