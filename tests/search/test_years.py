"""Dates as a filter: the calendar years in which a page lies, counted like terms."""

import json
from datetime import UTC, date, datetime
from time import monotonic
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cop_blocks import finding
from cop_blocks.checks import check_vocabulary_codes
from cop_blocks.finding import Kind, PageEntry
from cop_blocks.models import TermRow, Vocabulary
from cop_search import outbox
from cop_search.checks import check_words
from cop_search.facade import SearchQuery, hits_of, search
from cop_search.models import Document, DocumentFacet, SearchPage
from cop_search.years import KEPT, forget, known_years, years_of
from tests.hosts.hostpages.models import EventPage
from tests.search import factories
from tests.search.factories import offer, page
from tests.search.reading import get

URL = "/nl/zoeken/"


@pytest.fixture
def gatherings():
    """A host's page type with one moment, and no state."""
    finding.register(
        EventPage,
        kind=Kind("gathering", "Gathering", "Gatherings"),
        entry=lambda event: PageEntry(event.title, event.intro, sort_date=event.begins),
    )
    yield
    finding.unregister(EventPage)


@pytest.fixture
def list_(site, offers, gatherings):
    page(site.home, "Zoeken", model=SearchPage)
    offer(site.home, "Twee", opens_on=date(2025, 11, 1), closes_on=date(2026, 2, 1))
    offer(site.home, "Doorlopend", opens_on=date(2024, 1, 1), terms=["theme.circular"])
    moment = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    page(site.home, "Nieuwjaar", model=EventPage, begins=moment, terms=["theme.circular"])
    outbox.work_off()
    return site


def utc(*parts):
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("opens", "closes", "sort_date", "years"),
    [
        (None, None, None, ()),
        (None, None, utc(2026, 6, 15), ("2026",)),
        # Half past eleven in London is half past twelve in Amsterdam.
        (None, None, utc(2026, 12, 31, 23, 30), ("2027",)),
        (None, None, utc(2026, 12, 31, 22, 59, 59), ("2026",)),
        (None, None, utc(2026, 12, 31, 23), ("2027",)),
        # A session of 31 December without an end time ends at midnight.
        (utc(2026, 12, 31, 13), utc(2026, 12, 31, 23), utc(2026, 12, 31, 23), ("2026",)),
        (utc(2026, 12, 31, 23), utc(2026, 12, 31, 23), None, ("2027",)),
        (utc(2024, 3, 1), utc(2026, 3, 1), utc(2026, 3, 1), ("2024", "2025", "2026")),
        (utc(2024, 3, 1), None, None, ()),
        (None, utc(2026, 3, 1), utc(2026, 3, 1), ("2026",)),
        (utc(2027, 3, 1), utc(2026, 3, 1), utc(2026, 3, 1), ("2026",)),
        (utc(202, 3, 1), utc(2026, 3, 1), None, tuple(map(str, range(2002, 2027)))),
    ],
)
def test_a_page_lies_in_the_years_from_its_beginning_to_its_end(opens, closes, sort_date, years):
    assert years_of(opens, closes, sort_date) == years


def test_years_are_counted_without_their_own_filter_and_with_all_others(list_):
    def counted(**query):
        return search(SearchQuery(locale="nl", facets=("year", "theme"), **query)).facets

    assert counted()["year"] == {"2025": 1, "2026": 1, "2027": 1}
    assert counted(years=("2027",)) == {
        "year": {"2025": 1, "2026": 1, "2027": 1},
        "theme": {"circular": 1},
    }
    assert counted(filters={"theme": ("circular",)})["year"] == {"2027": 1}


def test_several_years_find_what_lies_in_one_of_them(list_, found):
    assert found(years=("2025", "2027")) == ["Nieuwjaar", "Twee"]
    assert found(years=("2027",), kinds=("offer",)) == []
    assert found(years=("1999",)) == []


def test_the_form_offers_years_the_latest_first_and_each_number_holds(list_):
    soup = BeautifulSoup(get(f"{URL}?theme=circular").content, "html.parser")
    fieldset = soup.select_one("#cop-facet-year")
    assert fieldset.legend.text == "Jaar"
    options = [
        (
            each.input["value"],
            each.select_one(".cop-option__count").text,
            each.input.has_attr("disabled"),
        )
        for each in fieldset.select("label")
    ]
    assert options == [("2027", "1", False), ("2026", "0", True), ("2025", "0", True)]
    assert {each.input["form"] for each in fieldset.select("label")} == {"cop-finder-form"}


def test_a_chosen_year_is_a_chip_and_no_page_for_search_engines(list_):
    soup = BeautifulSoup(get(f"{URL}?year=2026&year=2025").content, "html.parser")
    chips = [(chip["aria-label"], chip["href"]) for chip in soup.select(".cop-chip")]
    assert chips == [
        ("Verwijder filter 2026", f"{URL}?year=2025"),
        ("Verwijder filter 2025", f"{URL}?year=2026"),
    ]
    assert [link.text.strip() for link in soup.select(".cop-results a")] == ["Twee"]
    assert "noindex" in soup.select_one("meta[name=robots]")["content"]
    assert {i["value"] for i in soup.select("#cop-facet-year input[checked]")} == {"2025", "2026"}


@pytest.mark.parametrize("year", ["1999", "tweeduizend", "2026x", "%00", "theme"])
def test_a_year_that_is_not_there_is_named_and_left_out(list_, year):
    said = json.loads(get(f"{URL}api/v1/?year={year}").content)
    assert [each["name"] for each in said["ignored"]] in (["year"], [])
    assert (said["query"]["years"], said["total"]) == ([], 4)


