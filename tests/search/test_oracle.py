"""Lists and counts against an oracle that looks at every page and knows nothing of the index."""

import ast
from pathlib import Path

import pytest
from wagtail.models import Page, Site

from cop_search import outbox
from tests.search import chances, factories
from tests.search.oracle import kinds, states, truth, world
from tests.search.oracle.corpus import Corpus
from tests.search.oracle_says import check_answer

ORACLE = Path(__file__).parent / "oracle"


@pytest.mark.parametrize("number", range(chances.RUNS))
def test_every_list_and_every_count_is_what_the_oracle_says(db, number):
    corpus = Corpus(chances.SEED + number)
    with kinds.registered():
        corpus.make()
        outbox.work_off()
        known = world.read(kinds.tell)

        def check(asked):
            check_answer(known, corpus.vocabularies, asked)

        sites, pages = ids(Site), ids(Page)
        chances.try_all(
            chances.SEED + number, states.asked(corpus, sites, pages, kinds.KINDS), check
        )


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
