"""Best bets in the admin."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from cop_search import outbox
from cop_search.models import BestBet
from tests.rights import page_of, words
from tests.search.desk.asking import BETS, address, bet_data, errors, messages
from tests.search.factories import locale, make_private, page
from tests.search.rules.making import best_bet, default_site


def titles(bet):
    return [row.page.title for row in bet.pages.order_by("sort_order")]


def test_pages_are_kept_in_their_order(editor, site):
    first, second = page(site.home, "Loket"), page(site.home, "Subsidies")
    data = bet_data("subsidie", first, second)
    data |= {"pages-0-ORDER": 2, "pages-1-ORDER": 1}

    editor.post(address(BETS, "add"), data)

    made = BestBet.objects.get()
    assert (str(made), made.site, made.locale) == ("subsidie", default_site(), locale("nl"))
    assert titles(made) == ["Subsidies", "Loket"]


def test_a_form_starts_with_what_the_report_asks(editor):
    form = page_of(editor.get(f"{address(BETS, 'add')}?words=geld+lenen&locale={locale('en').pk}"))

    assert form.select_one("[name=words]").text.strip() == "geld lenen"
    assert form.select_one("[name=locale] [selected]").text == "English"


def test_nonsense_in_the_address_is_left_out(editor):
    form = page_of(editor.get(f"{address(BETS, 'add')}?locale=x&site=99999"))

    assert form.select_one("[name=locale] [selected]").text == "Dutch"


def test_words_that_have_a_best_bet_are_refused(editor, site):
    made = page(site.home, "Loket")
    best_bet("geld lenen\nsubsidie", made)

    answer = editor.post(address(BETS, "add"), bet_data("Lenen, geld", made))

    assert errors(page_of(answer)) == [
        "“Lenen, geld” has a best bet already, for “geld lenen”. Add the pages there."
    ]
    english = page(site.english, "Desk")
    editor.post(address(BETS, "add"), bet_data("geld lenen", english, locale=locale("en").pk))
    assert BestBet.objects.count() == 2


def test_its_own_words_are_no_double(editor, site):
    made = page(site.home, "Loket")
    saved = best_bet("subsidie", made)

    row = {"pages-INITIAL_FORMS": 1, "pages-0-id": saved.pages.get().pk}
    editor.post(address(BETS, "edit", saved.pk), bet_data("subsidie\ntoeslag", made, **row))

    saved.refresh_from_db()
    assert (str(saved), titles(saved)) == ("subsidie, toeslag", ["Loket"])


def test_a_page_may_be_taken_away_and_chosen_again_at_once(editor, site):
    made = page(site.home, "Loket")
    saved = best_bet("subsidie", made)
    row = {"pages-INITIAL_FORMS": 1, "pages-0-id": saved.pages.get().pk, "pages-0-DELETE": "on"}

    editor.post(address(BETS, "edit", saved.pk), bet_data("subsidie", made, made, **row))

    assert titles(saved) == ["Loket"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("", "Fill this in."),
        ("…", "“…” holds no word that is searched for. Write another."),
        (
            "Subsidie\nsubsidie!",
            "“subsidie!” and “Subsidie” are the same to the search. Keep one of them.",
        ),
    ],
)
def test_words_that_cannot_be_are_said(editor, site, given, said):
    answer = editor.post(address(BETS, "add"), bet_data(given, page(site.home, "Loket")))

    assert errors(page_of(answer)) == [said]
    assert not BestBet.objects.exists()


def test_a_page_in_another_language_is_refused(editor, site):
    answer = editor.post(address(BETS, "add"), bet_data("subsidie", page(site.english, "Desk")))

    assert errors(page_of(answer)) == [
        "“Desk” is in another language (English). Choose a page in this language: Dutch."
    ]
    assert not BestBet.objects.exists()


def test_a_page_stands_there_once(editor, site):
    made = page(site.home, "Loket")

    answer = editor.post(address(BETS, "add"), bet_data("subsidie", made, made))

    assert "This page is chosen already. Choose another." in errors(page_of(answer))
    assert not BestBet.objects.exists()


def test_it_needs_a_page(editor):
    editor.post(address(BETS, "add"), bet_data("subsidie"))

    assert not BestBet.objects.exists()


def test_pages_that_are_not_shown_are_saved_and_told_with_the_reason(editor, site):
    draft, private, shown = (page(site.home, t) for t in ("Concept", "Besloten", "Loket"))
    other_root = site.home.get_parent().add_child(
        instance=type(site.home)(title="Elders", slug="elders", locale=locale("nl"))
    )
    Site.objects.create(hostname="elders.example", root_page=other_root)
    there = page(other_root, "Daar")
    draft.unpublish()
    make_private(private)
    outbox.work_off()

    data = bet_data("subsidie", draft, private, there, shown, site=default_site().pk)
    said = messages(page_of(editor.post(address(BETS, "add"), data, follow=True)))

    reasons = [
        "“Concept” is not shown at present: it is not published.",
        "“Besloten” is not shown at present: it is private.",
        "“Daar” is not shown at present: it lies on another site.",
    ]
    assert [each for each in said if "not shown" in each] == reasons
    saved = BestBet.objects.get()
    form = page_of(editor.get(address(BETS, "edit", saved.pk)))
    assert [words(each) for each in form.select("#cop-effect .help-block p")] == reasons
    listing = page_of(editor.get(address(BETS, "list")))
    assert [words(each) for each in listing.select(".cop-bet-pages li")] == [
        "Concept (not shown at present: it is not published)",
        "Besloten (not shown at present: it is private)",
        "Daar (not shown at present: it lies on another site)",
        "Loket",
    ]


def test_the_effect_is_shown_and_nothing_is_saved(editor, site):
    loket = page(site.home, "Loket")
    page(site.home, "Subsidie voor zon")
    outbox.work_off()
    data = bet_data("subsidie", loket) | {"cop-effect": "1", "cop-effect-words": ""}

    screen = page_of(editor.post(address(BETS, "add"), data))

    before, after = screen.select(".cop-effect__side")
    assert [words(each) for each in before.select("li")] == ["Subsidie voor zon"]
    assert [words(each) for each in after.select("li")] == ["Loket new", "Subsidie voor zon"]
    assert words(after.select_one(".cop-effect__label")) == "Put first"
    assert not BestBet.objects.exists()


def test_the_effect_says_what_moved(editor, site):
    first, second = page(site.home, "Loket"), page(site.home, "Balie")
    saved = best_bet("subsidie", first, second)
    outbox.work_off()
    data = bet_data("subsidie", second, first) | {"cop-effect": "1"}

    screen = page_of(editor.post(address(BETS, "edit", saved.pk), data))

    after = screen.select(".cop-effect__side")[1]
    assert [words(each) for each in after.select("li")] == ["Balie was 2", "Loket was 1"]
    assert titles(saved) == ["Loket", "Balie"]


def test_the_listing_costs_the_same_for_three(editor, site):
    pages = [page(site.home, f"Pagina {n}") for n in range(3)]
    pages[0].unpublish()
    outbox.work_off()

    def statements():
        with CaptureQueriesContext(connection) as caught:
            editor.get(address(BETS, "list"))
        return len(caught)

    best_bet("een", pages[0])
    statements()
    one = statements()
    best_bet("twee", *pages)
    best_bet("drie", *pages)

    assert statements() == one


def test_the_listing_is_searched_by_words_and_pages(editor, site):
    best_bet("subsidie", page(site.home, "Loket"))
    best_bet("lening", page(site.home, "Bank"))

    def listed(query):
        screen = page_of(editor.get(address(BETS, "list") + query))
        return [words(title) for title in screen.select("td.title .title-wrapper")]

    assert listed("?q=subsidie") == listed("?q=loket") == ["subsidie"]
    assert listed(f"?locale={locale('en').pk}") == []


def test_who_has_no_right_comes_nowhere(stranger, site):
    saved = best_bet("subsidie", page(site.home, "Loket"))
    for name, args in (("list", ()), ("add", ()), ("edit", (saved.pk,)), ("delete", (saved.pk,))):
        answer = stranger.get(address(BETS, name, *args))
        assert (answer.status_code, answer.url) == (302, "/admin/")
