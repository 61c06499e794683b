"""A page that cannot be stored holds up no other: it is told apart and waits for a repair."""

import pytest

from cop_blocks import finding
from cop_blocks.finding import PageEntry
from cop_search import outbox
from cop_search.models import Document, Outbox
from tests.hosts.hostpages.models import OfferPage
from tests.search import factories
from tests.search.factories import offer, page


@pytest.fixture
def careless():
    """A host's adapter that says of some pages what no database takes."""

    def entry(said):
        return PageEntry(
            title=said.title,
            summary=said.summary,
            closed=None if said.title == "Niets" else False,
            card={"code": "a\x00b"} if said.title == "Kaart" else {},
        )

    finding.register(OfferPage, kind=factories.OFFER, entry=entry)
    yield
    finding.unregister(OfferPage)


def test_a_page_that_no_database_takes_keeps_no_other_from_being_found(site, careless, caplog):
    page(site.home, "Ervoor")
    wrong = offer(site.home, "Niets")
    page(site.home, "Erna")

    outbox.work_off()

    titles = set(Document.objects.values_list("title", flat=True))
    assert titles == {"Thuis", "Home", "Ervoor", "Erna"}
    assert list(Outbox.objects.values_list("page_id", "failed")) == [(wrong.pk, True)]
    assert f"Page {wrong.pk} could not be stored" in caplog.text


def test_what_no_database_takes_is_left_out_of_what_a_card_shows(site, careless, found):
    offer(site.home, "Kaart", summary="Steun")
    assert found("kaart") == ["Kaart"]
    assert Document.objects.get(title="Kaart").card == {"code": "a b"}
