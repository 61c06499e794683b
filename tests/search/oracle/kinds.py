"""Three kinds of page of a host, and what each says of a page.

An offer opens and closes, a gathering has a day and no state, and the third nobody introduced.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import Any

from cop_blocks import finding
from cop_blocks.finding import Kind, PageEntry
from tests.hosts.hostpages.models import EventPage, OfferPage
from tests.search.oracle.truth import ZONE
from tests.search.oracle.world import Told

OFFER = Kind("offer", "Offer", "Offers", has_states=True)
GATHERING = Kind("gathering", "Gathering", "Gatherings")
KINDS = (OFFER.code, GATHERING.code, "page")


def tell(page: Any) -> Told:
    """What a page says of itself, as the truth is told."""
    if isinstance(page, OfferPage):
        partners = [row.partner for row in page.partner_rows.all()]
        return Told(
            OFFER.code,
            (page.summary, page.body, *partners),
            has_state=True,
            opens=_moment(page.opens_on, time.min),
            closes=_moment(page.closes_on, time.max),
            closed=page.place == "closed",
            sort_date=_moment(page.closes_on, time.max),
        )
    if isinstance(page, EventPage):
        return Told(GATHERING.code, (page.intro, page.text), sort_date=page.begins)
    body = [block.value.source for block in page.body if block.block_type == "text"]
    return Told("page", (page.introduction, *body))


@contextmanager
def registered() -> Iterator[None]:
    """The product is told what a host would tell it."""
    finding.register(OfferPage, kind=OFFER, entry=_offer)
    finding.register(EventPage, kind=GATHERING, entry=_gathering)
    try:
        yield
    finally:
        finding.unregister(OfferPage)
        finding.unregister(EventPage)


def _offer(page: OfferPage) -> PageEntry:
    return PageEntry(
        title=page.title,
        summary=page.summary,
        text=page.body,
        names=tuple(row.partner for row in page.partner_rows.all()),
        opens=_moment(page.opens_on, time.min),
        closes=_moment(page.closes_on, time.max),
        closed=page.place == "closed",
        sort_date=_moment(page.closes_on, time.max),
    )


def _gathering(page: EventPage) -> PageEntry:
    return PageEntry(title=page.title, summary=page.intro, text=page.text, sort_date=page.begins)


def _moment(day: date | None, at: time) -> datetime | None:
    return datetime.combine(day, at, tzinfo=ZONE) if day else None
