"""What is meant for a region goes before what is meant for the whole country."""

import pytest

from cop_blocks.models import Term
from cop_search import outbox
from cop_search.facade import SearchQuery, Sort, search
from tests.search import factories
from tests.search.factories import page


@pytest.fixture
def regions(site):
    page(site.home, "A landelijk", terms=["region.nl"])
    page(site.home, "B provincie", terms=["region.zuid-holland"])
    page(site.home, "C regio", terms=["region.haaglanden"])
    page(site.home, "D gemeente", terms=["region.delft"])
    page(site.home, "E elders", terms=["region.rijnmond", "region.nl"])
    outbox.work_off()


def asked(*regions, **query):
    filters = {"region": regions, **query.pop("filters", {})}
    return search(SearchQuery(locale="nl", filters=filters, **query))


def titles(answer):
    return [hit.title for hit in answer.hits]


def test_by_relevance_the_nearer_goes_first(regions):
    assert titles(asked("delft")) == [
        "D gemeente",
        "C regio",
        "B provincie",
        "A landelijk",
        "E elders",
    ]


def test_what_lies_within_is_as_near_as_the_chosen_term_itself(regions):
    assert titles(asked("haaglanden")) == [
        "C regio",
        "D gemeente",
        "B provincie",
        "A landelijk",
        "E elders",
    ]


def test_other_orders_do_not_heed_how_near(regions):
    assert titles(asked("delft", sort=Sort.TITLE)) == [
        "A landelijk",
        "B provincie",
        "C regio",
        "D gemeente",
        "E elders",
    ]


def test_the_nearer_goes_first_whatever_the_words_say(site, regions):
    page(site.home, "Scan scan scan", terms=["region.nl"])
    page(site.home, "Voucher", search_description="Een scan", terms=["region.delft"])
    outbox.work_off()
    assert titles(asked("delft", q="scan")) == ["Voucher", "Scan scan scan"]
    assert titles(asked("brabant", q="scan")) == ["Scan scan scan"]


def test_of_several_chosen_terms_the_nearest_counts(regions):
    assert titles(asked("delft", "rijnmond")) == [
        "D gemeente",
        "E elders",
        "B provincie",
        "C regio",
        "A landelijk",
    ]


def test_steps_of_several_vocabularies_are_added(site):
    factories.vocabulary("level", {"all": None, "some": "all"}, match="overlap", sort_order=9)
    page(site.home, "A", terms=["region.nl", "level.some"])
    page(site.home, "B", terms=["region.delft", "level.all"])
    page(site.home, "C", terms=["region.haaglanden", "level.all"])
    outbox.work_off()
    assert titles(asked("delft", filters={"level": ("some",)})) == ["B", "C", "A"]


def test_a_hit_says_by_what_it_was_found_where_that_lies_around_the_chosen_term(regions):
    near = {hit.title: dict(hit.nearest) for hit in asked("delft").hits}
    assert near == {
        "D gemeente": {},
        "C regio": {"region": "haaglanden"},
        "B provincie": {"region": "zuid-holland"},
        "A landelijk": {"region": "nl"},
        "E elders": {"region": "nl"},
    }
    assert [hit.nearest for hit in search(SearchQuery(locale="nl")).hits] == [{}] * 6


def test_a_merged_term_is_as_near_as_what_it_was_merged_into(regions):
    Term.objects.filter(name="region.brabant").update(
        is_retired=True, is_merged=True, successor=factories.term("region.delft")
    )
    answer = asked("brabant")
    assert titles(answer)[0] == "D gemeente"
    assert answer.hits[0].nearest == {}


def test_only_what_lies_within_is_found_and_counted(regions):
    answer = asked("haaglanden", only=frozenset({"region"}), facets=("region",))
    assert titles(answer) == ["C regio", "D gemeente"]
    assert [dict(hit.nearest) for hit in answer.hits] == [{}, {}]
    assert answer.facets == {
        "region": {"nl": 5, "zuid-holland": 4, "haaglanden": 2, "delft": 1, "rijnmond": 1}
    }


def test_only_changes_nothing_for_vocabularies_of_another_match(site):
    page(site.home, "Een", terms=["support.loan", "theme.circular"])
    outbox.work_off()
    for only in (frozenset(), frozenset({"support", "theme", "nonsense"})):
        answer = search(SearchQuery(locale="nl", only=only, facets=("support", "theme")))
        assert answer.facets == {"support": {"money": 1, "loan": 1}, "theme": {"circular": 1}}
