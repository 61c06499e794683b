"""Counting what is searched for, without persons."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cop_search.counting import counters
from cop_search.counting.counters import count, forget
from cop_search.counting.token import Searched
from cop_search.models import SearchCount
from tests.search.rules.making import default_site


def rows():
    return list(
        SearchCount.objects.order_by("-number", "text").values_list(
            "text", "number", "without_results"
        )
    )


def searched(text="subsidie", key="k", site_id=1, language="nl", without=False):
    return Searched(site_id, language, key, text, without)


def test_looking_at_a_page_writes_nothing(results):
    with CaptureQueriesContext(connection) as caught:
        assert results("subsidie") is not None

    written = [
        each["sql"] for each in caught if not each["sql"].startswith(("SELECT", "(SELECT", "WITH"))
    ]
    assert (written, SearchCount.objects.count()) == ([], 0)


def test_a_page_that_was_shown_is_counted_for_its_day_site_and_language(search):
    assert search("subsidie") == 204

    row = SearchCount.objects.get()
    assert (row.day, row.site_id, row.locale) == (
        timezone.localdate(),
        default_site().pk,
        "nl",
    )
    assert (row.number, row.without_results, row.text) == (1, 0, "")


def test_the_words_are_kept_from_the_third_visitor_on(search):
    for expected in ("", "", "zzp’er, leiden", "zzp’er, leiden"):
        search("  Zzp’er,  LEIDEN! ")
        assert SearchCount.objects.get().text == expected


def test_from_which_visitor_on_is_a_setting(search, settings):
    settings.COP_SEARCH_COUNT_TEXT_FROM = 1
    search("zon")

    assert rows() == [("zon", 1, 0)]


def test_signs_and_accents_are_one_question_and_other_words_another(search):
    for q in ("café", "Cafe!", "subsidie", "subsidie zon", "zon subsidie"):
        search(q)

    assert sorted(number for _text, number, _without in rows()) == [1, 1, 1, 2]


def test_what_found_nothing_is_told_apart(search):
    search("onvindbaar")
    search("subsidie")

    assert sorted(rows()) == [("", 1, 0), ("", 1, 1)]


def test_nothing_found_under_a_filter_says_nothing_of_the_words(search):
    search("subsidie", theme="digitalisation")

    assert rows() == [("", 1, 0)]


def test_only_the_first_page_of_what_words_find_counts(results):
    assert results("") is None
    assert results("…") is None
    assert results("subsidie", page="2") is None
    assert results("subsidie", page="1") is not None


def test_it_can_be_switched_off(results, post, settings):
    token = results("subsidie")["data-cop-searched"]
    settings.COP_SEARCH_COUNTS = False

    assert results("subsidie") is None
    assert (post(token), rows()) == (204, [])


@pytest.mark.parametrize(
    "q",
    [
        "jan@example.org",
        "06 12345678",
        "+31 (0)6-1234.5678",
        "bsn 123456782",
        "kvk 12345678",
        "12.34.56.78",
        "NL91ABNA0417164300",
        "2511 bt 12",
        "12-03-1980",
    ],
)
def test_what_looks_personal_is_counted_and_never_kept_in_words(search, q):
    for _visitor in range(4):
        search(q)

    assert [row[:2] for row in rows()] == [("", 4)]


@pytest.mark.parametrize("q", ["mkb-bedrijf", "rvo.nl", "2026-09", "C++", "€ 10.000", "top 100"])
def test_what_does_not_is_kept(search, q):
    for _visitor in range(3):
        search(q)

    assert [row[1] for row in rows()] == [3]
    assert rows()[0][0] != ""


def test_a_long_question_is_cut(search):
    for _visitor in range(3):
        search("woord " * 60)

    ((text, number, _without),) = rows()
    assert (len(text), number) == (80, 3)


def test_nothing_of_the_question_stands_in_its_key(search):
    search("subsidie")

    row = SearchCount.objects.get()
    assert len(row.key) == 64
    assert "subsidie" not in repr(row.__dict__)


def test_another_secret_gives_another_key(search, settings):
    search("subsidie")
    settings.SECRET_KEY = "another"  # noqa: S105
    search("subsidie")

    assert [row[1] for row in rows()] == [1, 1]


def test_days_add_up_for_the_third_visitor(db):
    for day in (1, 2, 3):
        count(searched(), date(2026, 3, day))

    found = SearchCount.objects.order_by("day").values_list("text", "number")
    assert list(found) == [("subsidie", 1)] * 3


def test_counts_do_not_reach_another_site_or_language(db):
    for site_id, language in ((1, "nl"), (2, "nl"), (1, "en")):
        count(searched(site_id=site_id, language=language), date(2026, 3, 1))

    assert rows() == [("", 1, 0)] * 3


def test_rows_of_a_day_are_bounded(db, monkeypatch):
    monkeypatch.setattr(counters, "MAX_ROWS_A_DAY", 3)
    for number in range(10):
        count(searched(f"woord{number}", f"k{number}", without=True), date(2026, 3, 1))
    count(searched("woord0", "k0"), date(2026, 3, 1))

    assert rows() == [("", 7, 7), ("", 2, 1), ("", 1, 1), ("", 1, 1)]
    assert SearchCount.objects.get(number=7).key == ""


def test_who_makes_the_row_second_adds_to_it(db, monkeypatch):
    """Between looking and making somebody else made it."""
    day = date(2026, 3, 1)
    add, asked = counters._add, []

    def late(*args):
        asked.append(args)
        if len(asked) == 1:
            SearchCount.objects.create(day=day, site_id=1, locale="nl", key="k", number=1)
            return False
        return add(*args)

    monkeypatch.setattr(counters, "_add", late)
    count(searched(), day)

    assert rows() == [("", 2, 0)]


def test_a_question_known_today_takes_two_statements(db, django_assert_num_queries):
    for _visitor in range(3):
        count(searched(), date(2026, 3, 1))
    with django_assert_num_queries(2):
        count(searched(), date(2026, 3, 1))


def test_old_days_are_forgotten_by_the_first_of_a_day_and_by_the_command(db, settings):
    settings.COP_SEARCH_COUNT_DAYS = 30
    today = timezone.localdate()
    for age in (0, 30, 31, 400):
        SearchCount.objects.create(day=today - timedelta(age), site_id=1, locale="nl", key=str(age))

    assert forget() == 2
    assert SearchCount.objects.count() == 2
    count(searched(), today + timedelta(40))
    assert [row.key for row in SearchCount.objects.all()] == ["k"]
    call_command("cop_search_forget")
    assert SearchCount.objects.count() == 1
    call_command("cop_search_forget", all=True)
    assert SearchCount.objects.count() == 0
