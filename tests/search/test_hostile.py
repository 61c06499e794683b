"""No query is an error: whatever is typed, there is an answer, on every door."""

from types import SimpleNamespace

import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import strategies as st

from cop_search import outbox
from cop_search.counting.token import ROUTE
from cop_search.facade import SearchQuery, Sort, search, suggest
from cop_search.models import SearchPage
from tests.search import chances, hostile
from tests.search.factories import offer, page

NAMES = ("q", "kind", "state", "from", "to", "sort", "page", "theme", "region", "only", "lang")

#: Below a page with a finder; each reads the same parameters.
DOORS = ("", "atom/", "api/v1/", "suggest/")


@pytest.fixture
def pages(site, offers):
    """Something to be found by many of the queries."""
    offer(site.home, "Lening voor een zzp'er", summary="de het een", terms=["theme.circular"])
    page(site.home, "MKB-bedrijf & C++", terms=["region.delft"], introduction="2026-09 rvo.nl x")
    page(site.home, 'Alles van "a" tot z', introduction="%s _ \\ 100 % a b c")
    made = page(site.home, "Zoeken", model=SearchPage)
    outbox.work_off()
    return SimpleNamespace(search=made, home=site.home)


@pytest.mark.parametrize("number", range(chances.RUNS))
def test_the_facade_answers_whatever_is_typed(pages, number):
    facets = ("theme", "region", "kind", "state")

    def check(asked):
        text, locale, sort = asked
        query = SearchQuery(locale=locale, q=text, sort=sort, facets=facets, page_size=50)
        # A statement that fails must not spoil those after it.
        with transaction.atomic():
            answer = search(query)
            suggested = suggest(text, locale, None, 5)
        assert answer.total == len(answer.hits)
        assert len(suggested) <= 15

    asked = st.tuples(hostile.queries(), st.sampled_from(("nl", "en", "xx")), st.sampled_from(Sort))
    chances.try_all(chances.SEED + number, asked, check)


@pytest.mark.parametrize("door", DOORS)
def test_every_door_answers_whatever_stands_in_the_address(pages, client, door):
    path = pages.search.url + door

    def check(query):
        with transaction.atomic():
            response = client.get(path, QUERY_STRING=query)
        assert response.status_code == 200

    examples = max(40, chances.EXAMPLES // 20)
    chances.try_all(chances.SEED, hostile.query_strings(NAMES), check, examples=examples)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "http://["}, 403),
        ({"origin": "http://testserver.example"}, 403),
        ({"origin": "http://testserver", "content-length": "many"}, 400),
        ({"origin": "http://testserver", "content-length": "-1"}, 400),
        ({"origin": "http://testserver", "content-length": "9" * 5000}, 400),
        ({"origin": "http://testserver"}, 400),
    ],
)
def test_what_is_sent_to_be_counted_is_refused_and_never_an_error(db, client, headers, status):
    body = "\x00\ud800:%".encode("utf-8", "surrogatepass")
    response = client.post(reverse(ROUTE), body, content_type="text/plain", headers=headers)
    assert response.status_code == status
