"""What the catalogue has to say on the dashboard, and the listings behind every number."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cop_blocks.models import Organisation
from cop_catalog.cards import shown_state, site_today
from cop_catalog.models import GoodPracticeOrganisation, InitiativePage
from tests.blocks.site_factories import image
from tests.catalog import factories
from tests.rights import EDIT, client_of, page_of, person, words

#: Wagtail leaves the file open from which it makes a picture.
pytestmark = pytest.mark.filterwarnings("ignore:.*SpooledTemporaryFile")

INITIATIVES, PRACTICES = "/admin/cop_initiatives/", "/admin/cop_good_practices/"

TODAY = site_today()
DAY = timedelta(1)


@pytest.fixture
def client(site: Any) -> Any:
    pages = (site.catalogue, site.catalogue_en, site.practices, site.practices_en)
    return client_of(person("Ed", dict.fromkeys(pages, EDIT)))


def listed(client: Any, url: str) -> list[str]:
    page = page_of(client.get(url))
    return [words(link) for link in page.select("td.title .title-wrapper a")]


def number(client: Any, text: str) -> str:
    links = page_of(client.get("/admin/")).select(".w-summary a, a.cop-desk-number")
    return next(str(link["href"]) for link in links if words(link) == text)


def row(client: Any, url: str) -> list[str]:
    cells = page_of(client.get(url)).select("tbody tr:first-child td")
    return [words(cell) for cell in cells]


def test_shortcuts_lead_to_the_one_place_in_the_language_of_the_site(site, client):
    links = page_of(client.get("/admin/")).select("a.cop-desk-shortcut")

    assert [(words(a.select_one(".cop-desk-shortcut__label")), a["href"]) for a in links] == [
        (
            "New initiative",
            f"/admin/pages/add/cop_catalog/initiativepage/{site.catalogue.pk}/",
        ),
        (
            "New good practice",
            f"/admin/pages/add/cop_catalog/goodpracticepage/{site.practices.pk}/",
        ),
    ]


def many_states(site: Any) -> None:
    checked = {"verified_on": TODAY}
    for title, fields in (
        ("Altijd", {}),
        ("Vandaag de laatste dag", {"closes_on": TODAY}),
        ("Vandaag de eerste dag", {"opens_on": TODAY}),
        ("Morgen", {"opens_on": TODAY + DAY}),
        ("Voorbij", {"closes_on": TODAY - DAY}),
        ("Op", {"budget_used_up": True}),
        ("Gepauzeerd", {"state": "paused"}),
        ("Opgeheven", {"state": "closed", "closes_on": TODAY - DAY}),
        ("Concept", {"live": False}),
    ):
        factories.make_initiative(site.catalogue, title, **checked, **fields)


def test_open_initiatives_are_counted_as_visitors_see_them(site, client):
    many_states(site)
    factories.translated(InitiativePage.objects.get(title="Altijd"))

    url = number(client, "3 open initiatives")

    assert sorted(listed(client, url)) == [
        "Altijd",
        "Vandaag de eerste dag",
        "Vandaag de laatste dag",
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("state=soon", ["Morgen"]),
        ("state=closed", ["Gepauzeerd", "Op", "Opgeheven", "Voorbij"]),
        ("out_of_date=date", ["Voorbij"]),
        ("published=no", ["Concept"]),
    ],
)
def test_initiatives_are_filtered_by_where_they_stand(site, client, query, expected):
    many_states(site)

    assert sorted(listed(client, f"{INITIATIVES}?{query}")) == expected


def test_the_filter_says_what_the_page_says_of_every_initiative(site, client):
    many_states(site)

    for page in InitiativePage.objects.all():
        state = shown_state(page.timing).code
        assert page.title in listed(client, f"{INITIATIVES}?state={state}"), (page.title, state)


def test_what_was_not_checked_in_time_is_out_of_date(site, client):
    long_ago = TODAY - timedelta(31)
    for title, fields in (
        ("Op tijd", {"verified_on": TODAY - timedelta(30), "review_interval_days": 30}),
        ("Te laat", {"verified_on": long_ago, "review_interval_days": 30}),
        ("Ander ritme", {"verified_on": long_ago, "review_interval_days": 365}),
        ("Nooit", {"verified_on": None}),
        ("Gepauzeerd", {"verified_on": None, "state": "paused"}),
        ("Opgeheven", {"verified_on": None, "state": "closed"}),
        ("Concept", {"verified_on": None, "live": False}),
    ):
        factories.make_initiative(site.catalogue, title, **fields)

    url = number(client, "3 initiatives to check")

    assert sorted(listed(client, url)) == ["Gepauzeerd", "Nooit", "Te laat"]
    assert listed(client, f"{url}&ordering=verified_on")[-1] == "Te laat"
    marked = page_of(client.get(f"{INITIATIVES}?locale=nl")).select("tbody tr")
    to_check = {words(tr.select_one("td.title a")) for tr in marked if "To check" in words(tr)}
    assert to_check == {"Gepauzeerd", "Nooit", "Te laat"}


def test_a_translation_is_not_out_of_date_beside_its_source(site, client):
    page = factories.make_initiative(site.catalogue, "Nooit", verified_on=None)
    factories.translated(page, title="Never")

    assert listed(client, number(client, "1 initiative to check")) == ["Nooit"]
    translator = client_of(person("Vera", {site.catalogue_en: ("change",)}))
    assert page_of(translator.get("/admin/")).select("a.cop-desk-number") == []


def test_an_english_original_is_out_of_date_where_it_is_kept(site, client):
    page = factories.make_initiative(site.catalogue_en, "Never", verified_on=None)
    factories.translated(page, "nl", title="Nooit")

    assert listed(client, number(client, "1 initiative to check")) == ["Never"]


def test_an_initiative_past_its_closing_date_and_still_active_is_out_of_date(site, client):
    many_states(site)

    assert listed(
        client, number(client, "1 initiative past its closing date and still active")
    ) == ["Voorbij"]
    assert number(client, "1 thing out of date")


def test_a_row_of_an_initiative_says_who_and_where_it_stands(site, client):
    page = factories.make_initiative(
        site.catalogue, "Voucher", providers=["Loket", "Bank"], closes_on=TODAY, verified_on=TODAY
    )
    Organisation.objects.filter(name="Loket").update(logo=image())

    cells = row(client, INITIATIVES)

    shown = TODAY.strftime("%-d %B %Y")
    assert cells[2:6] == ["Loket, Bank", f"Open until {shown}", shown, "Ondersteuning"]
    assert page_of(client.get(INITIATIVES)).select_one("img.cop-desk-picture")["alt"] == ""
    assert page.title in cells[1]


def test_initiatives_are_found_by_provider_and_theme(site, client):
    loket = factories.make_organisation("Loket")
    factories.make_initiative(site.catalogue, "Voucher", providers=["Loket"], terms=[site.digital])
    factories.make_initiative(site.catalogue, "Lening", providers=["Bank"], terms=[site.circular])

    assert listed(client, f"{INITIATIVES}?q=loket") == ["Voucher"]
    assert listed(client, f"{INITIATIVES}?provider={loket.pk}") == ["Voucher"]
    assert listed(client, f"{INITIATIVES}?theme=circular") == ["Lening"]
    assert sorted(listed(client, f"{INITIATIVES}?theme=circular&theme=digitalisation")) == [
        "Lening",
        "Voucher",
    ]


def test_good_practices_are_listed_with_their_organisations(site, client):
    page = factories.make_practice(site.practices, "Samen slim", terms=[site.digital])
    dnb = factories.make_organisation("Drukkerij")
    page.organisation_rows.add(GoodPracticeOrganisation(organisation=dnb))
    page.save()
    factories.make_practice(site.practices, "Anders")

    assert listed(client, f"{PRACTICES}?organisation={dnb.pk}") == ["Samen slim"]
    assert listed(client, f"{PRACTICES}?q=drukkerij") == ["Samen slim"]
    assert row(client, f"{PRACTICES}?theme=digitalisation")[2] == "Drukkerij"


def test_an_export_of_initiatives_guards_against_formulas(site, client):
    factories.make_initiative(site.catalogue, "=cmd()", providers=["+Loket"], verified_on=TODAY)

    response = client.get(INITIATIVES, {"export": "csv"})

    head, line = b"".join(response.streaming_content).decode().splitlines()
    assert head.startswith("Title,Summary,Provider,State,Opens on,Closes on,Last checked,Language")
    assert line.startswith(f"'=cmd(),Eén zin.,'+Loket,Active,,,{TODAY},nl,True,")


def test_listings_and_dashboard_cost_the_same_for_one_and_for_many(site, client):
    def fill(numbers: Any) -> None:
        for place in numbers:
            factories.make_initiative(
                site.catalogue,
                f"Voucher {place}",
                providers=[f"Loket {place}", f"Bank {place}"],
                review_interval_days=10 + place,
            )
            practice = factories.make_practice(site.practices, f"Praktijk {place}")
            organisation = factories.make_organisation(f"Loket {place}")
            organisation.logo = image(f"Logo {place}")
            organisation.save()
            practice.organisation_rows.add(GoodPracticeOrganisation(organisation=organisation))
            practice.save()

    def costs(url: str) -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    urls = ("/admin/", INITIATIVES, PRACTICES, f"{INITIATIVES}?q=loket&state=open")
    fill(range(1))
    with_one = {url: costs(url) for url in urls}
    fill(range(1, 9))

    assert {url: costs(url) for url in urls} == with_one


def test_an_editor_of_an_organisation_is_told_of_what_they_can_put_right(site):
    theirs = factories.make_initiative(
        site.catalogue, "Van ons", providers=["Loket"], verified_on=None
    )
    factories.make_initiative(site.catalogue, "Van een ander", providers=["Bank"], verified_on=None)
    pim = person("Pim", {site.catalogue: ("add",)})
    loket = factories.make_organisation("Loket")
    loket.members.create(user=pim)
    loket.save()
    client = client_of(pim)

    assert listed(client, number(client, "1 initiative to check")) == [theirs.title]
    numbers = page_of(client.get("/admin/")).select(".w-summary a")
    assert not any("session" in words(link) for link in numbers)
