"""What stands on the page: each number at an option against the list that the option leads to, and
both against the oracle."""

import re
from dataclasses import dataclass, replace
from types import SimpleNamespace
from urllib.parse import urlencode, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from hypothesis import strategies as st
from wagtail.models import Page, Site

from cop_search import outbox
from cop_search.models import SearchPage
from tests.search import chances, factories
from tests.search.oracle import kinds, states, truth, world
from tests.search.oracle.corpus import Corpus


@pytest.fixture
def seed():
    return chances.SEED


@pytest.fixture
def found(db, seed):
    """A site by chance with a search page, and one that finds offers of one term only."""
    corpus = Corpus(seed)
    with kinds.registered():
        corpus.make()
        known = world.read(kinds.tell)
        home = Site.objects.get(is_default_site=True).root_page
        vocabulary, term = _a_term(known)
        plain = factories.page(home, "Zoeken", model=SearchPage)
        preset = factories.page(
            home,
            "Aanbod",
            model=SearchPage,
            finds_kinds=["offer"],
            terms=[f"{vocabulary}.{term}"],
        )
        outbox.work_off()
        yield SimpleNamespace(
            corpus=corpus,
            world=known,
            site=Site.objects.get(is_default_site=True).pk,
            pages=[(plain.url, {}), (preset.url, {vocabulary: (term,)})],
        )


def test_each_number_is_what_its_option_leads_to(found, client, seed):
    codes = {
        name: [code for code in tree.broader if code not in tree.merged]
        for name, tree in found.world.trees.items()
    }
    offered = SimpleNamespace(words=found.corpus.words, vocabularies=codes)
    asked = states.asked(offered, [found.site], [0], kinds.KINDS)

    def check(drawn):
        state, (path, preset), chance = drawn
        state = _for_page(state, found.site, preset, found.world)
        shown = read(client, path, state, preset)
        assert shown.total == len(truth.found(found.world, state))
        counted = truth.counts(found.world, state, kinds.KINDS)
        for (name, code), count in shown.counts.items():
            assert count == counted.get(name, {}).get(code, 0), (name, code)
        leading = sorted(option for option, count in shown.counts.items() if count)
        if leading:
            name, code = chance.choice(leading)
            then = choosing(state, name, code)
            led = read(client, path, then, preset)
            assert led.total == shown.counts[name, code]
            listed = set(led.addresses)
            for number in range(2, -(-led.total // 20) + 1):
                listed |= set(read(client, path, then, preset, page=number).addresses)
            pages = Page.objects.in_bulk([page.pk for page in truth.found(found.world, then)])
            assert listed == {urlsplit(page.url).path for page in pages.values()}

    drawn = st.tuples(asked, st.sampled_from(found.pages), st.randoms(use_true_random=False))
    chances.try_all(seed, drawn, check, examples=max(12, chances.EXAMPLES // 50))


@dataclass
class Shown:
    total: int
    #: Parameter and code of each option -> its number.
    counts: dict[tuple[str, str], int]
    addresses: list[str]


def read(client, path, asked, preset, **others):
    """The page as a visitor has it before them."""
    pairs = [
        *[("q", " ".join(asked.words))],
        *[(name, code) for name, codes in asked.filters.items() for code in codes],
        *[("kind", kind) for kind in asked.kinds],
        *[("state", state) for state in asked.states],
        *[("year", year) for year in asked.years],
        *[("from", asked.since or ""), ("to", asked.until or "")],
        *[("only", vocabulary) for vocabulary in asked.only],
        *[("sort", asked.sort), *others.items()],
    ]
    pairs = [pair for pair in pairs if pair[0] not in preset]
    response = client.get(path, QUERY_STRING=urlencode(pairs))
    assert response.status_code == 200
    soup = BeautifulSoup(response.content, "html.parser")
    total = re.search(r"\d+", soup.select_one(".cop-finder__count strong").text)
    options = soup.select("label:has(.cop-option__count)")
    return Shown(
        int(total.group()) if total else 0,
        {
            (option.input["name"], option.input["value"]): int(
                option.select_one(".cop-option__count").text
            )
            for option in options
        },
        [hit.select_one("a[href]")["href"] for hit in soup.select(".cop-results > li")],
    )


def choosing(asked, name, code):
    if name == "kind":
        return replace(asked, kinds=(code,))
    if name == "state":
        return replace(asked, states=(code,))
    if name == "year":
        return replace(asked, years=(code,))
    return replace(asked, filters={**asked.filters, name: (code,)})


def _for_page(asked, site, preset, world):
    """The state as that page has it: its language and site, today, and what is preset; terms and
    years that it does not know are left out. "Only within" says something of what is chosen, and
    nothing where nothing is."""
    chosen = {
        name: known
        for name, codes in asked.filters.items()
        if (known := tuple(code for code in codes if code != "unknown")) and name not in preset
    }
    there = [
        page
        for page in world.pages
        if (page.locale, page.site) == ("nl", site) and (page.told.kind == "offer" or not preset)
    ]
    years = {year for page in there for year in truth.years_of(page)}
    return replace(
        asked,
        locale="nl",
        site=site,
        moment=timezone.now(),
        exclude=(),
        only=tuple(code for code in asked.only if code in chosen),
        kinds=("offer",) if preset else asked.kinds,
        years=tuple(year for year in asked.years if year in years),
        filters={**chosen, **preset},
    )


def _a_term(known):
    """One that several offers carry, of a vocabulary that is a tree."""
    return max(
        (
            (vocabulary, code)
            for vocabulary, tree in known.trees.items()
            if tree.match == "within"
            for code in tree.broader
            if code not in tree.merged
        ),
        key=lambda term: sum(
            term[1] in page.terms.get(term[0], ()) and page.locale == "nl" for page in known.pages
        ),
    )
