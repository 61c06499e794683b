from types import SimpleNamespace

import pytest

from cop_blocks import finding
from cop_search import outbox
from cop_search.facade import SearchQuery, search
from cop_search.models import Document
from tests.hosts.hostpages.models import OfferPage
from tests.search import factories


@pytest.fixture
def site(db):
    """Home pages in Dutch and English, and vocabularies of each match."""
    home, english = factories.homes()
    factories.vocabularies()
    outbox.work_off()
    return SimpleNamespace(home=home, english=english)


@pytest.fixture
def offers():
    """A host's page type that says how it is found."""
    finding.register(OfferPage, kind=factories.OFFER, entry=factories.offer_entry)
    yield
    finding.unregister(OfferPage)


@pytest.fixture
def found():
    """Titles found, after all that waits is indexed: what a commit does."""

    def ask(q="", locale="nl", **query):
        outbox.work_off()
        return [hit.title for hit in search(SearchQuery(locale=locale, q=q, **query)).hits]

    return ask


@pytest.fixture
def indexed(db):
    """Titles in the index, of any language and not expired or not."""

    def titles():
        outbox.work_off()
        return sorted(Document.objects.values_list("title", flat=True))

    return titles
