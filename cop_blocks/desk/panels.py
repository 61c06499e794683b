"""The panels of the dashboard, and the numbers above them, as components of Wagtail's admin."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.forms import Media
from django.utils.translation import gettext as _
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.ui.components import Component

from cop_blocks.desk.own import OUT_OF_DATE, drafts_of, drafts_url, out_of_date_numbers
from cop_blocks.desk.places import shows_languages
from cop_blocks.desk.registry import Number, numbers, shortcuts, waiting

if TYPE_CHECKING:
    from django.http import HttpRequest

#: How many drafts the dashboard names; the others are behind a link.
MOST_DRAFTS = 5

STYLE = Media(css={"all": ["cop_blocks/admin/desk.css"]})


class ShortcutsPanel(Component):
    """What the user may begin here."""

    name = "cop_shortcuts"
    order = 10
    template_name = "cop_blocks/desk/shortcuts.html"
    media = STYLE

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        return {
            "heading": _("What can I do here?"),
            "shortcuts": shortcuts.ask(parent_context["request"]),
        }


class WaitingPanel(Component):
    """What waits for the user, and what is out of date."""

    name = "cop_waiting"
    order = 20
    template_name = "cop_blocks/desk/waiting.html"
    media = STYLE

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        request = parent_context["request"]
        return {
            "heading": _("Waits for you"),
            "out_of_date_heading": _("Out of date"),
            "waiting": [number for number in waiting.ask(request) if number.count],
            "out_of_date": out_of_date_numbers(request),
            "out_of_date_id": OUT_OF_DATE,
        }


class DraftsPanel(Component):
    """What the user began and did not publish."""

    name = "cop_drafts"
    order = 30
    template_name = "cop_blocks/desk/drafts.html"
    media = STYLE

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        drafts = drafts_of(parent_context["request"].user)
        drafts = drafts.select_related("locale", "content_type")
        shown = list(drafts[: MOST_DRAFTS + 1])
        return {
            "heading": _("Your drafts"),
            "drafts": shown[:MOST_DRAFTS],
            "has_more": len(shown) > MOST_DRAFTS,
            "all_url": drafts_url(),
            "shows_languages": shows_languages(),
        }


class NumberItem(SummaryItem):
    """One number at the top of the dashboard."""

    template_name = "cop_blocks/desk/number.html"
    media = STYLE

    def __init__(self, request: "HttpRequest", number: Number, order: int) -> None:
        super().__init__(request)
        self.number = number
        self.order = order

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"number": self.number}


def add_panels(request: "HttpRequest", panels: list[Component]) -> None:
    """For the hook ``construct_homepage_panels``."""
    panels += [ShortcutsPanel(), WaitingPanel(), DraftsPanel()]


def add_numbers(request: "HttpRequest", items: list[SummaryItem]) -> None:
    """For the hook ``construct_homepage_summary_items``."""
    items += [
        NumberItem(request, number, order=200 + place)
        for place, number in enumerate(numbers.ask(request))
    ]
