"""The page of an organisation: who has one, what stands on it, and where it is."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page, PageViewRestriction, Site

from cop_blocks.models import (
    Organisation,
    OrganisationIndexPage,
    OrganisationText,
    SiteSettings,
)
from cop_catalog.models import (
    GoodPracticeIndexPage,
    GoodPracticeOrganisation,
    InitiativeOrganisation,
)
from cop_events.models import SessionIndexPage, SessionOrganisation
from cop_search import outbox
from tests.catalog import factories
from tests.events import factories as events
from tests.site import fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Any:
    home = fresh.home()
    factories.make_index(home, OrganisationIndexPage, title="Organisaties", slug="organisaties")
    factories.make_index(home, title="Ondersteuning", slug="ondersteuning")
    factories.make_index(home, SessionIndexPage, title="Sessies", slug="sessies")
    factories.make_index(home, GoodPracticeIndexPage, title="Praktijken", slug="praktijken")
    return home


@pytest.fixture
def bank(home: Any) -> Organisation:
    """A bank that offers an initiative."""
    initiative(home, "Krediet", "Voorbeeldbank")
    return Organisation.objects.get(name="Voorbeeldbank")


def child(home: Any, slug: str) -> Any:
    return Page.objects.child_of(home).get(slug=slug).specific


def initiative(home: Any, title: str, *providers: str, **fields: Any) -> Any:
    return factories.make_initiative(
        child(home, "ondersteuning"), title, providers=providers, **fields
    )


def get(path: str) -> Any:
    """After all that waits is indexed: what the end of a transaction does."""
    outbox.work_off()
    return asked(path)


def asked(path: str) -> Any:
    Site.clear_site_root_paths_cache()
    return Client(headers={"host": "localhost"}).get(path)


def text(path: str) -> str:
    answer = get(path)
    assert answer.status_code == 200, path
    return " ".join(answer.content.decode().split())


ADDRESS = "/nl/organisaties/voorbeeldbank/"


class TestAddress:
    def test_it_is_made_from_the_name_and_stays_when_the_name_changes(self) -> None:
        bank = Organisation.objects.create(name="Voorbeeldbank & Zonen")
        bank.name = "Heel anders"
        bank.save()
        assert Organisation.objects.get().slug == "voorbeeldbank-zonen"

    def test_equal_ones_are_numbered(self) -> None:
        slugs = [Organisation.objects.create(name=name).slug for name in ("Bank", "Bank!", "bank")]
        assert slugs == ["bank", "bank-2", "bank-3"]

    def test_a_name_without_letters_has_one_too(self) -> None:
        assert Organisation.objects.create(name="東京").slug == "organisation"

    def test_what_the_list_itself_needs_is_refused(self) -> None:
        with pytest.raises(ValidationError) as error:
            Organisation(name="Kaart", slug="card").full_clean()
        assert list(error.value.message_dict) == ["slug"]
        assert Organisation.objects.create(name="Card").slug == "card-2"

    def test_one_that_nobody_knows_is_not_there(self, home: Any) -> None:
        assert get("/nl/organisaties/niemand/").status_code == 404
        assert get("/nl/organisaties/voorbeeldbank/meer/").status_code == 404


class TestWhatItShows:
    def test_what_it_offers_took_part_in_and_did(self, home: Any, bank: Organisation) -> None:
        guarantee = initiative(home, "Borgstelling", "Een ander")
        guarantee.organisation_rows.add(InitiativeOrganisation(organisation=bank, role="funder"))
        guarantee.save()
        session = events.session(child(home, "sessies"), title="Financiering")
        session.organisation_rows = [SessionOrganisation(organisation=bank)]
        session.save()
        practice = factories.make_practice(child(home, "praktijken"), "Samen lenen")
        practice.organisation_rows = [GoodPracticeOrganisation(organisation=bank, role="with")]
        practice.save()

        shown = text(ADDRESS)

        order = ["Aanbieder", "Krediet", "Financier", "Borgstelling", "Financiering", "Samen lenen"]
        assert sorted(order, key=shown.index) == order

    def test_the_list_says_who_it_is_and_how_much_there_is_of_it(
        self, home: Any, bank: Organisation
    ) -> None:
        bank.kind, bank.level = "private", "national"
        bank.save()
        initiative(home, "Borgstelling", "Voorbeeldbank")
        initiative(home, "Concept", "Voorbeeldbank", live=False)
        session = events.session(child(home, "sessies"), title="Financiering")
        session.organisation_rows = [SessionOrganisation(organisation=bank)]
        session.save()

        (card,) = get("/nl/organisaties/").context["organisations"]

        assert card.facts == ("Privaat", "Landelijk")
        counts = {count.replace("\N{NO-BREAK SPACE}", " ") for count in card.counts}
        assert counts == {"2 initiatieven", "1 sessie"}

    def test_one_that_has_nothing_here_says_so(self, home: Any) -> None:
        community = Organisation.objects.create(name="Gemeenschap")
        site = Site.objects.get(is_default_site=True)
        SiteSettings.objects.create(site=site, organiser=community)
        assert "geen initiatieven of sessies" in text("/nl/organisaties/gemeenschap/")

    def test_who_it_is_in_the_readers_language(self, home: Any, bank: Organisation) -> None:
        bank.kind, bank.level = "private", "national"
        bank.website, bank.phone = "https://example.org/bank", "010 123"
        bank.save()
        OrganisationText.objects.create(organisation=bank, language="nl", description="Leent geld.")
        OrganisationText.objects.create(organisation=bank, language="en", description="Lends.")
        shown = text(ADDRESS)
        assert "Leent geld." in shown
        assert "Lends." not in shown
        for expected in ("Privaat", "Landelijk", 'href="https://example.org/bank"', "tel:010123"):
            assert expected in shown

    def test_its_head_speaks_of_it_and_not_of_the_list(self, home: Any, bank: Organisation) -> None:
        OrganisationText.objects.create(organisation=bank, language="nl", description="Leent geld.")
        shown = text(ADDRESS)
        assert "<title>Voorbeeldbank –" in shown
        assert '<meta name="description" content="Leent geld.">' in shown
        assert f'<link rel="canonical" href="http://localhost{ADDRESS}">' in shown
        assert '<a href="/nl/organisaties/">Organisaties</a>' in shown
        assert '<li aria-current="page">Voorbeeldbank</li>' in shown

    def test_a_name_is_text_and_nothing_else(self, home: Any) -> None:
        initiative(home, "Krediet", "<script>alert(1)</script>")
        slug = Organisation.objects.get().slug
        for path in ("/nl/organisaties/", f"/nl/organisaties/{slug}/"):
            assert "<script>alert" not in text(path)


class TestLanguages:
    def test_it_is_there_in_the_languages_that_speak_of_it(
        self, home: Any, bank: Organisation
    ) -> None:
        for page in (home, child(home, "organisaties"), child(home, "ondersteuning")):
            fresh.translated(page)
        english = "/en/organisaties/voorbeeldbank/"
        assert get(english).status_code == 404
        assert 'hreflang="en" href="http://localhost/en' not in text(ADDRESS)
        assert '<a href="/en/organisaties/" lang="en"' in text(ADDRESS)

        fresh.translated(child(child(home, "ondersteuning"), "krediet"))

        assert get(english).status_code == 200
        shown = text(ADDRESS)
        assert f'<a href="{english}" lang="en"' in shown
        for code, path in (("nl", ADDRESS), ("en", english), ("x-default", ADDRESS)):
            line = f'<link rel="alternate" hreflang="{code}" href="http://localhost{path}">'
            assert line in shown

    def test_the_sitemap_has_it_with_its_versions(self, home: Any, bank: Organisation) -> None:
        for page in (home, child(home, "organisaties"), child(home, "ondersteuning")):
            fresh.translated(page)
        fresh.translated(child(child(home, "ondersteuning"), "krediet"))
        shown = text("/sitemap.xml")
        for code, path in (("nl", ADDRESS), ("en", f"/en{ADDRESS[3:]}"), ("x-default", ADDRESS)):
            line = f'<xhtml:link rel="alternate" hreflang="{code}" href="http://localhost{path}"/>'
            assert shown.count(line) == 2

    def test_under_the_prefix_of_another_language_it_leads_to_its_own(
        self, home: Any, bank: Organisation
    ) -> None:
        answer = get(f"/en{ADDRESS[3:]}")
        assert (answer.status_code, answer["Location"]) == (302, ADDRESS)


class TestOnlyWhatIsPublic:
    """An organisation that only something hidden speaks of is not there at all."""

    def told(self) -> set[str]:
        paths = ("/nl/organisaties/", "/sitemap.xml")
        found = {path for path in paths if "voorbeeldbank" in text(path).lower()}
        return found | ({ADDRESS} if get(ADDRESS).status_code == 200 else set())

    def test_it_is_told_while_something_public_speaks_of_it(
        self, home: Any, bank: Organisation
    ) -> None:
        assert self.told() == {"/nl/organisaties/", "/sitemap.xml", ADDRESS}

    @pytest.mark.parametrize("hide", ["unpublish", "private", "private list", "draft"])
    def test_it_is_not_told_when_nothing_public_does(
        self, home: Any, bank: Organisation, hide: str
    ) -> None:
        page = child(child(home, "ondersteuning"), "krediet")
        if hide == "unpublish":
            page.unpublish()
        elif hide == "draft":
            page.delete()
            initiative(home, "Concept", "Voorbeeldbank", live=False)
        else:
            page = page.get_parent() if hide == "private list" else page
            PageViewRestriction.objects.create(page=page, restriction_type="login")
        assert self.told() == set()

    def test_its_page_leaves_out_what_is_hidden(self, home: Any, bank: Organisation) -> None:
        hidden = initiative(home, "Geheim krediet", "Voorbeeldbank")
        assert "Geheim krediet" in text(ADDRESS)
        PageViewRestriction.objects.create(page=hidden, restriction_type="login")
        assert "Geheim krediet" not in text(ADDRESS)

    def test_the_organiser_of_the_site_has_a_page(self, home: Any) -> None:
        community = Organisation.objects.create(name="Gemeenschap")
        assert get("/nl/organisaties/gemeenschap/").status_code == 404
        site = Site.objects.get(is_default_site=True)
        SiteSettings.objects.create(site=site, organiser=community)
        assert get("/nl/organisaties/gemeenschap/").status_code == 200

    def test_a_private_list_lets_nobody_in(self, home: Any, bank: Organisation) -> None:
        index = child(home, "organisaties")
        PageViewRestriction.objects.create(page=index, restriction_type="login")
        assert get(ADDRESS).status_code == 302


class TestLinks:
    def test_an_initiative_and_a_session_lead_to_it(self, home: Any, bank: Organisation) -> None:
        session = events.session(child(home, "sessies"), title="Financiering")
        session.organisation_rows = [SessionOrganisation(organisation=bank)]
        session.save()
        link = f'<a href="{ADDRESS}">Voorbeeldbank</a>'
        assert link in text("/nl/ondersteuning/krediet/")
        assert link in text("/nl/sessies/financiering/")

    def test_without_a_list_they_lead_to_its_own_website(
        self, home: Any, bank: Organisation
    ) -> None:
        child(home, "organisaties").unpublish()
        Organisation.objects.update(website="https://example.org/bank")
        link = '<a href="https://example.org/bank">Voorbeeldbank</a>'
        assert link in text("/nl/ondersteuning/krediet/")


def test_its_card_is_its_own(home: Any, bank: Organisation) -> None:
    initiative(home, "Nog iets", "Een ander")
    assert f'property="og:image" content="http://localhost{ADDRESS}card/"' in text(ADDRESS)
    cards = [get(f"/nl/organisaties/{slug}card/") for slug in ("", "voorbeeldbank/", "een-ander/")]
    assert [card["Content-Type"] for card in cards] == ["image/png"] * 3
    assert len({card.content for card in cards}) == 3
    assert get("/nl/organisaties/niemand/card/").status_code == 404


def costs(path: str) -> int:
    get(path)
    with CaptureQueriesContext(connection) as captured:
        assert asked(path).status_code == 200
    return len(captured)


def test_its_page_and_the_list_cost_the_same_however_much_there_is(
    home: Any, bank: Organisation
) -> None:
    Locale.objects.get_or_create(language_code="en")
    paths = ("/nl/organisaties/", ADDRESS, "/nl/ondersteuning/krediet/")

    def fill(number: int) -> None:
        names = [f"Partij {number}-{i}" for i in range(3)]
        initiative(home, f"Regeling {number}", "Voorbeeldbank", *names)
        session = events.session(child(home, "sessies"), title=f"Sessie {number}")
        session.organisation_rows = [SessionOrganisation(organisation=bank)]
        session.save()
        practice = factories.make_practice(child(home, "praktijken"), f"Praktijk {number}")
        practice.organisation_rows = [GoodPracticeOrganisation(organisation=bank)]
        practice.save()

    fill(0)
    with_one = {path: costs(path) for path in paths}
    for number in range(1, 6):
        fill(number)

    assert {path: costs(path) for path in paths} == with_one
    assert {path: cost for path, cost in with_one.items() if cost > 27} == {}
