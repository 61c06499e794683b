"""The suite put to an engine."""

from typing import Any, NamedTuple

from django.test import override_settings

from cop_blocks.models import TermLabel
from cop_search.facade import SearchQuery, search
from cop_search.maintenance import rebuild
from cop_search.models import Synonym
from tests.search import factories
from tests.search.suite import pages, queries

#: A language, and what is typed.
Asked = tuple[str, str]


class Found(NamedTuple):
    total: int
    pages: frozenset[str]


def make_site() -> None:
    """Two home pages, the pages of the suite below them, other names of a term, and synonyms."""
    home, english = factories.homes()
    factories.vocabulary("theme", {"circular": None})
    names = TermLabel.objects.get(term__code="circular", language="nl")
    names.label, names.alternatives = "Circulaire economie", "Kringloopeconomie"
    names.save()
    Synonym.objects.create(locale=home.locale, site=home.get_site(), words="personeel, medewerkers")
    for parent, texts in ((home, pages.DUTCH), (english, pages.ENGLISH)):
        for name, text in texts.items():
            body = [{"type": "text", "value": text.body}] if text.body else []
            factories.page(
                parent,
                text.title,
                slug=name,
                introduction=text.introduction,
                body=body,
                terms=text.terms,
            )


def expected() -> dict[Asked, Found]:
    return {
        (language, typed): Found(len(names.split()), frozenset(names.split()))
        for language, asked in (("nl", queries.DUTCH), ("en", queries.ENGLISH))
        for typed, names in asked.items()
    }


def answers(site_id: int, engine: str | None = None) -> dict[Asked, Found]:
    """What an engine (dotted path; by default the database's own) finds for each question, after
    it was filled by a rebuild."""
    with override_settings(COP_SEARCH_ENGINE=engine):
        for _progress in rebuild():
            pass
        return answers_now(site_id)


def answers_now(site_id: int) -> dict[Asked, Found]:
    """What is found by whatever answers."""
    return {asked: _answer(*asked, site_id) for asked in expected()}


def _answer(language: str, typed: str, site_id: int) -> Found:
    found: Any = search(SearchQuery(locale=language, q=typed, site_id=site_id, page_size=100))
    return Found(found.total, frozenset(hit.url.strip("/").split("/")[-1] for hit in found.hits))
