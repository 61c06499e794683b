"""One answer of the product, whatever engine gave it, against what the oracle says."""

from dataclasses import replace

from cop_search.facade import search
from tests.search import asking
from tests.search.oracle import kinds, order, truth


def check_answer(known, vocabularies, asked):
    """Pages, numbers, order and cards; gives back the answer."""
    facets = ("kind", "state", "year", *vocabularies)
    answer = search(asking.query_of(asked, facets=facets, page_size=100))
    expected = order.in_order(known, truth.found(known, asked), asked)
    assert {hit.title for hit in answer.hits} == {page.title for page in expected}
    assert {hit.page_id for hit in answer.hits} == {page.pk for page in expected}
    assert answer.total == len(answer.hits) == len(expected)
    counted = {name: dict(counts) for name, counts in answer.facets.items()}
    assert counted == truth.counts(known, asked, kinds.KINDS)
    check_cards(known, asked, answer, expected)
    check_other_words(asked, answer)
    return answer


def check_cards(known, asked, answer, expected):
    """The order, and what each card says of its page."""
    pages = {page.pk: page for page in expected}
    if asked.words and asked.sort == "relevance":
        keys = [order.before_words(known, pages[hit.page_id], asked) for hit in answer.hits]
        assert keys == sorted(keys)
    else:
        shown = [(hit.page_id, hit.title, hit.state, hit.sort_date) for hit in answer.hits]
        assert shown == [
            (page.pk, page.title, truth.state_of(page, asked.moment), page.told.sort_date)
            for page in expected
        ]
    for hit in answer.hits:
        page = pages[hit.page_id]
        assert (hit.title, hit.kind) == (page.title, page.told.kind)
        assert hit.state == truth.state_of(page, asked.moment)
        around = order.around(known, page, asked)
        assert set(hit.nearest) == set(around)
        assert all(term in around[vocabulary] for vocabulary, term in hit.nearest.items())


def check_other_words(asked, answer):
    """Other words are offered only where nothing is found, and find something."""
    if answer.total:
        assert answer.did_you_mean is None
    elif answer.did_you_mean is not None:
        query = asking.query_of(asked, page_size=1)
        assert search(replace(query, q=answer.did_you_mean)).total > 0