def test_the_json_has_the_facet_and_no_term(list_):
    said = json.loads(get(f"{URL}api/v1/?year=2027").content)
    (facet,) = [each for each in said["facets"] if each["name"] == "year"]
    assert [(o["code"], o["label"], o["count"], o["chosen"]) for o in facet["options"]] == [
        ("2027", "2027", 1, True),
        ("2026", "2026", 1, False),
        ("2025", "2025", 1, False),
    ]
    assert (said["query"]["years"], said["query"]["filters"]) == (["2027"], {})
    assert [(hit["title"], list(hit["terms"])) for hit in said["hits"]] == [
        ("Nieuwjaar", ["theme"])
    ]


def test_a_feed_follows_a_year_and_has_no_category_of_it(list_):
    feed = ElementTree.fromstring(get(f"{URL}atom/?year=2027").content)  # noqa: S314
    atom = "{http://www.w3.org/2005/Atom}"
    assert [entry.findtext(f"{atom}title") for entry in feed.iter(f"{atom}entry")] == ["Nieuwjaar"]
    assert [each.get("term") for each in feed.iter(f"{atom}category")] == ["Circular (nl)"]
    assert feed.findtext(f"{atom}title") == "Zoeken – 2027"


def test_no_card_has_a_year_among_its_terms(list_):
    pages = Document.objects.values_list("page_id", flat=True)
    assert {code for hit in hits_of(pages, "nl") for code in hit.terms} == {"theme"}


def test_only_years_of_the_site_language_and_kinds_are_offered(list_):
    home = list_.english
    page(home, "Meeting", model=EventPage, begins=utc(2031, 1, 2))
    outbox.work_off()
    site_id = Document.objects.get(title="Meeting").site_id
    assert known_years("en", site_id, ()) == ("2031",)
    assert known_years("nl", site_id, ()) == ("2027", "2026", "2025")
    assert known_years("nl", None, ("offer", "page")) == ("2026", "2025")
    assert known_years("nl", site_id + 1, ()) == known_years("fr", None, ()) == ()


def test_without_dates_there_is_no_such_filter(site):
    page(site.home, "Zoeken", model=SearchPage)
    outbox.work_off()
    soup = BeautifulSoup(get(URL).content, "html.parser")
    assert soup.select_one("#cop-facet-theme") is not None
    assert soup.select_one("#cop-facet-year") is None


def test_known_years_are_one_statement_however_many_and_then_none(list_):
    for year in range(2000, 2020):
        page(list_.home, f"In {year}", model=EventPage, begins=utc(year, 5, 1))
    outbox.work_off()
    with CaptureQueriesContext(connection) as captured:
        assert len(known_years("nl", None, ())) == 23
        assert len(known_years("nl", None, (), ["2001", "x", "99999"])) == 23
    assert len(captured) == 1


def test_a_year_that_came_since_is_offered_and_asked_for_at_once(list_):
    def years(query):
        said = json.loads(get(f"{URL}api/v1/?{query}").content)
        (facet,) = [each for each in said["facets"] if each["name"] == "year"]
        return [(option["code"], option["count"]) for option in facet["options"]], said["notes"]

    before = [("2027", 1), ("2026", 1), ("2025", 1)]
    assert years("") == (before, [])
    page(list_.home, "Later", model=EventPage, begins=utc(2029, 5, 1))
    assert years("") == ([("2029", 1), *before], [])
    assert known_years("nl", Document.objects.first().site_id, ()) == ("2027", "2026", "2025")
    assert years("year=2029") == ([("2029", 1), *before], [])


def test_what_a_process_knows_of_years_grows_old(list_, monkeypatch):
    assert known_years("nl", None, ()) == ("2027", "2026", "2025")
    DocumentFacet.objects.filter(dimension="year", value="2027").delete()
    assert known_years("nl", None, ()) == ("2027", "2026", "2025")
    monkeypatch.setattr("cop_search.years.monotonic", lambda: monotonic() + KEPT)
    assert known_years("nl", None, ()) == ("2026", "2025")


def test_a_vocabulary_of_that_code_is_no_filter_and_told_of(list_):
    """Made before the code was taken, or past its form."""
    factories.vocabulary("year", {"2027": None, "old": None})
    offer(list_.home, "Anders", terms=["year.old", "theme.circular"])
    outbox.work_off()
    assert not DocumentFacet.objects.filter(dimension="year", value="old").exists()
    counts = search(SearchQuery(locale="nl", facets=("year",))).facets
    assert counts == {"year": {"2025": 1, "2026": 1, "2027": 1}}
    (problem,) = check_vocabulary_codes(["default"])
    assert (problem.id, "“year”" in problem.msg) == ("cop_blocks.W002", True)
    assert check_vocabulary_codes(None) == []
    Vocabulary.objects.filter(code="year").update(code="year-of-birth")
    assert check_vocabulary_codes(["default"]) == []
    assert TermRow.objects.filter(tag__vocabulary__code="year-of-birth").count() == 1


def test_pages_indexed_before_there_were_years_are_told_of_and_get_them_by_a_rebuild(list_):
    """As the version before left them."""
    DocumentFacet.objects.filter(dimension="year").delete()
    Document.objects.update(terms={}, analyzer_version=5)
    assert known_years("nl", None, ()) == ()
    assert [problem.id for problem in check_words(["default"])] == ["cop_search.W003"]
    call_command("cop_search_rebuild", verbosity=0)
    forget()
    assert known_years("nl", None, ()) == ("2027", "2026", "2025")
    assert check_words(["default"]) == []
