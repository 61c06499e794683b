"""The one form: what an address says, what is shown, what is left out and told."""

import pytest
from django.http import QueryDict
from django.utils import translation

from cop_blocks.models import Term, Vocabulary
from cop_search import outbox
from cop_search.facade import Sort
from cop_search.facets import Option
from cop_search.finder import Finder
from tests.search import factories
from tests.search.factories import offer, page


@pytest.fixture
def finder(site):
    """A finder for an address, after all that waits is indexed."""

    def make(query="", **options):
        outbox.work_off()
        options.setdefault("language", "nl")
        return Finder(QueryDict(query), path="/nl/zoeken/", **options)

    with translation.override("en"):
        yield make


def titles(finder):
    return [hit.title for hit in finder.hits]


def test_an_address_carries_everything(site, offers, finder):
    offer(site.home, "Voucher nu", terms=["theme.circular", "region.delft"])
    address = (
        "q=voucher&kind=offer&theme=digitalisation&theme=circular&region=haaglanden&state=open"
        "&from=2026-06-01&to=2026-06-30&sort=newest"
    )
    found = finder(address)
    assert titles(found) == ["Voucher nu"]
    assert found.sort == Sort.NEWEST
    assert found.url(found.asked) == f"/nl/zoeken/?{address}"
    assert found.filter_count == 7
    assert found.notes == []


def test_options_have_labels_counts_and_depth_in_their_order(site, finder):
    page(site.home, "Een", terms=["support.loan"])
    page(site.home, "Twee", terms=["support.loan", "support.subsidy"])
    found = finder("support=loan")
    (support,) = [facet for facet in found.facets if facet.name == "support"]
    assert support.label == "support (nl)"
    assert support.options == (
        Option("money", "Money (nl)", 0, 2, False),
        Option("subsidy", "Subsidy (nl)", 1, 1, False),
        Option("loan", "Loan (nl)", 1, 2, True),
        Option("advice", "Advice (nl)", 0, 0, False),
    )


def test_a_chosen_option_stays_at_zero(site, finder):
    page(site.home, "Een", terms=["theme.circular"])
    found = finder("theme=human-capital&q=een")
    assert titles(found) == []
    (theme,) = [facet for facet in found.facets if facet.name == "theme"]
    assert theme.options == (
        Option("digitalisation", "Digitalisation (nl)", 0, 0, False),
        Option("circular", "Circular (nl)", 0, 1, False),
        Option("human-capital", "Human-Capital (nl)", 0, 0, True),
    )


def test_what_is_preset_holds_and_is_no_filter(site, offers, finder):
    offer(site.home, "Een", terms=["theme.circular"])
    offer(site.home, "Twee", terms=["theme.digitalisation"])
    page(site.home, "Drie", terms=["theme.circular"])
    found = finder("theme=digitalisation", kinds=("offer",), preset={"theme": ("circular",)})
    assert titles(found) == ["Een"]
    assert [facet.name for facet in found.facets] == ["support", "region", "state"]
    assert found.chips == []
    assert found.is_plain


def test_several_kinds_are_a_filter_of_their_own(site, offers, finder):
    offer(site.home, "Een")
    found = finder("kind=offer")
    kind = found.facets[0]
    assert (kind.name, kind.chosen) == ("kind", (Option("offer", "Offers", 0, 1, True),))
    assert kind.options[-1] == Option("page", "Other pages", 0, 1, False)


def test_a_vocabulary_is_a_filter_without_a_deploy_and_only_where_it_serves(site, offers, finder):
    factories.vocabulary("level", {"local": None}, page_types=["hostpages.notepage"], sort_order=9)
    factories.vocabulary("stage", {"start": None}, page_types=["hostpages.offerpage"], sort_order=9)
    factories.vocabulary("audience", {"all": None}, is_facet=False)
    factories.vocabulary("empty", {})
    factories.vocabulary("page", {"first": None})
    found = [facet.name for facet in finder(kinds=("offer",)).facets]
    assert found == ["theme", "support", "region", "stage", "state"]


