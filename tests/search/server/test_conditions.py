"""Conditions that are empty: what the server is asked where there is nothing to choose from."""

import pytest

from cop_search.engines.base import STATE
from cop_search.engines.elasticsearch.conditions import carries, either, every, has_words
from tests.search.factories import NOON

NOTHING = {"match_none": {}}


def test_one_of_none_is_never_true_and_all_of_none_always():
    assert either([]) == NOTHING
    assert every([]) == {"bool": {"filter": []}}


@pytest.mark.parametrize("values", [(), ("lost",)])
def test_a_state_that_there_is_not_is_of_no_page(values):
    assert carries(STATE, values, NOON) == NOTHING


def test_a_value_of_none_is_of_no_page():
    assert carries("theme", (), NOON) == {"terms": {"terms.theme": []}}


def test_a_word_without_a_spelling_is_in_no_page():
    assert has_words([()]) == [NOTHING]
