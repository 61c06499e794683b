"""What the facade finds, in which order, and in how many statements."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from cop_search import outbox
from cop_search.facade import SearchQuery, Sort, State, search
from tests.search import factories
from tests.search.factories import NOON, offer, page


def test_all_words_must_be_there(site, found):
    page(site.home, "Lening voor innovatie")
    page(site.home, "Lening", introduction="")
    assert found("lening innovatie") == ["Lening voor innovatie"]


def test_words_meet_without_case_and_accents(site, found):
    page(site.home, "Één CAFÉ in coöperatie")
    assert found("een cafe cooperatie") == ["Één CAFÉ in coöperatie"]
    assert found("ÉÉN") == ["Één CAFÉ in coöperatie"]


def test_hyphens_and_apostrophes_part_words_in_page_and_query_alike(site, found):
    page(site.home, "Het mkb-bedrijf van een zzp'er")
    assert found("mkb bedrijf") == found("mkb-bedrijf") == found("zzp'er") == found("er zzp")


def test_no_words_find_everything_by_title(site, found):
    page(site.home, "Beta")
    page(site.home, "alfa")
    assert found() == ["alfa", "Beta", "Thuis"]


def test_a_word_in_the_title_outweighs_one_in_the_text(site, found):
    for number in range(5):
        page(site.home, f"Anders {number}", search_description="Over garantie en nog veel meer.")
    page(site.home, "Zeker: garantie")
    assert found("garantie")[0] == "Zeker: garantie"


def test_terms_are_found_by_label_and_other_names_in_the_page_s_language(site, found):
    label = factories.term("theme.circular").labels.get(language="nl")
    label.alternatives = "Kringloop\nHergebruik"
    label.save()
    other = factories.term("theme.circular").labels.get(language="en")
    other.alternatives = "Cycle"
    other.save()
    page(site.home, "Reststromen", terms=["theme.circular"])
    assert found("kringloop hergebruik circular") == ["Reststromen"]
    assert found("cycle kringloop") == []


def test_only_pages_of_the_language_are_found(site, found):
    page(site.home, "Regeling")
    page(site.english, "Regeling in English")
    assert found("regeling") == ["Regeling"]
    assert found("regeling", locale="en") == ["Regeling in English"]
    assert found("regeling", locale="fr") == []


def test_a_page_without_an_entry_is_found_by_title_description_and_body(site, found):
    page(
        site.home,
        "Titel",
        search_description="Omschrijving",
        body=[{"type": "text", "value": "<p>Eerste&nbsp;<b>alinea</b></p>"}],
    )
    assert found("titel omschrijving eerste alinea") == ["Titel"]


def test_a_hit_holds_what_a_card_shows(site, offers):
    made = offer(
        site.home,
        "Voucher",
        summary="Een bijdrage",
        amount=Decimal("2500.00"),
        closes_on=date(2026, 6, 30),
        terms=["theme.circular", "region.delft", "theme.digitalisation"],
    )
    outbox.work_off()
    (hit,) = search(SearchQuery(locale="nl", q="voucher", moment=NOON)).hits
    assert (hit.page_id, hit.kind, hit.title, hit.summary) == (
        made.pk,
        "offer",
        "Voucher",
        "Een bijdrage",
    )
    assert hit.url == made.get_url() == "/nl/voucher/"
    assert hit.state == State.OPEN
    assert hit.closes == hit.sort_date == datetime(2026, 6, 30, 21, 59, 59, 999999, tzinfo=UTC)
    assert hit.terms == {"theme": ("circular", "digitalisation"), "region": ("delft",)}
    assert hit.card == {"amount": "2500.00"}
    assert hit.card_template == "cop_search/cards/page.html"


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, State.OPEN),
        ({"opens_on": date(2026, 6, 16)}, State.SOON),
        ({"opens_on": date(2026, 6, 15)}, State.OPEN),
        ({"closes_on": date(2026, 6, 15)}, State.OPEN),
        ({"closes_on": date(2026, 6, 14)}, State.CLOSED),
        ({"opens_on": date(2026, 6, 16), "place": "closed"}, State.CLOSED),
    ],
)
def test_the_state_follows_from_the_dates_when_asked(site, offers, found, fields, state):
    offer(site.home, "Voucher", **fields)
    outbox.work_off()
    for asked in State:
        answer = search(SearchQuery(locale="nl", q="voucher", states=(asked,), moment=NOON))
        assert [hit.state for hit in answer.hits] == ([state] if asked == state else [])
    counted = search(SearchQuery(locale="nl", q="voucher", facets=("state",), moment=NOON))
    assert counted.facets == {"state": {state.value: 1}}


def test_a_page_of_a_kind_without_states_has_none(site):
    page(site.home, "Contact")
    outbox.work_off()
    answer = search(SearchQuery(locale="nl", q="contact", facets=("state",)))
    assert [hit.state for hit in answer.hits] == [None]
    assert answer.facets == {"state": {}}


@pytest.mark.parametrize(
    ("first", "last", "titles"),
    [
        (date(2026, 6, 11), None, ["Altijd", "Later"]),
        (date(2026, 6, 10), None, ["Altijd", "Eerder", "Later"]),
        (None, date(2026, 6, 19), ["Altijd", "Eerder"]),
        (None, date(2026, 6, 20), ["Altijd", "Eerder", "Later"]),
        (date(2026, 6, 11), date(2026, 6, 19), ["Altijd"]),
        (date.max, date.max, ["Altijd", "Later"]),
        (date.min, date.min, ["Altijd", "Eerder"]),
    ],
)
def test_dates_are_a_range_of_whole_days_with_both_ends(site, offers, found, first, last, titles):
    offer(site.home, "Altijd")
    offer(site.home, "Eerder", closes_on=date(2026, 6, 10))
    offer(site.home, "Later", opens_on=date(2026, 6, 20))
    assert found(dates=(first, last), sort=Sort.TITLE) == titles


def test_by_date_what_is_to_come_goes_first_then_what_is_past(site, offers, found):
    for day in (1, 10, 20, 28):
        offer(site.home, f"Tot {day} juni", closes_on=date(2026, 6, day))
    offer(site.home, "Zonder datum")
    assert found(kinds=("offer",), sort=Sort.DATE, moment=NOON) == [
        "Tot 20 juni",
        "Tot 28 juni",
        "Tot 10 juni",
        "Tot 1 juni",
        "Zonder datum",
    ]


def test_newest_first(site, found):
    start = timezone.now()
    for number, title in enumerate(["Oud", "Nieuw", "Nieuwst"]):
        page(site.home, title, first_published_at=start + timedelta(days=number))
    assert found(sort=Sort.NEWEST)[:3] == ["Nieuwst", "Nieuw", "Oud"]


def test_within_one_second_the_newest_still_goes_first(site, found):
    second = timezone.now().replace(microsecond=0) + timedelta(days=1)
    for title, part in (("A", 0), ("B", 7), ("C", 70_000), ("D", 600_000), ("E", 999_999)):
        page(site.home, title, first_published_at=second + timedelta(microseconds=part))
    assert found(sort=Sort.NEWEST)[:5] == ["E", "D", "C", "B", "A"]


def test_by_title_without_regard_to_case_and_accents(site, found):
    for title in ("zoeken", "Édam", "echo", "Fabriek"):
        page(site.home, title)
    assert found(sort=Sort.TITLE) == ["echo", "Édam", "Fabriek", "Thuis", "zoeken"]


def test_kinds_pages_left_out_and_sites(site, offers, found):
    made = offer(site.home, "Voucher")
    page(site.home, "Contact")
    assert found(kinds=("offer",)) == ["Voucher"]
    assert found(kinds=("page",)) == ["Contact", "Thuis"]
    assert found(exclude_pages=(made.pk,)) == ["Contact", "Thuis"]
    assert found(site_id=0) == []


def test_a_page_beyond_the_last_gives_the_last(site):
    for number in range(7):
        page(site.home, f"Regeling {number}")
    outbox.work_off()
    asked = {"locale": "nl", "q": "regeling", "page_size": 3}
    pages = {
        number: search(SearchQuery(page=number, **asked)) for number in (1, 2, 3, 4, 10**30, 0, -5)
    }
    assert {number: (found.page, len(found.hits)) for number, found in pages.items()} == {
        1: (1, 3),
        2: (2, 3),
        3: (3, 1),
        4: (3, 1),
        10**30: (3, 1),
        0: (1, 3),
        -5: (1, 3),
    }
    assert pages[4].hits == pages[3].hits
    assert (pages[1].total, pages[1].pages) == (7, 3)
    assert search(SearchQuery(locale="nl", q="niets")).pages == 1


def test_or_inside_a_vocabulary_and_between_vocabularies(site, found):
    page(site.home, "Een", terms=["theme.circular", "support.loan"])
    page(site.home, "Twee", terms=["theme.digitalisation", "support.loan"])
    page(site.home, "Drie", terms=["theme.circular", "support.advice"])
    assert found(filters={"theme": ("circular", "digitalisation"), "support": ("loan",)}) == [
        "Een",
        "Twee",
    ]
    assert found(filters={"theme": ("circular",), "support": ("loan",)}) == ["Een"]


def test_no_codes_are_no_filter_and_unknown_codes_find_nothing(site, found):
    page(site.home, "Een", terms=["theme.circular"])
    assert found(filters={"theme": ()}) == ["Een", "Thuis"]
    assert found(filters={"theme": ("nonsense",)}) == []
    assert found(filters={"nonsense": ("circular",)}) == []


@pytest.mark.parametrize("facets", [(), ("theme", "support", "region", "kind", "state")])
@pytest.mark.parametrize("pages", [1, 12])
def test_at_most_four_statements_for_any_number_of_hits_and_facets(
    site, django_assert_num_queries, facets, pages
):
    for number in range(pages):
        page(site.home, f"Regeling {number}", terms=["theme.circular", "region.delft"])
    outbox.work_off()
    query = SearchQuery(
        locale="nl", q="regeling", facets=facets, filters={"region": ("haaglanden",)}
    )
    with django_assert_num_queries(4):
        assert search(query).total == pages