def test_a_retired_term_is_offered_only_to_who_has_it_in_the_address(site, finder):
    Term.objects.filter(name="theme.circular").update(is_retired=True)

    def offered(query):
        (theme,) = [facet for facet in finder(query).facets if facet.name == "theme"]
        return [option.code for option in theme.options]

    assert offered("") == ["digitalisation", "human-capital"]
    assert offered("theme=circular") == ["digitalisation", "circular", "human-capital"]


def test_the_address_of_a_merged_term_finds_what_it_was_merged_into(site, finder):
    page(site.home, "Een", terms=["theme.circular"])
    Term.objects.filter(name="theme.human-capital").update(
        is_retired=True, is_merged=True, successor=factories.term("theme.circular")
    )
    found = finder("theme=human-capital")
    assert titles(found) == ["Een"]
    assert [chip.label for chip in found.chips] == ["Circular (nl)"]


def test_chips_lead_to_the_same_without_one(site, offers, finder):
    found = finder("q=een&theme=digitalisation&theme=circular&state=open&from=2026-06-01&page=3")
    assert [(chip.group, chip.label, chip.remove_url) for chip in found.chips] == [
        (
            "theme (nl)",
            "Digitalisation (nl)",
            "/nl/zoeken/?q=een&theme=circular&state=open&from=2026-06-01",
        ),
        (
            "theme (nl)",
            "Circular (nl)",
            "/nl/zoeken/?q=een&theme=digitalisation&state=open&from=2026-06-01",
        ),
        (
            "State",
            "Open or running",
            "/nl/zoeken/?q=een&theme=digitalisation&theme=circular&from=2026-06-01",
        ),
        (
            "From",
            "June 1, 2026",
            "/nl/zoeken/?q=een&theme=digitalisation&theme=circular&state=open",
        ),
    ]
    assert found.clear_url == "/nl/zoeken/?q=een"


def test_what_is_unknown_is_told_and_left_out(site, offers, finder):
    page(site.home, "Een", terms=["theme.circular"])
    found = finder("theme=blue&theme=circular&kind=car&sort=worst&from=yesterday&page=x&utm=1")
    assert titles(found) == ["Een"]
    assert sorted(found.notes) == sorted(
        f"“{value}” is not known under “{name}”, so it was left out."
        for value, name in [
            ("blue", "theme (nl)"),
            ("car", "Kind"),
            ("worst", "Sort by"),
            ("yesterday", "From"),
            ("x", "Page"),
        ]
    )
    assert found.url(found.asked) == "/nl/zoeken/?theme=circular"


def test_no_more_than_five_notes_on_what_is_unknown(site, finder):
    found = finder("&".join(f"theme=t{number}" for number in range(300)))
    assert len(found.notes) == 5


def test_a_page_beyond_the_end_shows_the_last_and_says_so(site, finder):
    for number in range(3):
        page(site.home, f"Regeling {number}")
    found = finder("q=regeling&page=9", page_size=2)
    assert titles(found) == ["Regeling 2"]
    assert found.notes == ["There is no page 9. This is the last one, page 2."]
    assert found.pagination.previous_url == "/nl/zoeken/?q=regeling"
    assert found.pagination.next_url == ""


def test_pagination_shows_the_ends_and_the_neighbours(site, finder):
    for number in range(9):
        page(site.home, f"Regeling {number}")
    pagination = finder("q=regeling&page=5", page_size=1).pagination
    assert [link.number for link in pagination.links] == [1, None, 4, 5, 6, None, 9]
    assert [link.number for link in pagination.links if link.is_current] == [5]
    assert pagination.next_url == "/nl/zoeken/?q=regeling&page=6"
    assert not finder("q=regeling").pagination


