"""The report on what visitors search for."""

import csv
from datetime import date, timedelta
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Site

from cop_search.models import BestBet, SearchCount, Synonym
from tests.rights import client_of, page_of, person, words
from tests.search.factories import locale
from tests.search.rules.making import default_site

MONDAY = date(2026, 11, 23)
ADD = ("view", "add")


@pytest.fixture
def reader(site):
    return client_of(person("Ed", models={SearchCount: ("view",), BestBet: ADD, Synonym: ADD}))


@pytest.fixture
def report(reader):
    def ask(query="", client=reader):
        return page_of(client.get(reverse("cop_search_searches") + query))

    return ask


def counted(text, number, without=0, day=MONDAY, language="nl", site_id=None, key=None):
    return SearchCount.objects.create(
        day=day,
        site_id=site_id or default_site().pk,
        locale=language,
        key=key or text or "hidden",
        text=text,
        number=number,
        without_results=without,
    )


def questions(screen):
    """Words, times and times without results of each row."""
    rows = screen.select("table.listing tbody tr:has(.title-wrapper)")
    return [
        (words(row.select_one(".title-wrapper")), *(words(cell) for cell in row.select("td")[1:3]))
        for row in rows
    ]


def test_questions_are_added_up_the_most_asked_first(site, report):
    counted("subsidie", 3)
    counted("subsidie", 4, 1, day=MONDAY + timedelta(days=1))
    counted("krediet", 5, 5)

    assert questions(report()) == [("subsidie", "7", "1"), ("krediet", "5", "5")]


def test_what_few_asked_is_in_the_numbers_by_week_only(site, report):
    counted("subsidie", 3)
    counted("", 2, 2)
    counted("krediet", 1, day=MONDAY - timedelta(days=1))

    screen = report()

    assert questions(screen) == [("subsidie", "3", "0"), ("krediet", "1", "0")]
    weeks = [[words(td) for td in row.select("td")] for row in screen.select(".cop-weeks tbody tr")]
    assert weeks == [["5", "2"], ["1", "0"]]


def test_a_week_a_language_and_what_found_nothing_are_chosen(site, report):
    counted("subsidie", 3)
    counted("krediet", 2, 2, day=MONDAY - timedelta(days=7))
    counted("loan", 4, 1, language="en")

    assert questions(report("?week=2026-11-16")) == [("krediet", "2", "2")]
    assert questions(report("?locale=en")) == [("loan", "4", "1")]
    assert questions(report("?found=no")) == [("krediet", "2", "2"), ("loan", "4", "1")]
    assert questions(report("?q=sub")) == [("subsidie", "3", "0")]
    link = report("?found=no").select(".cop-weeks a")[1]["href"]
    assert questions(report(link.partition("/cop-searches/")[2])) == [("krediet", "2", "2")]


def test_sites_are_told_apart_where_there_are_more(site, report):
    assert report().select_one("[name=site_id]") is None
    other = Site.objects.create(hostname="elders.example", root_page=site.english)
    counted("subsidie", 3)
    counted("subsidie", 5, site_id=other.pk)

    assert questions(report(f"?site_id={other.pk}")) == [("subsidie", "5", "0")]


@pytest.mark.parametrize(
    "query", ["?week=x", "?week=0000-00-00", "?locale=xx", "?site_id=a", "?p=9"]
)
def test_nonsense_is_no_error(site, reader, query):
    counted("subsidie", 3)

    assert reader.get(reverse("cop_search_searches") + query).status_code in (200, 404)


def test_a_rule_is_made_from_a_question(site, report, reader):
    counted("zzp’er & co", 3)

    links = report().select(".cop-question-links a")

    assert [words(link) for link in links] == [
        "Make a best bet : zzp’er & co",
        "Make a synonym : zzp’er & co",
    ]
    form = page_of(reader.get(links[1]["href"]))
    assert form.select_one("[name=words]").text.strip() == "zzp’er & co"
    assert form.select_one("[name=locale] [selected]")["value"] == str(locale("nl").pk)


def test_who_may_not_make_a_rule_gets_no_link(site, report):
    counted("subsidie", 3)
    looker = client_of(person("Lees", models={SearchCount: ("view",)}))

    assert report(client=looker).select(".cop-question-links") == []


def test_an_empty_report_explains_itself(report, settings):
    said = words(report().select_one("main"))
    assert "When visitors search, their words appear here" in said

    settings.COP_SEARCH_COUNTS = False
    assert "Searches are not counted on this site" in words(report().select_one("main"))


def test_it_speaks_dutch(site, report):
    dutch = client_of(person("Roos", models={SearchCount: ("view",)}, language="nl"))

    screen = report(client=dutch)

    assert words(screen.select_one("h1")) == "Waar bezoekers naar zoeken"
    assert "Er is nog niets te vertellen." in words(screen.select_one("main"))


def test_it_is_exported_without_formulas(site, reader):
    counted("=cmd()", 3, 1)
    address = reverse("cop_search_searches")

    text = b"".join(reader.get(f"{address}?export=csv").streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text)))
    book = b"".join(reader.get(f"{address}?export=xlsx").streaming_content)

    assert rows[0] == ["Search words", "Times", "Without results", "Latest", "Language", "Site"]
    assert rows[1][:5] == ["'=cmd()", "3", "1", "2026-11-23", "nl"]
    sheet = openpyxl.load_workbook(BytesIO(book)).active
    assert [cell.value for cell in sheet[2]][:3] == ["=cmd()", 3, 1]
    assert sheet["A2"].data_type == "s"


def test_it_costs_the_same_for_three(site, reader):
    def statements():
        with CaptureQueriesContext(connection) as caught:
            reader.get(reverse("cop_search_searches"))
        return len(caught)

    counted("een", 3)
    statements()
    one = statements()
    counted("twee", 4, language="en")
    counted("drie", 5)

    assert statements() == one


def test_it_is_for_who_may_read_it(site, reader, stranger):
    answer = stranger.get(reverse("cop_search_searches"))
    assert (answer.status_code, answer.url) == (302, "/admin/")
    stays_out = page_of(stranger.get("/admin/reports/site-history/", follow=True))
    assert "cop-searches" not in str(stays_out)
    home = reader.get("/admin/")
    assert b"reports/cop-searches" in home.content
