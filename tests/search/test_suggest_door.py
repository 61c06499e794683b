"""The address below a page that answers while somebody types in its field."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cop_blocks.models import Organisation, OrganisationIndexPage, TermLabel
from cop_catalog.models import InitiativeIndexPage, InitiativeOrganisation, InitiativePage
from cop_search.models import SearchPage
from tests.search import factories
from tests.search.factories import offer, page
from tests.search.reading import HOSTILE, get

URL = "/nl/zoeken/suggest/"


@pytest.fixture
def search_page(site: Any) -> Any:
    return page(site.home, "Zoeken", model=SearchPage)


def read(query: str, url: str = URL) -> Any:
    answer = get(f"{url}?{query}")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")
    return json.loads(answer.content)


def urls(query: str, url: str = URL) -> dict[str, str]:
    groups = read(query, url)["groups"]
    return {option["label"]: option["url"] for group in groups for option in group["options"]}


def test_groups_are_ready_to_be_shown(site: Any, search_page: Any, offers: Any) -> None:
    catalogue = page(site.home, "Ondersteuning", model=InitiativeIndexPage)
    page(site.home, "Organisaties", model=OrganisationIndexPage)
    offer(site.home, "Lening A", terms=["support.loan"])
    named = page(catalogue, "Lening B", model=InitiativePage, summary="Eén zin.")
    fund = Organisation.objects.create(name="Fonds voor leningen")
    named.organisation_rows = [InitiativeOrganisation(organisation=fund)]
    named.save()
    loan = factories.term("support.loan")
    TermLabel.objects.filter(term=loan, language="nl").update(alternatives="Lening\nKrediet")
    assert read("q=lening") == {
        "groups": [
            {
                "kind": "term",
                "vocabulary": "support",
                "label": "support (nl)",
                "options": [
                    {
                        "code": "loan",
                        "label": "Loan (nl)",
                        "hint": "Lening",
                        "url": "/nl/zoeken/?support=loan",
                    }
                ],
            },
            {
                "kind": "page",
                "label": "Pagina’s",
                "options": [
                    {"label": "Lening A", "hint": "Offer", "url": "/nl/lening-a/"},
                    {
                        "label": "Lening B",
                        "hint": "Initiatief",
                        "url": "/nl/ondersteuning/lening-b/",
                    },
                ],
            },
            {
                "kind": "organisation",
                "label": "Organisaties",
                "options": [
                    {
                        "label": "Fonds voor leningen",
                        "hint": "",
                        "url": "/nl/organisaties/fonds-voor-leningen/",
                    }
                ],
            },
        ],
        "status": "4 suggesties",
    }


def test_every_address_that_it_names_is_there(site: Any, search_page: Any) -> None:
    page(site.home, "Circular", terms=["theme.circular"])
    for url in urls("q=circular").values():
        answer = get(url)
        assert answer.status_code == 200
    assert [hit.title for hit in get("/nl/zoeken/?theme=circular").context["finder"].hits] == [
        "Circular"
    ]


def test_where_there_is_nothing_it_says_so(search_page: Any) -> None:
    assert read("q=zonepanelen") == {"groups": [], "status": "Geen suggesties"}


def test_a_term_leads_to_the_list_with_what_is_chosen_already(site: Any, search_page: Any) -> None:
    page(site.home, "Een", terms=["theme.circular", "region.delft"])
    assert urls("q=delft&theme=circular&theme=blauw&sort=title&page=2&from=2026-01-01") == {
        "Delft (nl)": "/nl/zoeken/?theme=circular&region=delft"
    }
    assert urls("q=delft&theme=digitalisation") == {}


def test_presets_of_the_page_hold(site: Any, search_page: Any, offers: Any) -> None:
    offer(site.home, "Lening A", terms=["theme.circular"])
    offer(site.home, "Lening B", terms=["theme.digitalisation"])
    page(site.home, "Lening C", terms=["theme.circular"])
    search_page.finds_kinds = ["offer"]
    search_page.cop_term_rows = [
        search_page.cop_term_rows.model(tag=factories.term("theme.circular"))
    ]
    search_page.save()
    assert list(urls("q=lening")) == ["Lening A"]
    assert list(urls("q=lening&kind=page&theme=digitalisation")) == ["Lening A"]


def test_a_kind_that_is_chosen_holds(site: Any, search_page: Any, offers: Any) -> None:
    offer(site.home, "Lening A", terms=["theme.circular"])
    page(site.home, "Lening B", terms=["theme.digitalisation"])
    assert list(urls("q=lening&kind=offer&kind=auto")) == ["Lening A"]
    assert urls("q=circ&kind=offer") == {"Circular (nl)": "/nl/zoeken/?kind=offer&theme=circular"}
    assert list(urls("q=lening&kind=auto")) == ["Lening A", "Lening B"]


def test_it_may_be_kept_for_a_minute_and_by_anybody(site: Any, search_page: Any) -> None:
    first = get(f"{URL}?q=lening")
    assert first["Cache-Control"] == "max-age=60"
    assert not first.cookies
    again = get(f"{URL}?q=lening", **{"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_what_a_private_page_suggests_is_kept_by_nobody(
    search_page: Any, admin_client: Any
) -> None:
    factories.make_private(search_page)
    assert get(f"{URL}?q=x").status_code == 302
    answer = admin_client.get(f"{URL}?q=x", headers={"host": "localhost"})
    assert answer.status_code == 200
    assert "private" in answer["Cache-Control"]


def test_it_answers_get_alone(search_page: Any) -> None:
    client = Client(headers={"host": "localhost"})
    assert client.head(URL).content == b""
    assert client.options(URL)["Allow"] == "GET, HEAD, OPTIONS"
    refused = client.post(URL)
    assert (refused.status_code, refused["Allow"]) == (405, "GET, HEAD, OPTIONS")


def test_a_draft_has_none(search_page: Any) -> None:
    search_page.unpublish()
    assert get(f"{URL}?q=x").status_code == 404


def test_sites_that_may_read_the_json_may_read_this(search_page: Any, settings: Any) -> None:
    settings.COP_SEARCH_API_ORIGINS = ["https://partner.example"]
    answer = get(f"{URL}?q=x", origin="https://partner.example")
    assert answer["Access-Control-Allow-Origin"] == "https://partner.example"


@pytest.mark.parametrize("name", ["q", "theme", "kind", "only", "page"])
def test_nothing_that_is_typed_breaks_it(site: Any, search_page: Any, name: str) -> None:
    page(site.home, "Een", terms=["theme.circular"])
    for value in HOSTILE:
        assert set(read(f"{name}={value}&{name}={value}&q=een")) == {"groups", "status"}
    assert read("")["groups"] == []


def test_it_costs_the_same_for_any_number(site: Any, search_page: Any) -> None:
    def cost() -> int:
        get(f"{URL}?q=circular")
        with CaptureQueriesContext(connection) as captured:
            get(f"{URL}?q=circular")
        return len(captured)

    page(site.home, "Circular", terms=["theme.circular"])
    one = cost()
    for number in range(5):
        page(site.home, f"Circular {number}", terms=["theme.circular"])
        factories.vocabulary(f"more-{number}", {"circular": None})
    assert cost() == one
