"""A page type of the host's own is found, filtered and kept fresh without a line of its code, and
better with the lines of docs/search.md. Run with the settings of each host that has one."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command

from cop_blocks import finding
from cop_blocks.models import Term, TermRow, Vocabulary
from cop_search.facade import SearchQuery, search

LABELS = [label for label in ("ownhome", "customhome") if apps.is_installed(label)]
DOCS = Path(__file__).resolve().parents[2] / "docs" / "search.md"

pytestmark = pytest.mark.skipif(not LABELS, reason="this host has no page type for it")


@pytest.fixture
def news(home: Any, django_capture_on_commit_callbacks: Any) -> Any:
    """A published page of the host's type, in a theme."""
    with django_capture_on_commit_callbacks(execute=True):
        themes = Vocabulary.objects.create(code="theme")
        theme = Term.objects.create(
            vocabulary=themes, code="birds", name="theme.birds", slug="birds"
        )
        page = apps.get_model(LABELS[0], "NewsPage")(
            title="Quail farmers meet",
            author="Winterbottom",
            summary="A day in spring.",
            intro="<p>With <b>break</b>fast.</p>",
            body=[
                ("paragraph", "<p>Incubators &amp; feed</p>"),
                ("steps", [{"title": "Register", "text": "<p>By postcard</p>"}]),
                ("html", "<script>tracker()</script><p>Parking</p>"),
            ],
        )
        page.cop_term_rows = [TermRow(tag=theme)]
        home.add_child(instance=page)
    return page


@pytest.fixture
def found(home: Any) -> Any:
    def ask(q: str = "", **query: Any) -> list[tuple[str, str]]:
        asked = SearchQuery(locale=home.locale.language_code, q=q, **query)
        return [(hit.title, hit.kind) for hit in search(asked).hits]

    return ask


@pytest.fixture
def documented() -> Iterator[None]:
    """The lines of the documentation, as the host's app would have them in ``ready()``."""
    section = DOCS.read_text().split("### Your own page types")[1]
    lines = re.search(r"```python\n(.*?)```", section, re.DOTALL)
    assert lines is not None
    model = apps.get_model(LABELS[0], "NewsPage")
    exec(lines.group(1), {"NewsPage": model})  # noqa: S102
    yield
    finding.unregister(model)


HIT = ("Quail farmers meet", "page")


def test_a_page_is_found_by_all_that_it_says(news: Any, found: Any) -> None:
    said = ("quail", "breakfast", "incubators feed", "register postcard", "parking")
    assert {q: found(q) for q in said} == {q: [HIT] for q in said}
    unsaid = ("tracker", "winterbottom")
    assert {q: found(q) for q in unsaid} == {q: [] for q in unsaid}


def test_a_page_is_filtered_and_counted_by_its_terms(news: Any, found: Any, home: Any) -> None:
    assert found("quail", filters={"theme": ("birds",)}) == [HIT]
    assert found("quail", filters={"theme": ("other",)}) == []
    asked = SearchQuery(locale=home.locale.language_code, q="quail", facets=("theme",))
    answer = search(asked)
    assert (answer.facets, answer.hits[0].url) == ({"theme": {"birds": 1}}, news.get_url())


def test_a_page_is_kept_fresh(
    news: Any, found: Any, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        news.body = [("paragraph", "<p>Ostriches</p>")]
        news.cop_term_rows = []
        news.save_revision().publish()
    assert (found("ostriches"), found("incubators")) == ([HIT], [])
    assert found("quail", filters={"theme": ("birds",)}) == []
    with django_capture_on_commit_callbacks(execute=True):
        news.unpublish()
    assert found("quail") == []


def test_the_lines_of_the_documentation_say_more(news: Any, found: Any, documented: None) -> None:
    call_command("cop_search_rebuild", verbosity=0)
    hit = ("Quail farmers meet", "news")
    assert found("winterbottom") == found("spring") == found(kinds=("news",)) == [hit]
