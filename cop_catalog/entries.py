"""What the pages of the catalogue say of themselves when they are searched for."""

import re
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cop_blocks.finding import Kind, PageEntry
from cop_blocks.page_text import text_of

INITIATIVE = Kind(
    "initiative",
    _("Initiative"),
    _("Initiatives"),
    "cop_catalog/cards/initiative.html",
    has_states=True,
)
GOOD_PRACTICE = Kind(
    "good_practice", _("Good practice"), _("Good practices"), "cop_catalog/cards/good_practice.html"
)
THEME = Kind("theme", _("Theme"), _("Themes"), "cop_catalog/cards/theme.html")


def initiative_entry(page: Any) -> PageEntry:
    rows = list(page.organisation_rows.all())
    providers = [row.organisation.name for row in rows if row.role == "provider"]
    contact = [page.contact.name] if page.contact else []
    return PageEntry(
        title=page.title,
        summary=page.summary,
        text=text_of(page, "body", "requirements", "costs_note", "state_reason"),
        names=(*(row.organisation.name for row in rows), *contact),
        opens=_moment(page.opens_on, time.min),
        closes=_moment(page.closes_on, time.max),
        closed=page.state != "active" or page.budget_used_up,
        sort_date=_moment(page.closes_on, time.max),
        card={
            "providers": providers,
            "state": page.state,
            "opens_on": _iso(page.opens_on),
            "closes_on": _iso(page.closes_on),
            "is_rolling": page.is_rolling,
            "budget_used_up": page.budget_used_up,
            "verified_on": _iso(page.verified_on),
        },
    )


def good_practice_entry(page: Any) -> PageEntry:
    names = [row.organisation.name for row in page.organisation_rows.all()]
    return PageEntry(
        title=page.title,
        summary=page.summary,
        text=text_of(page, "what_was_done", "for_whom", "what_changed", "how_tested", "body"),
        names=tuple(names),
        card={"organisations": names},
    )


def theme_entry(page: Any) -> PageEntry:
    return PageEntry(
        title=page.title,
        summary=first_sentence(page.introduction),
        text=text_of(page, "introduction", "body"),
    )


def first_sentence(text: str) -> str:
    """What a card says of a longer introduction; all of it where no sentence ends earlier."""
    return re.split(r"(?<=[.!?]) +(?=[A-ZÀ-Þ“‘])", " ".join(text.split()), maxsplit=1)[0]


def _moment(day: date | None, at: time) -> datetime | None:
    """Days are days of the site's own time zone."""
    if day is None:
        return None
    return timezone.make_aware(datetime.combine(day, at), timezone.get_default_timezone())


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
