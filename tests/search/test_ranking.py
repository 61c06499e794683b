"""The order by relevance; what is equally good stands by title, then by age."""

import pytest

from cop_search import outbox
from cop_search.facade import SearchQuery, Sort, search
from tests.search import factories
from tests.search.closing import CLOSED_LAST, make_closing, orders
from tests.search.factories import page


def test_the_page_of_the_very_title_goes_first(site, found):
    page(site.home, "Lening lening lening", search_description="Lening, lening en lening")
    page(site.home, "De lening", search_description="Een heel ander onderwerp met veel woorden")
    page(site.home, "Lening voor de lening")
    assert found("de lening")[0] == "De lening"
    assert found("DE-LENING")[0] == "De lening"


def test_title_goes_before_names_summary_text_and_parts_of_words(site, found):
    label = factories.term("theme.circular").labels.get(language="nl")
    label.label = "Garantie"
    label.save()
    filler = "iets anders dat hier ook nog staat"
    page(site.home, "A deel", search_description=f"Bankgarantie {filler}")
    page(
        site.home,
        "B tekst",
        body=[{"type": "text", "value": "<p>Een garantie</p>"}],
        search_description=filler,
    )
    page(site.home, "C omschrijving", search_description=f"Een garantie {filler}")
    page(site.home, "D naam", terms=["theme.circular"], search_description=filler)
    page(site.home, "E garantie", search_description=filler)
    ranked = found("garantie")
    assert ranked[:3] == ["E garantie", "D naam", "C omschrijving"]
    # PostgreSQL knows four weights, so text and parts of words share the last.
    assert sorted(ranked[3:]) == ["A deel", "B tekst"]


@pytest.mark.parametrize("sort", Sort)
def test_equals_stand_by_title_then_by_age(site, sort):
    made = [page(site.home, title, slug=f"slug-{n}") for n, title in enumerate("BCAA")]
    for each in made:
        each.first_published_at = made[0].first_published_at
        each.save()
    outbox.work_off()
    query = SearchQuery(locale="nl", sort=sort, exclude_pages=(site.home.pk,))
    by_title = [made[2].pk, made[3].pk, made[0].pk, made[1].pk]
    assert [hit.page_id for hit in search(query).hits] == by_title


def test_by_relevance_what_is_closed_stands_last_unless_it_has_the_very_title(site, offers):
    make_closing(site)
    outbox.work_off()
    assert orders() == CLOSED_LAST
