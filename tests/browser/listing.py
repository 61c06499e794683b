"""Run inside the demo: the addresses of its pages by type and language, and of states to look at.

What a visitor may meet and the demo does not hold is added first: a session that was cancelled, and
a page behind a password.
"""

import json
from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from wagtail.models import PageViewRestriction

from cop_blocks.base_page import Page
from cop_blocks.models import InformationPage
from cop_events.models import SessionIndexPage, SessionPage

#: Opens the page behind a password.
PASSWORD = "samen"  # noqa: S105 - for a page that holds no secret
CANCELLED = {"nl": "Werkbezoek aan de haven", "en": "Visit to the harbour"}
CLOSED = {"nl": "Alleen voor deelnemers", "en": "For participants only"}


def add_states(today: date) -> None:
    if SessionPage.objects.filter(status="cancelled").exists():
        return
    for index in SessionIndexPage.objects.live().select_related("locale"):
        language = index.locale.language_code
        session = SessionPage(
            title=CANCELLED[language],
            locale=index.locale,
            status="cancelled",
            precision="day",
            start_date=today - timedelta(days=300),
        )
        index.add_child(instance=session)
        session.save_revision().publish()
        closed = InformationPage(title=CLOSED[language], locale=index.locale)
        index.get_parent().specific.add_child(instance=closed)
        closed.save_revision().publish()
        PageViewRestriction.objects.create(
            page=closed, restriction_type=PageViewRestriction.PASSWORD, password=PASSWORD
        )


def session_states(page: Any, today: date) -> list[str]:
    """What a session's page looks different for."""
    if page.status == "cancelled":
        return ["cancelled"]
    states = ["past" if page.last_day < today else "coming"]
    if page.precision in ("month", "months"):
        states.append("month")
    return states


def addresses(today: date) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for page in Page.objects.live().public().filter(depth__gt=1).specific().order_by("path"):
        language = page.locale.language_code
        found[f"{page._meta.label} {language}"].append(page.get_url())
        if page._meta.label == "cop_events.SessionPage":
            for state in session_states(page, today):
                found[f"session {state} {language}"].append(page.get_url())
        if any(block.block_type == "video" for block in getattr(page, "body", None) or ()):
            found[f"video {language}"].append(page.get_url())
    for page in InformationPage.objects.live().not_public().order_by("path"):
        found[f"password {page.locale.language_code}"].append(page.get_url())
    return dict(found)


def tell() -> None:
    add_states(date.today())
    print("PAGES" + json.dumps(addresses(date.today())))
