"""What lies below a page with a finder: a page type of the host that has nothing else of ours."""

from typing import Any

import pytest
from wagtail.models import Page

from cop_search.finder import Finder
from cop_search.finder_page import FinderPageMixin
from tests.hosts.hostpages.models import NotePage
from tests.search.factories import page
from tests.search.reading import get, titles


class _Circular(FinderPageMixin):
    """What a host writes."""

    def finder(self, request: Any) -> Finder:
        return Finder.for_page(request, self, preset={"theme": ("circular",)})


#: A page type with the mixin, made past Django's registry: no other test is to meet it.
ListPage: Any = type.__new__(type(NotePage), "ListPage", (_Circular, NotePage), {})


@pytest.fixture
def listing(site: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A page of that type; for the test the host's notes are such pages."""

    def route(self: Any, request: Any, path: list[str]) -> Any:
        if isinstance(self, ListPage):
            return Page.route(self, request, path)
        self.__class__ = ListPage
        return self.route(request, path)

    monkeypatch.setattr(NotePage, "route", route, raising=False)
    page(site.home, "Circulair", terms=["theme.circular"])
    page(site.home, "Iets anders")
    return page(site.home, "Lijst", model=NotePage)


def test_its_template_has_the_finder(listing: Any) -> None:
    finder = get("/nl/lijst/").context["finder"]
    assert [hit.title for hit in finder.hits] == ["Circulair"]
    assert finder.feed_url == "/nl/lijst/atom/"


def test_its_feed_is_there(listing: Any) -> None:
    assert titles("/nl/lijst/atom/") == ["Circulair"]


def test_its_feed_is_at_the_address_of_its_own_language(site: Any, listing: Any) -> None:
    # Wagtail serves a tree under the prefix of a language that has no tree of its own.
    site.english.delete()
    assert get("/en/lijst/atom/")["Location"] == "/nl/lijst/atom/"


def test_what_lies_nowhere_is_not_found(listing: Any) -> None:
    for path in ("atoms/", "atom/circular/more/", "api/", "api/v2/"):
        assert get(f"/nl/lijst/{path}").status_code == 404


def test_a_finder_of_a_page_without_the_mixin_has_no_addresses(site: Any, rf: Any) -> None:
    finder = Finder.for_page(rf.get("/nl/"), site.home)
    assert (finder.feed_url, finder.feeds) == ("", ())
