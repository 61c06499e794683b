"""The number at an option is what the visitor would get: held against sets made by hand."""

import random
from collections.abc import Iterable

import pytest

from cop_blocks.models import Vocabulary
from cop_blocks.terms.queries import with_terms
from cop_search import outbox
from cop_search.facade import SearchQuery, State, search
from tests.hosts.hostpages.models import OfferPage
from tests.search import factories
from tests.search.factories import NOON, OFFER, REGIONS, SUPPORT, THEMES, offer, page

TREES = {"theme": THEMES, "support": SUPPORT, "region": REGIONS}
WORDS = ("lening", "voucher", "advies", "keten", "scan")


def test_a_facet_leaves_out_its_own_filter_and_heeds_the_others(site):
    page(site.home, "Een", terms=["theme.circular", "support.advice"])
    page(site.home, "Twee", terms=["theme.digitalisation", "support.advice"])
    page(site.home, "Drie", terms=["theme.digitalisation", "support.loan"])
    counts = counted(filters={"theme": ("circular",)}, facets=("theme", "support"))
    assert counts == {
        "theme": {"circular": 1, "digitalisation": 2},
        "support": {"advice": 1},
    }


def test_within_a_broader_term_counts_what_is_narrower_and_each_page_once(site):
    page(site.home, "Beide", terms=["support.subsidy", "support.loan"])
    page(site.home, "Een", terms=["support.loan"])
    page(site.home, "Breed", terms=["support.money"])
    assert counted(facets=("support",)) == {"support": {"money": 3, "loan": 2, "subsidy": 1}}


def test_overlap_counts_what_lies_within_and_what_it_lies_within(site):
    page(site.home, "Landelijk", terms=["region.nl"])
    page(site.home, "Haags", terms=["region.den-haag", "region.haaglanden"])
    page(site.home, "Rijnmond", terms=["region.rijnmond"])
    assert counted(facets=("region",)) == {
        "region": {
            "nl": 3,
            "zuid-holland": 3,
            "haaglanden": 2,
            "delft": 2,
            "den-haag": 2,
            "rijnmond": 2,
            "brabant": 1,
        }
    }


def test_kinds_are_counted_like_any_other_facet(site, offers):
    offer(site.home, "Voucher", terms=["theme.circular"])
    page(site.home, "Contact", terms=["theme.circular"])
    counts = counted(filters={"theme": ("circular",)}, kinds=("offer",), facets=("kind", "theme"))
    assert counts == {"kind": {"offer": 1, "page": 1}, "theme": {"circular": 1}}


def test_a_vocabulary_that_nobody_uses_has_no_counts(site):
    assert counted(facets=("theme", "nonsense")) == {"theme": {}, "nonsense": {}}


@pytest.mark.parametrize("seed", range(5))
def test_counts_equal_sets_made_by_hand(site, offers, seed):
    """100 random states for each seed over a small site; every option of every facet."""
    chance = random.Random(seed)  # noqa: S311
    for number in range(24):
        _random_page(chance, site.home, number)
    outbox.work_off()
    known = BruteForce(list(OfferPage.objects.all()))
    for _ in range(100):
        query = _random_query(chance, exclude_pages=(site.home.pk,))
        answer = search(query)
        assert {hit.page_id for hit in answer.hits} == known.ids(query), query
        assert answer.total == len(known.ids(query))
        assert {name: dict(c) for name, c in answer.facets.items()} == known.counts(query), query


def test_lists_and_search_agree_on_what_a_filter_finds(site, offers):
    chance = random.Random(1)  # noqa: S311
    for number in range(15):
        _random_page(chance, site.home, number)
    outbox.work_off()
    for vocabulary, tree in TREES.items():
        for code in tree:
            query = SearchQuery(locale="nl", filters={vocabulary: (code,)}, page_size=50)
            listed = with_terms(OfferPage.objects.all(), vocabulary, [code])
            assert {hit.page_id for hit in search(query).hits} == {page.pk for page in listed}