def test_best_match_is_the_order_where_words_are_typed(site, finder):
    assert finder("").sort == Sort.TITLE
    assert finder("", sort=Sort.DATE).sort == Sort.DATE
    assert finder("q=een").sort == Sort.RELEVANCE
    assert [code for code, _, _ in finder("").sort_options] == ["date", "title", "newest"]
    assert [current for _, _, current in finder("q=een").sort_options] == [
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("query", "is_plain"),
    [
        ("", True),
        ("page=2", True),
        ("theme=circular", True),
        ("theme=circular&theme=digitalisation", False),
        ("theme=circular&support=loan", False),
        ("support=loan", False),
        ("q=lening", False),
        ("sort=newest", False),
        ("nonsense=1", True),
    ],
)
def test_search_engines_may_list_nothing_filtered_but_a_single_theme(site, finder, query, is_plain):
    assert finder(query).is_plain is is_plain


def test_the_canonical_address_says_what_is_shown_and_nothing_else(site, finder):
    found = finder("utm=1&theme=circular&theme=blue&page=7", root_url="https://voorbeeld.nl")
    assert found.canonical_url == "https://voorbeeld.nl/nl/zoeken/?theme=circular"


def test_nothing_is_asked_before_it_is_looked_at(site, finder, django_assert_num_queries):
    with django_assert_num_queries(0):
        finder = Finder(QueryDict("q=een"), path="/", language="nl")
    # Terms with their names, years, editors' rules, the search; no hits, so no rows, but the words
    # that are known, to propose others.
    with django_assert_num_queries(5):
        assert (finder.total, finder.chips, finder.notes) == (0, [], [])


def test_five_times_the_vocabularies_cost_no_more_statements(site, django_assert_num_queries):
    for number in range(15):
        factories.vocabulary(f"more-{number}", {"a": None, "b": "a"}, match="within")
    page(site.home, "Een", terms=["theme.circular"])
    outbox.work_off()
    finder = Finder(QueryDict("q=een&theme=circular"), path="/", language="nl")
    with django_assert_num_queries(5):
        assert finder.total == 1
        names = {facet.name for facet in finder.facets}
    assert names - {"kind", "state"} == set(Vocabulary.objects.values_list("code", flat=True))


def test_only_from_a_region_is_part_of_the_address(site, finder):
    page(site.home, "Landelijk", terms=["region.nl"])
    page(site.home, "Delfts", terms=["region.delft"])
    assert titles(finder("region=delft")) == ["Delfts", "Landelijk"]
    found = finder("region=delft&only=region")
    assert titles(found) == ["Delfts"]
    assert found.url(found.asked) == "/nl/zoeken/?region=delft&only=region"
    assert found.url(found.asked.without("only", "region")) == "/nl/zoeken/?region=delft"
    assert found.clear_url == "/nl/zoeken/"
    assert [(chip.label, chip.remove_url) for chip in found.chips] == [
        ("Delft (nl)", "/nl/zoeken/"),
        ("Only from this region", "/nl/zoeken/?region=delft"),
    ]


def test_only_is_a_question_where_a_region_is_chosen(site, finder):
    def switch(query):
        (region,) = [facet for facet in finder(query).facets if facet.name == "region"]
        return region.only

    assert switch("") is None
    assert switch("region=delft") is False
    assert switch("region=delft&only=region") is True
    alone = finder("only=region")
    assert (alone.address, alone.is_plain, switch("only=region")) == ("/nl/zoeken/", True, None)


def test_only_is_known_of_vocabularies_that_match_by_overlap(site, finder):
    found = finder("only=support&only=nonsense")
    assert found.query.only == frozenset()
    assert found.notes == [
        "“nonsense” is not known under “Only within”, so it was left out.",
        "“support” is not known under “Only within”, so it was left out.",
    ]


def test_the_nearest_goes_first_where_nobody_chose_an_order(site, finder):
    page(site.home, "A landelijk", terms=["region.nl", "support.loan"])
    page(site.home, "B Delfts", terms=["region.delft", "support.loan"])
    near, by_title = ["B Delfts", "A landelijk"], ["A landelijk", "B Delfts"]
    assert titles(finder("region=delft")) == near
    assert titles(finder("region=delft&sort=title")) == by_title
    assert titles(finder("support=money")) == by_title
    assert [code for code, _, _ in finder("region=delft").sort_options][0] == "relevance"
    assert "relevance" not in [
        code for code, _, _ in finder("region=delft&only=region").sort_options
    ]
