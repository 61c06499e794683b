"""Best bets: the pages that editors put first for some words."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Site

from cop_search import outbox
from cop_search.facade import SearchQuery, State, search
from cop_search.models import SearchPage
from tests.rights import page_of, words
from tests.search import factories
from tests.search.factories import NOON, make_private, offer, page
from tests.search.rules.making import best_bet, default_site


@pytest.fixture
def bets(here):
    """Titles put first, in order."""
    return lambda q, locale="nl", **query: [hit.title for hit in here(q, locale, **query).best_bets]


def test_the_pages_stand_in_their_order_before_the_list(site, here):
    first, second = page(site.home, "Loket"), page(site.home, "Subsidie zoeken")
    best_bet("subsidie", first, second)

    found = here("subsidie")

    assert [hit.title for hit in found.best_bets] == ["Loket", "Subsidie zoeken"]
    assert ([hit.title for hit in found.hits], found.total) == (["Subsidie zoeken"], 1)


def test_a_question_that_finds_nothing_has_them_too(site, here):
    best_bet("subsidie", page(site.home, "Loket"))

    found = here("Subsidie!")

    assert ([hit.title for hit in found.best_bets], found.total) == (["Loket"], 0)


def test_the_order_of_words_makes_no_difference(site, bets):
    best_bet("geld lenen", page(site.home, "Leningen"))

    assert bets("lenen, geld") == ["Leningen"]


def test_more_or_less_than_the_words_is_another_question(site, bets):
    best_bet("geld lenen", page(site.home, "Leningen"))

    assert bets("geld") == bets("geld lenen delft") == []


def test_within_holds_where_more_is_asked(site, bets):
    best_bet("geld lenen", page(site.home, "Leningen"), within=True)

    assert bets("lenen van geld in delft") == ["Leningen"]
    assert bets("geld") == []


def test_the_question_itself_goes_before_a_part_and_a_longer_part_before_a_shorter(site, bets):
    best_bet("lenen", page(site.home, "Deel"), within=True)
    best_bet("geld lenen", page(site.home, "Langer deel"), within=True)
    best_bet("geld lenen delft", page(site.home, "Geheel"))

    assert bets("geld lenen delft") == ["Geheel", "Langer deel", "Deel"]


def test_each_line_is_a_question(site, bets):
    best_bet("subsidie\ngeld lenen", page(site.home, "Loket"))

    assert bets("subsidie") == bets("geld lenen") == ["Loket"]
    assert bets("subsidie geld") == []


def test_what_nobody_may_find_is_left_out(site, bets):
    draft, private, expired = (page(site.home, f"Pagina {n}") for n in range(3))
    best_bet("subsidie", draft, private, expired)
    assert bets("subsidie") == ["Pagina 0", "Pagina 1", "Pagina 2"]

    draft.unpublish()
    make_private(private)
    expired.expire_at = timezone.now() - timedelta(minutes=1)
    expired.save()

    assert bets("subsidie") == []


def test_a_page_of_another_language_or_site_is_left_out(site, bets):
    root = site.home.get_parent()
    other = root.add_child(instance=type(site.home)(title="Elders", slug="elders"))
    Site.objects.create(hostname="elders.example", root_page=other)
    best_bet("subsidie", page(site.english, "Desk"), page(other, "Daar"), page(site.home, "Hier"))

    assert bets("subsidie") == ["Hier"]


def test_rules_hold_for_their_language_and_site(site, bets):
    made = page(site.home, "Loket")
    other = Site.objects.create(hostname="elders.example", root_page=site.english)
    best_bet("subsidie", made, language="en")
    best_bet("subsidie", made, site=other)

    assert bets("subsidie") == []


def test_filters_hold_for_them_too(site, offers, bets):
    best_bet(
        "geld",
        offer(
            site.home,
            "Kring",
            terms=["theme.circular", "region.delft"],
            opens_on=factories.day(1),
            closes_on=factories.day(9),
        ),
    )
    at = {"moment": NOON}

    assert bets("geld", **at) == ["Kring"]
    assert bets("geld", filters={"theme": ("circular",), "region": ("haaglanden",)}, **at)
    assert bets("geld", filters={"theme": ("digitalisation",)}, **at) == []
    assert bets("geld", filters={"region": ("rijnmond",)}, **at) == []
    assert bets("geld", kinds=("offer",), states=(State.SOON,), **at) == ["Kring"]
    assert bets("geld", kinds=("session",), **at) == []
    assert bets("geld", states=(State.OPEN,), **at) == []
    assert bets("geld", years=("2026", "2030"), **at) == ["Kring"]
    assert bets("geld", years=("2027",), **at) == []
    assert bets("geld", dates=(factories.day(5), factories.day(5)), **at) == ["Kring"]
    assert bets("geld", dates=(factories.day(10), None), **at) == []
    assert bets("geld", dates=(None, factories.day(0)), **at) == []


def test_what_fits_a_filter_is_what_the_list_finds(site, offers, here):
    """The same pages by the rule in Python and by the statement."""
    made = [
        page(site.home, "Geld zonder datum"),
        offer(site.home, "Geld altijd"),
        offer(
            site.home,
            "Geld straks",
            opens_on=factories.day(3),
            closes_on=factories.day(9),
            terms=["region.delft"],
        ),
        offer(site.home, "Geld voorbij", closes_on=factories.day(-3), terms=["region.nl"]),
        offer(site.home, "Geld dicht", place="closed", terms=["theme.circular"]),
    ]
    best_bet("geld", *made)
    states = [
        {},
        {"dates": (factories.day(0), None)},
        {"dates": (None, factories.day(0))},
        {"dates": (factories.day(-9), factories.day(-1))},
        *({"states": (state,)} for state in State),
        {"kinds": ("offer",)},
        {"years": (str(factories.day(3).year),)},
        {"filters": {"region": ("haaglanden",)}},
        {"filters": {"theme": ("circular", "nowhere")}},
        {"exclude_pages": (made[0].pk, made[3].pk)},
    ]
    for state in states:
        found = here("geld", moment=NOON, **state)
        assert {hit.page_id for hit in found.best_bets} == {hit.page_id for hit in found.hits}


def test_the_second_page_has_none(site, here):
    made = [page(site.home, f"Subsidie {n}") for n in range(3)]
    best_bet("subsidie", made[0])

    assert here("subsidie", page=2, page_size=2).best_bets == ()
    assert len(here("subsidie", page=1, page_size=2).best_bets) == 1


def test_no_more_than_five_are_shown(site, bets):
    best_bet("subsidie", *(page(site.home, f"Pagina {n}") for n in range(7)))

    assert bets("subsidie") == [f"Pagina {n}" for n in range(5)]


def test_they_join_the_documents_in_one_statement(site, here, django_assert_num_queries):
    best_bet("subsidie", page(site.home, "Loket"), page(site.home, "Subsidie"))
    here("subsidie")
    query = SearchQuery(locale="nl", q="subsidie", site_id=default_site().pk)

    with django_assert_num_queries(3):
        assert len(search(query).best_bets) == 2


def test_a_deleted_page_takes_its_place_along(site, bets):
    gone, stays = page(site.home, "Weg"), page(site.home, "Blijft")
    best_bet("subsidie", gone, stays)
    gone.delete()

    assert bets("subsidie") == ["Blijft"]


def test_the_results_page_shows_them_above_the_list(site, client):
    made = factories.page(site.home, "Zoeken", model=SearchPage)
    best_bet("subsidie", page(site.home, "Loket"))
    page(site.home, "Subsidie voor zon")
    outbox.work_off()

    shown = page_of(client.get(made.get_url(), {"q": "subsidie"}))

    region = shown.select_one("section.cop-bets")
    assert words(region.select_one("h3")) == "Aanbevolen"
    assert [words(each) for each in region.select("h4")] == ["Loket"]
    assert [words(each) for each in shown.select("#cop-finder-list h3")] == ["Subsidie voor zon"]
    assert page_of(client.get(made.get_url(), {"q": "zon"})).select_one(".cop-bets") is None
