"""Several lists of one page are asked for together: the same answers, in fewer statements."""

from cop_search import outbox
from cop_search.facade import SearchQuery, search, search_all
from tests.search import factories


def test_each_list_is_what_it_would_be_alone(site):
    for number in range(3):
        factories.page(site.home, f"Pagina {number}", terms=["theme.circular"])
        factories.page(site.home, f"Andere {number}", terms=["theme.digitalisation"])
    outbox.work_off()
    queries = [
        SearchQuery(locale="nl", filters={"theme": (code,)}, page_size=2)
        for code in ("circular", "digitalisation", "human-capital")
    ]

    assert search_all(queries) == [search(query) for query in queries]
    assert [found.total for found in search_all(queries)] == [3, 3, 0]


def test_three_lists_cost_a_statement_each_and_two_for_all(site, django_assert_num_queries):
    for code in ("circular", "digitalisation", "human-capital"):
        factories.page(site.home, code, terms=[f"theme.{code}"])
    outbox.work_off()
    queries = [
        SearchQuery(locale="nl", filters={"theme": (code,)})
        for code in ("circular", "digitalisation", "human-capital")
    ]

    with django_assert_num_queries(5):
        assert [found.total for found in search_all(queries)] == [1, 1, 1]


def test_no_list_is_no_statement(site, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert search_all([]) == []
