"""Lists and counts against an oracle that looks at every page and knows nothing of the index."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from wagtail.models import Page, Site

from cop_search import outbox
from cop_search.facade import search
from tests.search import asking, chances, factories
from tests.search.oracle import kinds, order, states, truth, world
from tests.search.oracle.corpus import Corpus

ORACLE = Path(__file__).parent / "oracle"


@pytest.mark.parametrize("number", range(chances.RUNS))
def test_every_list_and_every_count_is_what_the_oracle_says(db, number):
    corpus = Corpus(chances.SEED + number)
    with kinds.registered():
        corpus.make()
        outbox.work_off()
        known = world.read(kinds.tell)
        facets = ("kind", "state", "year", *corpus.vocabularies)

        def check(asked):
            answer = search(asking.query_of(asked, facets=facets, page_size=100))
            expected = order.in_order(known, truth.found(known, asked), asked)
            assert {hit.title for hit in answer.hits} == {page.title for page in expected}
            assert {hit.page_id for hit in answer.hits} == {page.pk for page in expected}
            assert answer.total == len(answer.hits) == len(expected)
            counted = {name: dict(counts) for name, counts in answer.facets.items()}
            assert counted == truth.counts(known, asked, kinds.KINDS)
            check_cards(known, asked, answer, expected)
            check_other_words(asked, answer)

        sites, pages = ids(Site), ids(Page)
        chances.try_all(
            chances.SEED + number, states.asked(corpus, sites, pages, kinds.KINDS), check
        )


def check_cards(known, asked, answer, expected):
    """The order, and what each card says of its page."""
    pages = {page.pk: page for page in expected}
    if asked.words and asked.sort == "relevance":
        far = [order.distance(known, pages[hit.page_id], asked) for hit in answer.hits]
        assert far == sorted(far)
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


def test_a_corpus_has_pages_of_every_standing(db):
    """What is never in a site is never compared."""
    Corpus(7, size=70).make()
    known = world.read(kinds.tell)
    everything = Page.objects.filter(depth__gt=1)
    assert 20 < len(known.pages) < everything.count() - 20
    assert {page.told.kind for page in known.pages} == set(kinds.KINDS)
    assert {page.locale for page in known.pages} == {"nl", "en"}
    assert {page.site for page in known.pages} == set(ids(Site))
    assert {tree.match for tree in known.trees.values()} == {"exact", "within", "overlap"}
    assert any(tree.merged for tree in known.trees.values())
    assert any(page.expires and page.expires < factories.NOON for page in known.pages)
    assert {truth.state_of(page, factories.NOON) for page in known.pages} == {None, *truth.STATES}
    assert everything.filter(alias_of__isnull=False, live=True).exists()
    assert everything.filter(view_restrictions__isnull=False, live=True, numchild__gt=0).exists()
    assert everything.filter(live=False).exists()
    assert everything.filter(has_unpublished_changes=True, live=True).exists()


def test_the_oracle_imports_nothing_that_finds():
    read = [*sorted(ORACLE.glob("*.py")), ORACLE.parent / "factories.py"]
    imported = {name for path in read for name in imports(path)}
    assert "cop_blocks.models" in imported
    assert [name for name in imported if name.startswith("cop_search")] == []
    ours = {name for name in imported if name.startswith("tests.search")}
    modules = {f"tests.search.oracle.{path.stem}" for path in read} | {"tests.search.factories"}
    assert ours <= modules | {"tests.search"}


def imports(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


def ids(model):
    return list(model.objects.order_by("pk").values_list("pk", flat=True))
