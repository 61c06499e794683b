"""A process that died between its commit and what follows it shows nobody what it hid: here no
commit ever comes, so all that is done after one is left undone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from cop_search import outbox
from cop_search.facade import SearchQuery, hits_of, search, suggest
from cop_search.models import Outbox
from tests.search import factories
from tests.search.factories import page
from tests.search.rules.making import best_bet, default_site


def fresh(made):
    return Page.objects.get(pk=made.pk)


HIDING = {
    "private": lambda made: factories.make_private(made),
    "a private parent": lambda made: factories.make_private(fresh(made).get_parent()),
    "unpublished": lambda made: fresh(made).specific.unpublish(),
    "deleted": lambda made: fresh(made).delete(),
    "a deleted parent": lambda made: fresh(made).get_parent().delete(),
}


@pytest.fixture
def shelf(site):
    """A page below another, of which a name, a term and an editor's choice lead to it."""
    page(site.home, "Lening om te blijven")
    parent = page(site.home, "Map")
    made = page(parent, "Lening geheim", terms=["theme.circular"])
    best_bet("krediet", made)
    outbox.work_off()
    return made


def doors(made):
    """Whatever leads to a page, by what it says of it."""
    here = default_site().pk
    q = {"locale": "nl", "site_id": here, "facets": ("theme", "kind")}
    by_word, best = search(SearchQuery(q="lening", **q)), search(SearchQuery(q="krediet", **q))
    filtered = search(SearchQuery(filters={"theme": ("circular",)}, **q))
    typed = suggest("lening", "nl")
    return {
        "a word": ([hit.title for hit in by_word.hits], by_word.total),
        "a number": by_word.facets["theme"].get("circular", 0),
        "a filter": ([hit.title for hit in filtered.hits], filtered.total),
        "best bets": [hit.title for hit in best.best_bets],
        "titles": [each.title for each in typed.pages],
        "terms": [each.code for each in suggest("circular", "nl").terms],
        "chosen": [hit.title for hit in hits_of([made.pk], "nl")],
    }


def test_a_public_page_is_found_by_every_door(shelf):
    assert doors(shelf) == {
        "a word": (["Lening geheim", "Lening om te blijven"], 2),
        "a number": 1,
        "a filter": (["Lening geheim"], 1),
        "best bets": ["Lening geheim"],
        "titles": ["Lening geheim", "Lening om te blijven"],
        "terms": ["circular"],
        "chosen": ["Lening geheim"],
    }


@pytest.mark.parametrize("how", HIDING)
def test_what_was_hidden_is_found_by_no_door(shelf, how):
    HIDING[how](shelf)
    assert Outbox.objects.filter(page_id=shelf.pk, reader=outbox.TABLES).exists()
    assert doors(shelf) == {
        "a word": (["Lening om te blijven"], 1),
        "a number": 0,
        "a filter": ([], 0),
        "best bets": [],
        "titles": ["Lening om te blijven"],
        "terms": [],
        "chosen": [],
    }


def test_what_only_changed_is_found_as_it_was(shelf):
    shelf.title = "Lening anders"
    shelf.save()
    assert [hit.title for hit in search(SearchQuery(locale="nl", q="geheim")).hits] == [
        "Lening geheim"
    ]


def test_it_takes_no_statement_more(shelf):
    query = SearchQuery(locale="nl", q="lening", facets=("theme",))
    with CaptureQueriesContext(connection) as before:
        search(query)
    factories.make_private(shelf)
    with CaptureQueriesContext(connection) as after:
        search(query)
    assert len(before) == len(after) == 4
