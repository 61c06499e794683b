"""The JSON of a list: what its page says, for another front end."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cop_blocks.models import Term
from cop_search.models import SearchPage
from tests.search import factories
from tests.search.factories import offer, page
from tests.search.reading import HOSTILE, get

DOCS = Path(__file__).parents[2] / "docs" / "api.md"
URL = "/nl/zoeken/api/v1/"
PARTNER = "https://partner.example"


@pytest.fixture
def search_page(site: Any, settings: Any) -> Any:
    settings.COP_SEARCH_PAGE_SIZE = 2
    return page(site.home, "Zoeken", model=SearchPage)


@pytest.fixture
def list_(site: Any, search_page: Any, offers: Any) -> Any:
    """Enough to filter, sort and turn pages."""
    offer(site.home, "Lening A", terms=["theme.circular", "region.delft"], summary="Geld & raad.")
    offer(site.home, "Lening B", terms=["theme.circular", "region.nl"], opens_on=factories.day(900))
    offer(site.home, "Lening C", terms=["theme.digitalisation", "support.loan"], place="closed")
    page(site.home, "Voucher", terms=["support.subsidy"])
    return search_page


def read(query: str = "", url: str = URL) -> Any:
    answer = get(f"{url}?{query}")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")
    return json.loads(answer.content)


STATES = [
    "",
    "page=2",
    "q=lening",
    "q=lening&sort=title&page=2",
    "theme=circular",
    "theme=circular&theme=digitalisation",
    "region=haaglanden",
    "region=delft&theme=circular",
    "region=delft&only=region",
    "support=money",
    "kind=offer&state=closed",
    "state=open&state=soon",
    "kind=page",
    "from=2026-01-01&to=2026-12-31",
    "theme=human-capital",
    "q=zonepanelen",
    "q=%21",
    "theme=blauw&page=99&sort=mooi&from=gisteren",
    "sort=newest",
    "sort=date",
]


@pytest.mark.parametrize("state", STATES)
def test_counts_and_order_are_those_of_the_page(list_: Any, state: str) -> None:
    html = get(f"/nl/zoeken/?{state}").content.decode()
    said = read(state)
    cards = re.findall(r'cop-card__title"><a href="([^"]*)">(.*?)</a>', html)
    assert [(hit["url"], hit["title"]) for hit in said["hits"]] == [
        (f"http://localhost{url}", unescape(re.sub(r"</?mark>", "", title))) for url, title in cards
    ]
    shown = re.findall(
        r'name="([^"]*)" value="([^"]*)" form="cop-finder-form"( checked)?[^>]*>'
        r'<span>(.*?)</span> <span class="cop-option__count">(\d+)</span>',
        html,
    )
    assert [
        (facet["name"], option["code"], option["chosen"], option["label"], option["count"])
        for facet in said["facets"]
        for option in facet["options"]
    ] == [
        (name, code, bool(checked), unescape(label), int(count))
        for name, code, checked, label, count in shown
    ]
    notes = re.search(r'id="cop-finder-notes">(.*?)</div>', html)
    told = re.findall(r"<p>(.*?)</p>", notes[1]) if notes else []
    assert said["notes"] == [unescape(note) for note in told]


def test_a_hit_says_what_a_card_says(list_: Any) -> None:
    (hit,) = read("region=delft&q=lening&theme=circular&state=open")["hits"]
    hit.pop("id")
    assert {**hit, "opens": None, "closes": None} == {
        "kind": "offer",
        "kind_label": "Offer",
        "title": "Lening A",
        "url": "http://localhost/nl/lening-a/",
        "summary": "Geld & raad.",
        "title_html": "<mark>Lening</mark> A",
        "summary_html": "Geld &amp; raad.",
        "excerpt_html": "",
        "state": "open",
        "state_label": "Open of lopend",
        "opens": None,
        "closes": None,
        "date": None,
        "terms": {
            "theme": [{"code": "circular", "label": "Circular (nl)"}],
            "region": [{"code": "delft", "label": "Delft (nl)"}],
        },
        "nearest": {},
        "card": {"amount": None},
    }


def test_a_hit_says_by_which_term_around_the_chosen_one_it_was_found(list_: Any) -> None:
    found = read("region=delft")
    assert {hit["title"]: hit["nearest"] for hit in found["hits"]} == {
        "Lening A": {},
        "Lening B": {"region": {"code": "nl", "label": "Nl (nl)"}},
    }
    only = read("region=delft&only=region")
    assert ([hit["title"] for hit in only["hits"]], only["query"]["only"]) == (
        ["Lening A"],
        ["region"],
    )


def test_a_facet_has_what_a_form_shows(list_: Any) -> None:
    facets = {facet["name"]: facet for facet in read("support=loan")["facets"]}
    assert list(facets) == ["kind", "theme", "support", "region", "state"]
    assert facets["support"] == {
        "name": "support",
        "label": "support (nl)",
        "options": [
            _option("money", "Money (nl)", 0, 2),
            _option("subsidy", "Subsidy (nl)", 1, 1),
            {**_option("loan", "Loan (nl)", 1, 1), "chosen": True},
            _option("advice", "Advice (nl)", 0, 0),
        ],
    }


def _option(code: str, label: str, depth: int, count: int) -> dict[str, Any]:
    return {"code": code, "label": label, "depth": depth, "count": count, "chosen": False}


def test_what_was_understood_and_what_was_not_is_told(list_: Any) -> None:
    said = read("q=lening&theme=circular&theme=blauw&page=99&kind=offer&from=2026-01-01")
    assert said["query"] == {
        "q": "lening",
        "filters": {"theme": ["circular"]},
        "only": [],
        "kinds": ["offer"],
        "states": [],
        "years": [],
        "from": "2026-01-01",
        "to": None,
        "sort": "relevance",
    }
    assert said["ignored"] == [{"name": "theme", "value": "blauw"}]
    assert len(said["notes"]) == 2
    assert (said["page"], said["pages"], said["total"], said["page_size"]) == (1, 1, 2, 2)


def test_links_turn_the_pages_and_lead_to_the_page_itself(list_: Any) -> None:
    root = "http://localhost/nl/zoeken/"
    links = read("sort=title&page=2")["links"]
    assert links == {
        "self": f"{root}api/v1/?sort=title&page=2",
        "first": f"{root}api/v1/?sort=title",
        "previous": f"{root}api/v1/?sort=title",
        "next": f"{root}api/v1/?sort=title&page=3",
        "last": f"{root}api/v1/?sort=title&page=3",
        "page": f"{root}?sort=title&page=2",
        "feed": f"{root}atom/",
        "suggest": f"{root}suggest/",
    }
    found: list[str] = []
    address: str | None = links["first"]
    while address:
        said = json.loads(get(address.removeprefix("http://localhost")).content)
        found += [hit["title"] for hit in said["hits"]]
        address = said["links"]["next"]
    assert found == ["Lening A", "Lening B", "Lening C", "Thuis", "Voucher"]


def test_a_merged_term_is_told_under_its_new_name(list_: Any) -> None:
    Term.objects.filter(name="theme.human-capital").update(
        is_retired=True, is_merged=True, successor=factories.term("theme.circular")
    )
    assert read("theme=human-capital")["query"]["filters"] == {"theme": ["circular"]}


def test_presets_of_the_page_hold(list_: Any) -> None:
    list_.finds_kinds = ["offer"]
    list_.cop_term_rows = [list_.cop_term_rows.model(tag=factories.term("theme.circular"))]
    list_.save()
    said = read("kind=page&theme=digitalisation")
    assert [hit["title"] for hit in said["hits"]] == ["Lening A", "Lening B"]
    assert said["query"]["filters"] == {"theme": ["circular"]}
    assert [facet["name"] for facet in said["facets"]] == ["support", "region", "state"]


def test_another_language_has_its_own(site: Any, search_page: Any) -> None:
    page(site.english, "Search", model=SearchPage)
    page(site.english, "Loan", terms=["theme.circular"])
    said = read("theme=circular", "/en/search/api/v1/")
    assert said["language"] == "en"
    assert said["hits"][0]["terms"]["theme"] == [{"code": "circular", "label": "Circular (en)"}]


def test_nothing_hidden_is_told_or_counted(site: Any, search_page: Any) -> None:
    private = page(site.home, "Geheim besloten", terms=["theme.circular"])
    page(private, "Geheim daaronder", terms=["theme.circular"])
    page(site.home, "Geheim concept", live=False, terms=["theme.circular"])
    page(
        site.home,
        "Geheim verlopen",
        expire_at=timezone.now() - timezone.timedelta(days=1),
        terms=["theme.circular"],
    )
    page(site.english, "Geheim English", terms=["theme.circular"])
    assert read("q=geheim&theme=circular")["total"] == 2
    factories.make_private(private)
    said = read("q=geheim&theme=circular")
    assert (said["total"], said["hits"]) == (0, [])
    assert "besloten" not in json.dumps(said)
    themes = next(facet for facet in said["facets"] if facet["name"] == "theme")
    assert [option["count"] for option in themes["options"]] == [0, 0, 0]


def test_a_private_list_and_a_draft_have_none(search_page: Any) -> None:
    restriction = factories.make_private(search_page)
    assert get(URL).status_code == 302
    restriction.delete()
    search_page.unpublish()
    assert get(URL).status_code == 404


def test_who_has_it_already_gets_304_and_asks_every_time(list_: Any) -> None:
    first = get(URL)
    assert first["Cache-Control"] == "max-age=0"
    assert not first.cookies
    again = get(URL, **{"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_it_is_read_only(list_: Any) -> None:
    client = Client(headers={"host": "localhost"})
    assert (client.head(URL).status_code, client.head(URL).content) == (200, b"")
    assert client.options(URL)["Allow"] == "GET, HEAD, OPTIONS"
    for method in (client.post, client.put, client.patch, client.delete):
        refused = method(URL)
        assert (refused.status_code, refused["Allow"]) == (405, "GET, HEAD, OPTIONS")


def test_other_sites_may_not_read_it_in_a_browser(list_: Any) -> None:
    answer = get(URL, origin=PARTNER)
    assert not [name for name in answer.headers if name.startswith("Access-Control")]


def test_sites_of_the_setting_may(list_: Any, settings: Any) -> None:
    settings.COP_SEARCH_API_ORIGINS = [PARTNER]
    theirs = get(URL, origin=PARTNER)
    assert theirs["Access-Control-Allow-Origin"] == PARTNER
    assert theirs["Access-Control-Expose-Headers"] == "ETag"
    assert "Access-Control-Allow-Credentials" not in theirs
    again = get(URL, **{"origin": PARTNER, "if-none-match": theirs["ETag"]})
    assert (again.status_code, again["Access-Control-Allow-Origin"]) == (304, PARTNER)
    other = get(URL, origin="https://other.example")
    assert "Access-Control-Allow-Origin" not in other
    assert "Origin" in theirs["Vary"] and "Origin" in other["Vary"]


def test_a_browser_may_ask_beforehand(list_: Any, settings: Any) -> None:
    settings.COP_SEARCH_API_ORIGINS = [PARTNER]
    client = Client(headers={"host": "localhost"})
    asked = client.options(URL, headers={"origin": PARTNER})
    assert asked["Access-Control-Allow-Origin"] == PARTNER
    assert asked["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert asked["Access-Control-Allow-Headers"] == "If-None-Match"
    other = client.options(URL, headers={"origin": "https://other.example"})
    assert "Access-Control-Allow-Methods" not in other


@pytest.mark.parametrize("value", ["*", ["*"]])
def test_all_sites_may_where_it_is_said(list_: Any, settings: Any, value: Any) -> None:
    settings.COP_SEARCH_API_ORIGINS = value
    assert get(URL, origin=PARTNER)["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    ("value", "is_right"),
    [
        ([PARTNER, "http://localhost:3000"], True),
        ("*", True),
        ([], True),
        ([f"{PARTNER}/"], False),
        (["partner.example"], False),
        (["https://[half"], False),
    ],
)
def test_an_origin_that_never_fits_is_told(settings: Any, value: Any, is_right: bool) -> None:
    settings.COP_SEARCH_API_ORIGINS = value
    if is_right:
        call_command("check")
    else:
        with pytest.raises(SystemCheckError, match=r"cop_search\.E003"):
            call_command("check")


@pytest.mark.parametrize("name", ["q", "theme", "region", "kind", "state", "page", "sort", "from"])
def test_nothing_that_is_asked_breaks_it(list_: Any, name: str) -> None:
    for value in HOSTILE:
        assert read(f"{name}={value}&{name}={value}")["version"] == 1


def test_it_costs_the_same_for_any_state_and_any_number(site: Any, list_: Any) -> None:
    def cost(state: str) -> int:
        get(f"{URL}?{state}")
        with CaptureQueriesContext(connection) as captured:
            get(f"{URL}?{state}")
        return len(captured)

    # Nine of them are how Wagtail finds a page and whether it may be seen, three those of "get".
    everything = "q=lening&theme=circular&region=delft&region=nl&state=open&page=2"
    assert (cost("theme=circular&region=delft"), cost(everything)) == (16, 17)
    for number in range(5):
        offer(site.home, f"Lening {number}", terms=["theme.circular", "region.delft"])
        factories.vocabulary(f"more-{number}", {"a": None, "b": "a"}, match="within")
    assert cost(everything) <= 17


def test_the_example_is_what_is_said(list_: Any) -> None:
    said = read("q=lening&theme=circular&theme=blauw&sort=title")
    said["engine"] = "sqlite"
    for place, hit in enumerate(said["hits"]):
        hit["id"] = 12 + place
    example = json.dumps(said, ensure_ascii=False, indent=2)
    (shown,) = re.findall(r"```json\n(.*?)```", DOCS.read_text(), re.DOTALL)
    assert shown.strip() == example, f"Put this into docs/api.md:\n{example}"


def test_every_field_is_documented(site: Any, list_: Any) -> None:
    """The table of fields names all of them and nothing else."""
    english = list_.copy_for_translation(site.english.locale)
    english.save_revision().publish()
    page(site.english, "Loan", terms=["support.advice"])
    fields = _fields(read("region=delft&theme=blauw")) | _fields(read("support=advice"))
    table = DOCS.read_text().partition("## Fields")[2].partition("##")[0]
    documented = set(re.findall(r"^\| `([a-z_.\[\]]+)`", table, re.MULTILINE))
    assert documented == {name for name in fields if _is_ours(name)}


def _is_ours(name: str) -> bool:
    """Below these lie vocabularies of the site, and what each kind of page adds."""
    return not name.startswith(
        ("hits[].card.", "hits[].terms.", "hits[].nearest.", "query.filters.", "best_bets[].")
    )


def _fields(value: Any, name: str = "") -> set[str]:
    if isinstance(value, dict):
        named = {f"{name}.{key}".lstrip("."): inner for key, inner in value.items()}
        return {*named}.union(*(_fields(inner, key) for key, inner in named.items()))
    if isinstance(value, list):
        return set().union(*(_fields(inner, f"{name}[]") for inner in value))
    return set()
