"""What is suggested to who types: terms, titles, organisations; only what leads anywhere."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Site

from cop_blocks.models import Organisation, OrganisationIndexPage, TermLabel, Vocabulary
from cop_catalog.models import InitiativeIndexPage, InitiativeOrganisation, InitiativePage
from cop_search import outbox
from cop_search.facade import suggest
from cop_search.suggesting.found import SuggestedTerm, Suggestions
from tests.search import factories
from tests.search.factories import offer, page


def suggested(q: str, locale: str = "nl", **options: Any) -> Suggestions:
    outbox.work_off()
    return suggest(q, locale, **options)


def terms(q: str, locale: str = "nl", **options: Any) -> list[str]:
    return [f"{term.vocabulary}.{term.code}" for term in suggested(q, locale, **options).terms]


def titles(q: str, locale: str = "nl", **options: Any) -> list[str]:
    return [page.title for page in suggested(q, locale, **options).pages]


def names(q: str, locale: str = "nl", **options: Any) -> list[str]:
    return [each.name for each in suggested(q, locale, **options).organisations]


def call(key: str, label: str, *others: str, language: str = "nl") -> None:
    """Give a term a label and other names."""
    TermLabel.objects.filter(term=factories.term(key), language=language).update(
        label=label, alternatives="\n".join(others)
    )


def test_a_term_is_known_by_its_label_and_its_other_names(site: Any) -> None:
    page(site.home, "Een", terms=["theme.circular"])
    call("theme.circular", "Circulaire economie", "Kringloop", "Duurzaam ondernemen")
    expected = SuggestedTerm("theme", "theme (nl)", "circular", "Circulaire economie")
    assert suggested("circ").terms == (expected,)
    assert suggested("econ").terms == (expected,)
    assert [(term.label, term.name) for term in suggested("duurz").terms] == [
        ("Circulaire economie", "Duurzaam ondernemen")
    ]


def test_all_words_count_the_last_as_a_beginning(site: Any) -> None:
    page(site.home, "Een", terms=["theme.circular"])
    call("theme.circular", "Circulaire economie")
    assert terms("circulaire eco") == terms("economie circ") == ["theme.circular"]
    assert terms("circ economie") == terms("circulaire markt") == []


def test_capitals_accents_and_signs_do_not_matter(site: Any) -> None:
    page(site.home, "Een", terms=["theme.circular"])
    call("theme.circular", "Coöperaties & mkb")
    for typed in ("COOPERA", "coöp", "  mkb!", "cooperaties (MKB"):
        assert terms(typed) == ["theme.circular"]


def test_a_name_that_begins_so_goes_before_one_that_has_it_inside(site: Any) -> None:
    page(site.home, "Een", terms=["theme.circular", "theme.digitalisation", "theme.human-capital"])
    call("theme.digitalisation", "De groei")
    call("theme.circular", "Kringloop", "Groene groei")
    call("theme.human-capital", "Groei van mensen")
    assert terms("groei") == ["theme.human-capital", "theme.digitalisation", "theme.circular"]


def test_only_names_of_the_language_are_suggested(site: Any) -> None:
    page(site.home, "Een", terms=["theme.circular"])
    page(site.english, "One", terms=["theme.circular"])
    call("theme.circular", "Kringloop")
    call("theme.circular", "Circularity", language="en")
    assert terms("kring") == terms("circularity", "en") == ["theme.circular"]
    assert terms("kring", "en") == terms("circularity") == []


def test_a_term_that_leads_nowhere_is_not_suggested(site: Any) -> None:
    assert terms("circular") == []
    made = page(site.home, "Een", terms=["theme.circular"])
    assert terms("circular") == ["theme.circular"]
    made.unpublish()
    assert terms("circular") == []


def test_a_term_leads_to_all_that_its_filter_finds(site: Any) -> None:
    page(site.home, "Een", terms=["region.zuid-holland", "support.loan"])
    # Overlap finds what lies around, within only what lies inside.
    assert terms("delft") == ["region.delft"]
    assert terms("brabant") == []
    assert terms("money") == ["support.money"]
    assert terms("subsidy") == []


def test_a_retired_term_is_not_suggested_and_a_merged_one_under_its_new_name(site: Any) -> None:
    page(site.home, "Een", terms=["theme.circular", "theme.digitalisation"])
    retired = factories.term("theme.digitalisation")
    retired.is_retired = True
    retired.save()
    merged = factories.term("theme.human-capital")
    merged.is_retired = merged.is_merged = True
    merged.successor = factories.term("theme.circular")
    merged.save()
    assert terms("digitalisation") == []
    assert [(term.code, term.name) for term in suggested("human").terms] == [
        ("circular", "Human-Capital (nl)")
    ]


def test_a_vocabulary_that_is_no_filter_is_not_suggested_from(site: Any) -> None:
    page(site.home, "Een", terms=["theme.circular"])
    Vocabulary.objects.filter(code="theme").update(is_facet=False)
    assert terms("circular") == []


def test_what_is_preset_holds_for_all_groups(site: Any, offers: Any) -> None:
    offer(site.home, "Lening A", terms=["theme.circular", "region.delft"])
    offer(site.home, "Lening B", terms=["theme.digitalisation", "region.brabant"])
    page(site.home, "Lening C", terms=["theme.circular", "region.rijnmond"])
    presets: dict[str, Any] = {"kinds": ["offer"], "preset": {"theme": ["circular"]}}
    assert titles("lening") == ["Lening A", "Lening B", "Lening C"]
    assert titles("lening", **presets) == ["Lening A"]
    assert terms("delft", **presets) == ["region.delft"]
    assert terms("rijnmond", **presets) == terms("brabant", **presets) == []
    # Its vocabulary is no filter there.
    assert terms("circular", **presets) == []
    assert titles("lening", preset={"theme": ["gone"]}) == []


def test_what_is_chosen_holds_and_what_is_unknown_of_it_is_left_out(site: Any) -> None:
    page(site.home, "Lening A", terms=["theme.circular"])
    page(site.home, "Lening B", terms=["theme.digitalisation"])
    chosen = {"theme": ["circular", "blauw"], "colour": ["red"], "q": ["x"]}
    found = suggested("lening", chosen=chosen)
    assert [page.title for page in found.pages] == ["Lening A"]
    assert found.chosen == {"theme": ("circular",)}
    assert titles("lening", chosen={"theme": ["blauw"]}) == ["Lening A", "Lening B"]


def test_a_page_can_be_left_out(site: Any) -> None:
    made = page(site.home, "Lening")
    assert titles("lening", exclude_pages=[made.pk]) == []


@pytest.fixture
def catalogue(site: Any) -> Any:
    site.catalogue = page(site.home, "Ondersteuning", model=InitiativeIndexPage)
    site.organisations = page(site.home, "Organisaties", model=OrganisationIndexPage)
    return site


def provided(catalogue: Any, title: str, *organisations: Organisation, **fields: Any) -> Any:
    made = page(catalogue.catalogue, title, model=InitiativePage, summary="Eén zin.", **fields)
    made.organisation_rows = [InitiativeOrganisation(organisation=each) for each in organisations]
    made.save()
    return made


def test_an_organisation_that_a_page_names_leads_to_its_own_page(catalogue: Any) -> None:
    known = Organisation.objects.create(name="Stichting Coöperatie", short_name="StiCo")
    Organisation.objects.create(name="Stichting Stil")
    provided(catalogue, "Lening", known)
    (found,) = suggested("stichting").organisations
    assert (found.name, found.url) == (
        "Stichting Coöperatie",
        "/nl/organisaties/stichting-cooperatie/",
    )
    assert names("cooperatie") == names("stico") == ["Stichting Coöperatie"]


def test_without_a_list_of_organisations_none_is_suggested(catalogue: Any) -> None:
    provided(catalogue, "Lening", Organisation.objects.create(name="Stichting"))
    factories.make_private(catalogue.organisations)
    assert names("stichting") == []


def test_an_organisation_is_suggested_among_what_is_preset(catalogue: Any) -> None:
    one, other = (Organisation.objects.create(name=f"Stichting {each}") for each in "AB")
    provided(catalogue, "Lening", one, terms=["theme.circular"])
    provided(catalogue, "Voucher", other, terms=["theme.digitalisation"])
    assert names("stichting") == ["Stichting A", "Stichting B"]
    assert names("stichting", preset={"theme": ["circular"]}) == ["Stichting A"]
    assert names("stichting", kinds=["session"]) == []


@pytest.mark.parametrize("hide", ["draft", "private", "below private", "expired", "English"])
def test_nothing_hidden_is_suggested_by_any_name(catalogue: Any, hide: str) -> None:
    known = Organisation.objects.create(name="Geheime stichting")
    made = provided(catalogue, "Geheim", known, terms=["theme.circular"])
    everything = (["Geheim"], ["theme.circular"], ["Geheime stichting"])
    assert (titles("geheim"), terms("circular"), names("geheime")) == everything
    match hide:
        case "draft":
            made.unpublish()
        case "private":
            factories.make_private(made)
        case "below private":
            factories.make_private(catalogue.catalogue)
        case "expired":
            made.expire_at = timezone.now() - timedelta(minutes=1)
            made.save()
        case "English":
            made.delete()
            page(catalogue.english, "Geheim", terms=["theme.circular"])
    assert (titles("geheim"), terms("circular"), names("geheime")) == ([], [], [])


def test_another_site_suggests_its_own(catalogue: Any) -> None:
    provided(catalogue, "Lening", Organisation.objects.create(name="Stichting"))
    page(catalogue.catalogue, "Lening twee", terms=["theme.circular"])
    here = Site.objects.get().pk
    assert titles("lening", site_id=here) == ["Lening", "Lening twee"]
    for ask, typed in ((titles, "lening"), (terms, "circular"), (names, "stichting")):
        assert ask(typed, site_id=here)
        assert ask(typed, site_id=here + 1) == []


def test_so_many_of_each_are_suggested(catalogue: Any) -> None:
    for number in range(4):
        organisation = Organisation.objects.create(name=f"Lening {number}")
        provided(catalogue, f"Lening {number}", organisation)
    page(catalogue.home, "Een", terms=list(map("region.{}".format, factories.REGIONS)))
    for code in factories.REGIONS:
        call(f"region.{code}", f"Lening {code}")
    found = suggested("lening", limit=3)
    assert (len(found.terms), len(found.pages), len(found.organisations)) == (3, 3, 3)
    assert len(found) == 9


@pytest.mark.parametrize("q", ["", "   ", "!!!", "\x00", "%", "_"])
def test_where_nothing_is_typed_nothing_is_asked(
    site: Any, q: str, django_assert_num_queries: Any
) -> None:
    outbox.work_off()
    with django_assert_num_queries(0):
        assert suggest(q, "nl") == Suggestions()


def test_three_statements_however_much_there_is(catalogue: Any) -> None:
    def cost(q: str) -> int:
        suggested(q)
        with CaptureQueriesContext(connection) as captured:
            suggest(q, "nl")
        return len(captured)

    known = Organisation.objects.create(name="Circular stichting")
    provided(catalogue, "Circular lening", known, terms=["theme.circular"])
    assert cost("circular") == 3
    assert cost("xyz") == 2
    for number in range(8):
        factories.vocabulary(f"more-{number}", {"circular": None, "b": "circular"}, match="within")
        known = Organisation.objects.create(name=f"Circular stichting {number}")
        provided(catalogue, f"Circular {number}", known, terms=[f"more-{number}.b"])
    assert cost("circular") == 3
