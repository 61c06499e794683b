"""Every state of a list's filters has an Atom feed: the newest of exactly what is found there."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cop_blocks.models import Term
from cop_search.models import SearchPage
from tests.search import factories
from tests.search.factories import offer, page
from tests.search.reading import HOSTILE, feed, get, titles

URL = "/nl/zoeken/atom/"
MAY, JUNE = (datetime(2026, month, 1, 9, tzinfo=UTC) for month in (5, 6))


@pytest.fixture
def search_page(site: Any) -> Any:
    return page(site.home, "Zoeken", model=SearchPage, introduction="Doorzoek alles.")


def published(made: Any, moment: datetime) -> Any:
    with time_machine.travel(moment, tick=False):
        made.save_revision().publish()
    return made


def test_it_holds_what_the_list_finds_the_newest_first(site: Any, search_page: Any) -> None:
    old = page(site.home, "Lening A", terms=["theme.circular", "region.delft"])
    new = page(site.home, "Lening Z", terms=["theme.circular", "region.delft"])
    page(site.home, "Lening elders", terms=["theme.circular", "region.brabant"])
    page(site.home, "Lening digitaal", terms=["theme.digitalisation", "region.delft"])
    page(site.home, "Voucher", terms=["theme.circular", "region.delft"])
    published(new, JUNE)
    published(old, MAY)
    found = titles(f"{URL}?q=lening&theme=circular&region=haaglanden")
    assert found == ["Lening Z", "Lening A"]


def test_its_title_says_the_state_in_words_and_it_leads_to_the_list(
    site: Any, search_page: Any
) -> None:
    read = feed(f"{URL}?q=lening&theme=circular&region=delft").feed
    links = {link.rel: link.href for link in read.links}
    state = "q=lening&theme=circular&region=delft"
    assert read.title == "Zoeken – Circular (nl), Delft (nl), “lening”"
    assert links == {
        "alternate": f"http://localhost/nl/zoeken/?{state}",
        "self": f"http://localhost{URL}?{state}",
    }


def test_a_period_stands_in_the_title(site: Any, search_page: Any, offers: Any) -> None:
    read = feed(f"{URL}?from=2026-05-01").feed
    assert read.title == "Zoeken – Van 1 mei 2026"


def test_without_a_state_it_is_all_that_the_page_finds(site: Any, search_page: Any) -> None:
    page(site.home, "Een", first_published_at=MAY)
    read = feed(URL)
    assert sorted(entry.title for entry in read.entries) == ["Een", "Thuis"]
    assert (read.feed.title, read.feed.subtitle) == ("Zoeken", "Doorzoek alles.")


def test_an_identity_belongs_to_a_state_however_it_is_written(site: Any, search_page: Any) -> None:
    def identity(query: str) -> str:
        return str(feed(f"{URL}?{query}").feed.id)

    one = identity("theme=circular&region=delft")
    assert identity("region=delft&theme=circular&sort=title&page=3&utm_source=mail") == one
    assert identity("theme=circular") != one
    assert identity("") != one


def test_a_merged_term_leads_to_what_it_became(site: Any, search_page: Any) -> None:
    page(site.home, "Circulair", terms=["theme.circular"])
    Term.objects.filter(name="theme.human-capital").update(
        is_retired=True, is_merged=True, successor=factories.term("theme.circular")
    )
    assert titles(f"{URL}?theme=human-capital") == ["Circulair"]


def test_what_is_unknown_is_left_out(site: Any, search_page: Any) -> None:
    page(site.home, "Circulair", terms=["theme.circular"])
    assert titles(f"{URL}?theme=circular&theme=blauw&colour=red") == ["Circulair"]


def test_presets_of_the_page_hold(site: Any, search_page: Any, offers: Any) -> None:
    offer(site.home, "Voucher", terms=["theme.circular"])
    offer(site.home, "Lening")
    page(site.home, "Contact", terms=["theme.circular"])
    search_page.finds_kinds = ["offer"]
    search_page.cop_term_rows = [
        search_page.cop_term_rows.model(tag=factories.term("theme.circular"))
    ]
    search_page.save()
    assert titles(URL) == ["Voucher"]
    assert titles(f"{URL}?kind=page&theme=digitalisation") == ["Voucher"]


def test_the_address_of_one_theme_goes_on_working(site: Any, search_page: Any) -> None:
    page(site.home, "Circulair", terms=["theme.circular"])
    page(site.home, "Iets anders")
    read = feed(f"{URL}circular/")
    assert [entry.title for entry in read.entries] == ["Circulair"]
    assert read.feed.title == "Zoeken – Circular (nl)"
    assert get(f"{URL}blauw/").status_code == 404


def test_nothing_hidden_stands_in_it(site: Any, search_page: Any) -> None:
    private = page(site.home, "Geheim besloten", terms=["theme.circular"])
    page(private, "Geheim daaronder", terms=["theme.circular"])
    page(site.home, "Geheim concept", live=False, terms=["theme.circular"])
    page(
        site.home,
        "Geheim verlopen",
        expire_at=timezone.now() - timezone.timedelta(days=1),
        terms=["theme.circular"],
    )
    page(site.english, "Geheim English", terms=["theme.circular"])
    state = f"{URL}?q=geheim&theme=circular"
    assert "Geheim besloten" in titles(state)
    factories.make_private(private)
    assert titles(state) == []


def test_a_private_list_has_no_public_feed(site: Any, search_page: Any) -> None:
    factories.make_private(search_page)
    answer = get(f"{URL}?theme=circular")
    assert answer.status_code == 302
    assert b"<entry>" not in answer.content


def test_a_draft_has_none(site: Any, search_page: Any) -> None:
    search_page.unpublish()
    assert get(URL).status_code == 404


def test_a_page_of_that_address_goes_before(site: Any, search_page: Any) -> None:
    page(search_page, "Atom", slug="atom")
    assert "<title>Atom" in get(URL).content.decode()


def test_who_has_it_already_gets_304(site: Any, search_page: Any) -> None:
    state = f"{URL}?theme=circular"
    first = get(state)
    again = get(state, **{"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Cache-Control"] == "max-age=300"


def test_what_it_answers_to(site: Any, search_page: Any) -> None:
    client = Client(headers={"host": "localhost"})
    assert client.head(URL).content == b""
    assert client.options(URL)["Allow"] == "GET, HEAD, OPTIONS"
    refused = client.post(URL)
    assert (refused.status_code, refused["Allow"]) == (405, "GET, HEAD, OPTIONS")


def test_without_slashes_at_the_end(site: Any, search_page: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr("wagtail.models.pages.WAGTAIL_APPEND_SLASH", False)
    links = {link.rel: link.href for link in feed("/nl/zoeken/atom/?theme=circular").feed.links}
    assert links == {
        "alternate": "http://localhost/nl/zoeken?theme=circular",
        "self": "http://localhost/nl/zoeken/atom?theme=circular",
    }


def test_under_another_language_it_leads_to_its_own(site: Any, search_page: Any) -> None:
    # Wagtail serves a tree under the prefix of a language that has no tree of its own.
    site.english.delete()
    answer = get("/en/zoeken/atom/?theme=circular")
    assert (answer.status_code, answer["Location"]) == (302, f"{URL}?theme=circular")


@pytest.mark.parametrize("name", ["q", "theme", "region", "kind", "state", "page", "from"])
def test_nothing_that_is_asked_breaks_it(site: Any, search_page: Any, name: str) -> None:
    page(site.home, "Een", terms=["theme.circular"])
    for value in HOSTILE:
        feed(f"{URL}?{name}={value}&{name}={value}")


def test_it_costs_the_same_for_any_state_and_any_number(site: Any, search_page: Any) -> None:
    def cost(state: str) -> int:
        get(f"{URL}?{state}")
        with CaptureQueriesContext(connection) as captured:
            get(f"{URL}?{state}")
        return len(captured)

    page(site.home, "Een", terms=["theme.circular", "region.delft"])
    one = cost("theme=circular")
    for number in range(5):
        page(site.home, f"Een {number}", terms=["theme.circular", "region.delft"])
    assert cost("theme=circular") == one
    assert cost("theme=circular&theme=digitalisation&region=delft") == one
    # Words have rules of the editors.
    assert cost("q=een&theme=circular") == one + 1


def test_the_head_of_the_list_leads_to_the_feed_of_its_state(site: Any, search_page: Any) -> None:
    def links(query: str) -> list[tuple[str, str]]:
        html = get(f"/nl/zoeken/{query}").content.decode()
        found = re.findall(
            r'<link rel="alternate" type="application/atom\+xml" title="([^"]*)" href="([^"]*)">',
            html,
        )
        return [(title, href.replace("&amp;", "&")) for title, href in found]

    assert links("") == [("Wat nieuw is", f"http://localhost{URL}")]
    assert links("?theme=circular&q=lening&sort=title&page=2") == [
        ("Nieuw: Circular (nl), “lening”", f"http://localhost{URL}?q=lening&theme=circular")
    ]
