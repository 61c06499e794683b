"""The listings of organisations and people: filtered, searched, with pictures, exported."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cop_blocks.models import Organisation, Person, PersonText
from tests.blocks.site_factories import home, image
from tests.blocks.terms.factories import term, vocabulary
from tests.rights import client_of, page_of, person, words

#: Wagtail leaves the file open from which it makes a picture.
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:.*SpooledTemporaryFile"),
]

ORGANISATIONS = "/admin/snippets/cop_blocks/organisation/"
PEOPLE = "/admin/snippets/cop_blocks/person/"


@pytest.fixture
def client() -> Any:
    home()
    rights = ("view", "add", "change")
    return client_of(person("Ed", models={Organisation: rights, Person: rights}))


def listed(client: Any, url: str) -> list[str]:
    page = page_of(client.get(url))
    return [words(link) for link in page.select("td.title .title-wrapper a")]


def row(client: Any, url: str) -> list[str]:
    return [words(cell) for cell in page_of(client.get(url)).select("tbody tr:first-child td")]


def test_a_row_of_an_organisation_says_what_it_is(client: Any) -> None:
    Organisation.objects.create(
        name="Loket",
        kind="public",
        level="regional",
        region=term(vocabulary("region"), "leiden", "Leiden"),
        logo=image(),
    )

    assert row(client, ORGANISATIONS)[2:6] == ["", "Public", "Regional", "Leiden"]
    assert page_of(client.get(ORGANISATIONS)).select_one("img.cop-desk-picture")["alt"] == ""


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kind=public", ["Loket"]),
        ("level=national", ["Bank"]),
        ("region=leiden", ["Loket"]),
        ("region=nowhere", ["Bank", "Loket"]),
        ("q=lok", ["Loket"]),
        ("q=bnk&kind=private", ["Bank"]),
        ("q=lok&kind=private", []),
    ],
)
def test_organisations_are_filtered_and_searched(
    client: Any, query: str, expected: list[str]
) -> None:
    leiden = term(vocabulary("region"), "leiden", "Leiden")
    Organisation.objects.create(name="Loket", kind="public", level="local", region=leiden)
    Organisation.objects.create(name="Bank", short_name="BNK", kind="private", level="national")

    assert sorted(listed(client, f"{ORGANISATIONS}?{query}")) == expected


def test_organisations_are_exported_without_formulas(client: Any) -> None:
    Organisation.objects.create(name="@Loket", kind="public", phone="+31 10 123", rsin="")

    response = client.get(ORGANISATIONS, {"export": "csv"})

    head, line = b"".join(response.streaming_content).decode().splitlines()
    assert head == (
        "Name,Short name,Kind,Level,Website,E-mail address,Telephone,KvK number,RSIN,OIN"
    )
    assert line == "'@Loket,,Public,,,,'+31 10 123,,,"


def test_a_row_of_a_person_says_what_they_do_in_the_language_of_the_editor(client: Any) -> None:
    loket = Organisation.objects.create(name="Loket")
    noor = Person.objects.create(name="Noor", organisation=loket, email="noor@example.org")
    PersonText.objects.create(person=noor, language="nl", job_title="Adviseur")
    PersonText.objects.create(person=noor, language="en", job_title="Adviser")

    assert row(client, PEOPLE)[2:6] == ["", "Adviser", "Loket", "noor@example.org"]


def test_people_are_found_by_their_organisation(client: Any) -> None:
    loket = Organisation.objects.create(name="Loket")
    Person.objects.create(name="Noor", organisation=loket)
    bank = Organisation.objects.create(name="Bank")
    Person.objects.create(name="Sem", organisation=bank)

    assert listed(client, f"{PEOPLE}?organisation={loket.pk}") == ["Noor"]
    assert listed(client, f"{PEOPLE}?q=loket") == ["Noor"]
    assert listed(client, f"{PEOPLE}?ordering=-organisation__name") == ["Noor", "Sem"]


def test_both_listings_cost_the_same_for_one_and_for_many(client: Any) -> None:
    owner_of_terms = vocabulary("region")

    def fill(numbers: Any) -> None:
        for number in numbers:
            region = term(owner_of_terms, f"region-{number}", f"Region {number}")
            owner = Organisation.objects.create(
                name=f"Loket {number}", region=region, logo=image(f"Logo {number}")
            )
            Person.objects.create(
                name=f"Noor {number}", organisation=owner, photo=image(f"Foto {number}")
            )

    def costs(url: str) -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    fill(range(1))
    with_one = {url: costs(url) for url in (ORGANISATIONS, PEOPLE)}
    fill(range(1, 8))

    assert {url: costs(url) for url in with_one} == with_one
