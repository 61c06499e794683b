"""Run inside the demo: the addresses of its pages by type and language, and of states to look at.

What a visitor may meet and the demo does not hold is added first: a session that was cancelled, a
page behind a password, one of every block of a text, and pages that editors recommend.
"""

import json
from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from django.test import RequestFactory
from django.utils import translation
from wagtail.models import PageViewRestriction, Site

from cop_blocks.base_page import Page
from cop_blocks.models import InformationPage, OrganisationIndexPage
from cop_blocks.organisations import shown_organisations
from cop_catalog.models import InitiativePage
from cop_events.models import SessionIndexPage, SessionPage
from cop_search.models import BestBet, BestBetPage
from tests.browser.pages import WORDS

#: Opens the page behind a password.
PASSWORD = "samen"  # noqa: S105 - for a page that holds no secret
CANCELLED = {"nl": "Werkbezoek aan de haven", "en": "Visit to the harbour"}
CLOSED = {"nl": "Alleen voor deelnemers", "en": "For participants only"}
BLOCKS = {"nl": "Alle blokken", "en": "Every block"}


def add_states(today: date) -> None:
    if SessionPage.objects.filter(status="cancelled").exists():
        return
    for index in SessionIndexPage.objects.live().select_related("locale"):
        language = index.locale.language_code
        with translation.override(language):
            add(
                index,
                SessionPage(
                    title=CANCELLED[language],
                    status="cancelled",
                    precision="day",
                    start_date=today - timedelta(days=300),
                ),
            )
            home = index.get_parent().specific
            closed = add(home, InformationPage(title=CLOSED[language]))
            add(home, InformationPage(title=BLOCKS[language], body=one_of_each_block()))
        PageViewRestriction.objects.create(
            page=closed, restriction_type=PageViewRestriction.PASSWORD, password=PASSWORD
        )
        recommend(index.locale)


def recommend(locale: Any) -> None:
    """What editors put first for the words that most states of a list ask for."""
    bet = BestBet(site=Site.objects.get(), locale=locale, words=WORDS[locale.language_code])
    pages = InitiativePage.objects.live().filter(locale=locale).order_by("path")[:2]
    bet.pages = [BestBetPage(page=page, sort_order=place) for place, page in enumerate(pages)]
    bet.save()


def add(parent: Any, page: Any) -> Any:
    page.locale = parent.locale
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def one_of_each_block() -> list[tuple[str, Any]]:
    """Every block that a text may hold, as its preview shows it."""
    blocks = InformationPage._meta.get_field("body").stream_block.child_blocks
    return [(name, block.get_preview_value()) for name, block in blocks.items()]


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
        if page.title == BLOCKS[language]:
            found[f"blocks {language}"].append(page.get_url())
    request = RequestFactory().get("/", HTTP_HOST="localhost")
    for index in OrganisationIndexPage.objects.live().select_related("locale"):
        language = index.locale.language_code
        slugs = (
            shown_organisations(request, language).order_by("slug").values_list("slug", flat=True)
        )
        found[f"organisation {language}"] = [f"{index.get_url()}{slug}/" for slug in slugs]
    for page in InformationPage.objects.live().not_public().order_by("path"):
        found[f"password {page.locale.language_code}"].append(page.get_url())
    return dict(found)


def tell() -> None:
    add_states(date.today())
    print("PAGES" + json.dumps(addresses(date.today())))