class BruteForce:
    """The same questions, answered by looking at every page."""

    def __init__(self, pages: Iterable[OfferPage]) -> None:
        self.pages = list(pages)
        self.matches = dict(Vocabulary.objects.values_list("code", "match"))
        self.terms = {
            page.pk: {(row.tag.vocabulary.code, row.tag.code) for row in page.cop_term_rows.all()}
            for page in self.pages
        }

    def ids(self, query: SearchQuery, *, without: str = "", option: str = "") -> set[int]:
        """``without``: that facet's own filter is replaced by one of its options."""
        filters = {name: codes for name, codes in query.filters.items() if name != without}
        kinds, states = query.kinds, query.states
        if without == "state":
            states = (State(option),)
        elif without == "kind":
            kinds = (option,)
        elif without:
            filters[without] = (option,)
        return {
            page.pk
            for page in self.pages
            if all(word in page.title.lower().split() for word in query.q.split())
            and all(
                self._carries(page, name, codes, only=name in query.only)
                for name, codes in filters.items()
                if codes
            )
            and (not kinds or OFFER.code in kinds)
            and (not states or self._state(page) in states)
        }

    def counts(self, query: SearchQuery) -> dict[str, dict[str, int]]:
        options: dict[str, Iterable[str]] = {
            **TREES,
            "kind": [OFFER.code],
            "state": [state.value for state in State],
        }
        counted = {
            name: {code: len(self.ids(query, without=name, option=code)) for code in options[name]}
            for name in query.facets
        }
        return {
            name: {code: count for code, count in counts.items() if count}
            for name, counts in counted.items()
        }

    def _carries(
        self, page: OfferPage, vocabulary: str, codes: Iterable[str], *, only: bool
    ) -> bool:
        match, tree = self.matches[vocabulary], TREES[vocabulary]
        carried = {code for owner, code in self.terms[page.pk] if owner == vocabulary}
        return any(
            code == asked
            or (match in ("within", "overlap") and asked in _above(tree, code))
            or (match == "overlap" and not only and code in _above(tree, asked))
            for code in carried
            for asked in codes
        )

    def _state(self, page: OfferPage) -> State:
        if page.place == "closed" or (page.closes_on and page.closes_on < NOON.date()):
            return State.CLOSED
        return State.SOON if page.opens_on and page.opens_on > NOON.date() else State.OPEN


def counted(**query):
    outbox.work_off()
    facets = search(SearchQuery(locale="nl", **query)).facets
    return {name: dict(counts) for name, counts in facets.items()}


def _above(tree, code):
    found = []
    while code := tree[code]:
        found.append(code)
    return found


def _random_page(chance, home, number):
    terms = [
        f"{vocabulary}.{code}"
        for vocabulary, tree in TREES.items()
        for code in chance.sample(list(tree), chance.randint(0, 3))
    ]
    offer(
        home,
        " ".join([*chance.sample(WORDS, 3), str(number)]),
        terms=terms,
        opens_on=chance.choice([None, factories.day(-9), factories.day(9)]),
        closes_on=chance.choice([None, factories.day(-3), factories.day(12)]),
        place=chance.choice(["", "", "closed"]),
    )


def _random_query(chance, **others):
    filters = {
        vocabulary: tuple(chance.sample(list(tree), chance.randint(0, 2)))
        for vocabulary, tree in TREES.items()
        if chance.random() < 0.6
    }
    return SearchQuery(
        locale="nl",
        q=chance.choice(["", "", *WORDS]),
        filters=filters,
        kinds=("offer",),
        only=frozenset(chance.choice([(), (), ("region",), ("region", "support")])),
        states=tuple(chance.sample(list(State), chance.choice([0, 0, 1, 2]))),
        facets=("theme", "support", "region", "kind", "state"),
        page_size=50,
        moment=NOON,
        **others,
    )
