import pytest

from cop_search import outbox
from cop_search.facade import SearchQuery, search
from tests.search.rules.making import default_site


@pytest.fixture
def here(site):
    """The whole answer on the default site, after all that waits is indexed."""
    site_id = default_site().pk

    def ask(q, locale="nl", **query):
        outbox.work_off()
        return search(SearchQuery(locale=locale, q=q, site_id=site_id, **query))

    return ask


@pytest.fixture
def titles(here):
    """Titles found on the default site, in order of the alphabet."""
    return lambda q, locale="nl", **query: sorted(
        hit.title for hit in here(q, locale, page_size=100, **query).hits
    )
