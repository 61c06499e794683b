"""What a filter finds, and the order of a tree; one query for all terms."""

import pytest

from cop_blocks.models import Term
from cop_blocks.terms.queries import with_terms
from cop_blocks.terms.tree import TREE_FIELDS, TermTree, tree_rows
from tests.blocks.terms.factories import note, term, vocabulary
from tests.hosts.hostpages.models import NotePage


@pytest.fixture
def region(db):
    """nl > zuid-holland > (rijnmond > rotterdam, haaglanden), and utrecht in nl."""
    made = vocabulary("region", is_hierarchical=True, match="overlap")
    country = term(made, "nl")
    province = term(made, "zuid-holland", broader=country)
    rijnmond = term(made, "rijnmond", broader=province)
    term(made, "haaglanden", broader=province)
    term(made, "rotterdam", broader=rijnmond)
    term(made, "utrecht", broader=country)
    return made


@pytest.mark.parametrize(
    ("match", "found"),
    [
        ("exact", {"rijnmond"}),
        ("within", {"rijnmond", "rotterdam"}),
        ("overlap", {"rijnmond", "rotterdam", "zuid-holland", "nl"}),
    ],
)
def test_a_filter_finds_what_the_match_of_its_vocabulary_says(region, match, found):
    region.match = match
    region.save()

    assert TermTree.load().expand("region", ["rijnmond"]) == found


def test_a_filter_by_two_terms_finds_what_either_finds(region):
    tree = TermTree.load()

    assert tree.expand("region", ["haaglanden", "utrecht"]) == {
        "haaglanden",
        "zuid-holland",
        "nl",
        "utrecht",
    }


def test_what_is_read_is_what_the_models_say(region):
    region.page_types, region.is_facet = ["hostpages.notepage"], False
    region.save()
    utrecht = Term.objects.get(code="utrecht")
    term(region, "sticht", is_retired=True, is_merged=True, successor=utrecht)
    term(vocabulary("theme"), "circular", palette="moss", mark="leaf")

    tree = TermTree.load()

    assert tree == TermTree.of(tree_rows().values_list(*TREE_FIELDS))
    assert tree.vocabularies["region"].page_types == ("hostpages.notepage",)
    assert tree.vocabularies["region"].is_facet is False
    assert tree.vocabularies["region"].terms["sticht"].is_retired is True


def test_unknown_codes_and_vocabularies_find_nothing(region):
    tree = TermTree.load()

    assert tree.expand("region", ["atlantis", ""]) == set()
    assert tree.expand("nonsense", ["nl"]) == set()


def test_a_merged_term_finds_what_its_successor_finds(region):
    utrecht = Term.objects.get(code="utrecht")
    term(region, "sticht", is_retired=True, is_merged=True, successor=utrecht)

    assert TermTree.load().expand("region", ["sticht"]) == {"utrecht", "nl"}


def test_everything_is_loaded_in_one_query(region, django_assert_num_queries):
    for number in range(5):
        term(vocabulary(f"vocabulary-{number}"), "term")

    with django_assert_num_queries(1):
        tree = TermTree.load()
        tree.expand("region", ["nl"])
        tree.pks("region", ["nl"])


def test_a_tree_is_read_from_top_to_bottom(region):
    assert TermTree.load().vocabularies["region"].in_order() == [
        ("nl", 0),
        ("zuid-holland", 1),
        ("rijnmond", 2),
        ("rotterdam", 3),
        ("haaglanden", 2),
        ("utrecht", 1),
    ]


def test_terms_that_lie_within_each_other_end_and_lose_no_term(region):
    country, rotterdam = Term.objects.get(code="nl"), Term.objects.get(code="rotterdam")
    country.broader = rotterdam
    country.save()

    tree = TermTree.load().vocabularies["region"]

    assert {code for code, _ in tree.in_order()} == set(tree.terms)
    assert tree.ancestors("nl") == ["rotterdam", "rijnmond", "zuid-holland"]
    assert "nl" not in tree.descendants("nl")


def test_pages_are_found_by_their_terms(home, region):
    national = note(Term.objects.get(code="nl"), title="national", slug="national")
    local = note(Term.objects.get(code="rotterdam"), title="local", slug="local")
    note(Term.objects.get(code="utrecht"), title="elsewhere", slug="elsewhere")

    pages = with_terms(NotePage.objects.all(), "region", ["rijnmond"]).order_by("title")

    assert list(pages) == [local, national]


def test_pages_without_a_filter_are_all_and_with_an_unknown_one_none(home, region):
    page = note(Term.objects.get(code="nl"))

    assert list(with_terms(NotePage.objects.all(), "region", [])) == [page]
    assert list(with_terms(NotePage.objects.all(), "region", ["atlantis"])) == []


def test_a_page_with_two_found_terms_is_found_once(home, region):
    page = note(Term.objects.get(code="nl"), Term.objects.get(code="rotterdam"))

    assert list(with_terms(NotePage.objects.all(), "region", ["nl"])) == [page]


def test_finding_pages_takes_two_queries_or_one_with_a_tree(
    home, region, django_assert_num_queries
):
    note(Term.objects.get(code="nl"))
    tree = TermTree.load()

    with django_assert_num_queries(2):
        list(with_terms(NotePage.objects.all(), "region", ["nl"]))
    with django_assert_num_queries(1):
        list(with_terms(NotePage.objects.all(), "region", ["nl"], tree=tree))
