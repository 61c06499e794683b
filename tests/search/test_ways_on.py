"""Ways on where nothing was found: each says how much it gives, and all cost the same."""

import pytest
from django.http import QueryDict
from django.utils import translation

from cop_search import outbox
from cop_search.finder import Finder
from tests.search import factories
from tests.search.factories import page


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def ways(query):
    outbox.work_off()
    finder = Finder(QueryDict(query), path="/", language="nl")
    return [(way.label, way.url, way.total) for way in finder.ways_on]


def test_a_whole_group_is_left_out_and_the_dates_too(site):
    page(site.home, "Een", terms=["theme.circular"])
    assert ways("q=een&theme=digitalisation&theme=human-capital") == [
        ("Without theme (nl) “Digitalisation (nl), Human-Capital (nl)”", "/?q=een", 1),
    ]


def test_what_gives_nothing_either_is_no_way_on(site):
    page(site.home, "Een", terms=["theme.circular"])
    assert ways("q=twee&theme=digitalisation") == []
    assert ways("theme=digitalisation") == []
    assert ways("q=twee") == []


def test_what_is_preset_stays(site):
    page(site.home, "Een", terms=["theme.circular", "support.loan"])
    page(site.home, "Twee", terms=["theme.circular"])
    outbox.work_off()
    finder = Finder(
        QueryDict("q=een&support=advice"), path="/", language="nl", preset={"theme": ("circular",)}
    )
    assert [(way.url, way.total) for way in finder.ways_on] == [("/?q=een", 1)]


def test_every_vocabulary_chosen_costs_no_more_than_five(site, django_assert_max_num_queries):
    names = [f"more-{number}" for number in range(12)]
    for name in names:
        factories.vocabulary(name, {"a": None, "b": None})
    page(site.home, "Een", terms=["theme.circular"])
    outbox.work_off()
    asked = "&".join(f"{name}={code}" for name in names for code in "ab")
    finder = Finder(QueryDict(f"q=een&{asked}"), path="/", language="nl")
    assert finder.total == 0
    # Five groups, the words, the editors' rules for them, and the documents found.
    with django_assert_max_num_queries(8):
        assert finder.ways_on == []
