"""The lists of the catalogue: what stands in them, what never does, and what they cost."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cop_blocks.models import Term, TermRow
from cop_events.models import SessionIndexPage, SessionQuestion
from cop_search.models import SearchPage
from tests.catalog import factories
from tests.catalog.test_initiative_page import text_of
from tests.events import factories as events

#: The response of a list may take this many statements, whatever it holds.
MOST = 25


def titles(response) -> list[str]:
    return [hit.title for hit in response.context["finder"].hits]


def count_queries(visit, url: str) -> int:
    visit(url)
    with CaptureQueriesContext(connection) as captured:
        assert visit(url).status_code == 200
    # The first statement looks whether anything waits to be indexed.
    return len(captured) - 1


def test_the_catalogue_lists_the_initiatives_of_its_language(visit, site):
    factories.make_practice(site.practices)
    first = factories.make_initiative(site.catalogue, "Voorbeeld: advies")
    factories.make_initiative(site.catalogue, "Voorbeeld: voucher")
    factories.translated(first, title="Example: advice")

    assert titles(visit(site.catalogue.url)) == ["Voorbeeld: advies", "Voorbeeld: voucher"]
    assert titles(visit(site.catalogue_en.url)) == ["Example: advice"]


def test_a_filter_is_an_address(visit, site):
    factories.make_initiative(site.catalogue, "Digitaal", terms=[site.digital])
    factories.make_initiative(site.catalogue, "Circulair", terms=[site.circular])
    factories.make_initiative(site.catalogue, "Beide", terms=[site.circular, site.digital])

    response = visit(site.catalogue.url, {"theme": "digitalisation"})

    assert titles(response) == ["Beide", "Digitaal"]


def test_the_list_of_good_practices_lists_those(visit, site):
    factories.make_initiative(site.catalogue)
    factories.make_practice(site.practices, "Praktijk")

    assert titles(visit(site.practices.url)) == ["Praktijk"]


def test_a_card_says_five_things(visit, site):
    factories.make_initiative(
        site.catalogue_en,
        "Example: voucher",
        summary="One sentence.",
        providers=["Desk"],
        terms=[
            site.digital,
            factories.make_term("support-type", "voucher", en="Voucher"),
            factories.make_term("region", "haaglanden", en="Haaglanden"),
        ],
        is_rolling=True,
        verified_on=date(2026, 11, 12),
    )

    page = text_of(visit(site.catalogue_en.url))

    assert (
        "Open, no closing date Example: voucher One sentence. Digitalisation Voucher"
        " Desk · Haaglanden · checked on 12 November 2026"
    ) in page


def test_what_was_searched_for_is_marked_on_every_card(visit, site):
    events.session(events.series(site.home), title="Sessie <1>", introduction="Over leningen.")
    factories.make_initiative(site.catalogue, "Lening <i>", summary="Een lening & meer.")
    factories.make_practice(site.practices, "Praktijk", summary="Met een lening begonnen.")
    theme = factories.make_theme(site.themes, site.digital, "Lening voor digitalisering")
    found = factories.make_index(site.home, SearchPage, title="Zoeken")

    html = visit(found.url, {"q": "leningen"}).content.decode()

    cards = [" ".join(card.split()) for card in html.split("<article")[1:]]
    assert len(cards) == 4
    for shown in (
        "Over <mark>leningen</mark>.",
        f'<a href="{theme.url}"><mark>Lening</mark> voor digitalisering</a>',
        "<mark>Lening</mark> &lt;i&gt;</a>",
        "<p>Een <mark>lening</mark> &amp; meer.</p>",
        "<p>Met een <mark>lening</mark> begonnen.</p>",
    ):
        assert [shown in card for card in cards].count(True) == 1, shown


def test_a_card_follows_the_day_without_anything_being_saved(visit, site, monkeypatch):
    today = date.today()
    factories.make_initiative(site.catalogue_en, closes_on=today)
    assert "cop-state--open" in visit(site.catalogue_en.url).content.decode()

    monkeypatch.setattr("cop_catalog.cards.site_today", lambda: today + timedelta(days=1))

    assert "cop-state--closed" in visit(site.catalogue_en.url).content.decode()


def test_nobody_has_checked_an_initiative_until_somebody_says_so(visit, site):
    factories.make_initiative(site.catalogue_en)

    assert "not yet checked" in text_of(visit(site.catalogue_en.url))


def theme_page(site):
    return factories.make_theme(site.themes, site.digital, introduction="Over data.")


def test_a_theme_lists_what_carries_it(visit, site):
    theme = theme_page(site)
    factories.make_initiative(site.catalogue, "Digitaal", terms=[site.digital])
    factories.make_initiative(site.catalogue, "Circulair", terms=[site.circular])
    factories.make_practice(site.practices, "Praktijk", terms=[site.digital])

    lists = visit(theme.url).context["lists"]

    assert [hit.title for hit in lists.initiatives.hits] == ["Digitaal"]
    assert [hit.title for hit in lists.practices.hits] == ["Praktijk"]
    assert lists.sessions.hits == ()


def test_a_theme_shows_the_newest_six_and_where_all_of_them_are(visit, site):
    theme = theme_page(site)
    for number in range(8):
        factories.make_initiative(site.catalogue, f"Digitaal {number}", terms=[site.digital])

    response = visit(theme.url)

    assert len(response.context["lists"].initiatives.hits) == 6
    address = f"{site.catalogue.url}?theme=digitalisation"
    assert f'<a href="{address}">' in response.content.decode()
    assert len(titles(visit(address))) == 8


def test_a_theme_shows_first_what_one_can_turn_to(visit, site):
    theme = theme_page(site)
    for title, fields in (
        ("Open", {}),
        ("Straks", {"opens_on": date(2099, 1, 1)}),
        ("Voorbij", {"closes_on": date(2020, 1, 1)}),
        ("Gestopt", {"state": "withdrawn"}),
    ):
        factories.make_initiative(site.catalogue, title, terms=[site.digital], **fields)

    lists = visit(theme.url).context["lists"]

    shown = [hit.title for hit in lists.initiatives.hits]
    assert [set(shown[:2]), set(shown[2:])] == [{"Open", "Straks"}, {"Voorbij", "Gestopt"}]
    assert lists.initiatives.total == 4


def test_what_is_closed_gives_way_on_a_theme_and_is_counted(visit, site):
    theme = theme_page(site)
    for number in range(6):
        factories.make_initiative(site.catalogue, f"Open {number}", terms=[site.digital])
    factories.make_initiative(site.catalogue, "Dicht", terms=[site.digital], state="closed")

    response = visit(theme.url)

    found = response.context["lists"].initiatives
    assert (len(found.hits), found.total) == (6, 7)
    assert "Dicht" not in response.content.decode()
    assert "Alle 7 initiatieven" in text_of(response)


def test_a_theme_lists_the_sessions_that_do_not_stand_beside_it(visit, site):
    theme = theme_page(site)
    series = events.series(site.home)
    for number in (1, 2, 3):
        session = events.session(
            series,
            title=f"Sessie {number}",
            number=number,
            start_date=timezone.localdate() + timedelta(number),
        )
        session.cop_term_rows = [TermRow(tag=site.digital)]
        session.save()

    lists = visit(theme.url).context["lists"]

    assert [hit.title for hit in lists.other_sessions] == ["Sessie 2", "Sessie 3"]
    assert (lists.sessions.total, lists.has_more_sessions) == (3, False)


def test_the_search_box_of_a_theme_stays_within_it(visit, site):
    theme = theme_page(site)
    factories.make_initiative(site.catalogue, "Robots op maat", terms=[site.digital])
    factories.make_initiative(site.catalogue, "Robots hergebruiken", terms=[site.circular])

    response = visit(theme.url, {"q": "robots"})

    assert titles(response) == ["Robots op maat"]
    assert "lists" not in response.context


def test_a_theme_does_not_find_itself(visit, site):
    theme = theme_page(site)
    factories.make_initiative(site.catalogue, "Digitalisering vouchers", terms=[site.digital])

    assert titles(visit(theme.url, {"q": "digitalisering"})) == ["Digitalisering vouchers"]


@pytest.mark.parametrize("address", ["utm_source=mail", "q=", "q=+", "page=1"])
def test_an_address_that_asks_for_nothing_shows_the_lists(visit, site, address):
    response = visit(f"{theme_page(site).url}?{address}")

    assert "lists" in response.context
    assert response.context["finder"] is None


@pytest.mark.parametrize(
    "address", ["q=%22%00%27", "page=99", "region=weg", "kind=?", "from=31-31"]
)
def test_hostile_addresses_get_an_answer(visit, site, address):
    factories.make_term("region", "haaglanden")

    for url in (theme_page(site).url, site.catalogue.url, site.practices.url, site.themes.url):
        assert visit(f"{url}?{address}").status_code == 200


def test_a_theme_without_anything_says_so(visit, site):
    theme = factories.make_theme(site.themes_en, site.digital, "Digitalisation")

    assert "There is nothing in this theme yet." in text_of(visit(theme.url))


def test_the_list_of_themes_counts_what_a_visitor_would_get(visit, site):
    theme_page(site)
    factories.make_theme(site.themes, site.circular, "Circulair")
    Term.objects.filter(code="circular").update(sort_order=0)
    Term.objects.filter(code="digitalisation").update(sort_order=1)
    factories.make_initiative(site.catalogue, "Een", terms=[site.digital])
    factories.make_initiative(site.catalogue, "Twee", terms=[site.digital, site.circular])
    factories.make_initiative(site.catalogue, "Concept", terms=[site.digital], live=False)

    cards = visit(site.themes.url).context["themes"]

    assert [(card.hit.title, card.initiatives) for card in cards] == [
        ("Circulair", 1),
        ("Digitalisering", 2),
    ]


# What is private or not there any more is in no list and in no count.


def hide_itself(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def hide_its_parent(page):
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")


def unpublish(page):
    page.unpublish()


@pytest.mark.parametrize("hide", [hide_itself, hide_its_parent, unpublish])
def test_private_and_unpublished_initiatives_are_in_no_list(visit, site, hide):
    theme = theme_page(site)
    elsewhere = factories.make_index(site.home, title="Nog een lijst", slug="nog-een-lijst")
    secret = factories.make_initiative(elsewhere, "Geheim", terms=[site.digital])
    addresses = [site.catalogue.url, theme.url, f"{theme.url}?q=geheim"]
    assert [("Geheim" in text_of(visit(url))) for url in addresses] == [True, True, True]
    assert visit(site.themes.url).context["themes"][0].initiatives == 1

    hide(secret)

    assert [("Geheim" in visit(url).content.decode()) for url in addresses] == [False] * 3
    assert visit(site.themes.url).context["themes"][0].initiatives == 0


def test_a_private_original_is_in_no_list_though_its_translation_is_public(visit, site):
    secret = factories.make_initiative(site.catalogue, "Geheim")
    factories.translated(secret, title="Public example")

    hide_itself(secret)

    assert titles(visit(site.catalogue.url)) == []
    assert titles(visit(site.catalogue_en.url)) == ["Public example"]


# Costs: as many statements for a full page as for one item.


def fill(site, numbers: range) -> None:
    """Initiatives, practices and sessions with everything that a card shows."""
    region = factories.make_term("region", "haaglanden")
    series = site.home.get_children().type(SessionIndexPage).first() or events.series(site.home)
    for each in numbers:
        initiative = factories.make_initiative(
            site.catalogue,
            f"Voorbeeld {each}",
            terms=[site.digital, site.circular, region],
            providers=[f"Loket {each}", "Fonds"],
        )
        factories.make_practice(
            site.practices, f"Praktijk {each}", initiatives=[initiative], terms=[site.digital]
        )
        session = events.session(series, title=f"Sessie {each}")
        session.question_rows = [SessionQuestion(text="Vraag?", locale=session.locale)]
        session.cop_term_rows = [TermRow(tag=site.digital)]
        session.save()


@pytest.mark.parametrize("name", ["catalogue", "practices", "themes", "theme", "found"])
def test_thirty_items_cost_no_more_than_one(visit, site, name):
    theme = theme_page(site)
    url = {
        "theme": theme.url,
        "found": f"{theme.url}?q=voorbeeld",
    }.get(name) or getattr(site, name).url
    fill(site, range(1))
    with_one = count_queries(visit, url)

    fill(site, range(1, 30))
    for each in range(10):
        factories.make_term(f"vocabulary-{each}", "term")
    with_thirty = count_queries(visit, url)

    # A list of one item also asks how much there is in other languages.
    assert with_thirty <= with_one <= MOST


def test_a_statement_for_each_card_would_be_seen(visit, site, monkeypatch):
    from cop_catalog import cards

    foot = cards.card_foot
    monkeypatch.setattr(cards, "card_foot", lambda *args: foot(*args) + str(Term.objects.first()))
    factories.make_initiative(site.catalogue, "Een")
    with_one = count_queries(visit, site.catalogue.url)

    factories.make_initiative(site.catalogue, "Twee")

    assert count_queries(visit, site.catalogue.url) == with_one + 1


def test_an_initiative_costs_the_same_with_one_and_with_many_relations(visit, site):
    from cop_catalog.models import InitiativeOrganisation, InitiativeRelation

    page = factories.make_initiative(
        site.catalogue,
        terms=[site.digital],
        providers=["Een"],
        state="merged",
        successor=factories.make_initiative(site.catalogue, "Opvolger"),
    )

    def add(number: int) -> None:
        other = factories.make_initiative(site.catalogue, f"Ander {number}")
        page.relation_rows.add(InitiativeRelation(page=other, kind="similar"))
        page.organisation_rows.add(
            InitiativeOrganisation(organisation=factories.make_organisation(f"Org {number}"))
        )
        factories.make_practice(site.practices, f"Praktijk {number}", initiatives=[page])

    add(0)
    page.save()
    with_one = count_queries(visit, page.url)

    for number in range(1, 8):
        add(number)
    page.save()
    with_many = count_queries(visit, page.url)

    assert with_many == with_one
    assert with_many <= MOST
