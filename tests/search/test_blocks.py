"""What an editor drops on any page: a search box, a search within a theme, the newest of a kind."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.template import Context, Template
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Page

from cop_blocks.models import InformationPage
from cop_blocks.streamfield import body_block_types
from cop_search import outbox
from cop_search.blocks import kind_choices, term_choices
from cop_search.models import SearchPage
from tests.search import factories
from tests.search.factories import offer, page
from tests.search.reading import get

#: What an editor leaves as it is.
EMPTY: dict[str, dict[str, Any]] = {
    "search_box": {"heading": "", "kinds": [], "terms": []},
    "search_within": {},
    "newest_pages": {"heading": "", "kinds": [], "terms": [], "number": 3},
}


@pytest.fixture
def search_page(site: Any) -> Any:
    return page(site.home, "Zoeken", model=SearchPage)


def shown(site: Any, *blocks: tuple[str, dict[str, Any]]) -> str:
    """The home page with these blocks in its body."""
    site.home.refresh_from_db()
    site.home.body = [(name, {**EMPTY[name], **value}) for name, value in blocks]
    site.home.save()
    html: str = get("/nl/").content.decode()
    return html.partition('<div class="cop-body cop-stack">')[2].partition("</main>")[0]


def cards(html: str) -> list[str]:
    return re.findall(r'cop-card__title"><a href="[^"]*">([^<]*)</a>', html)


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def hidden(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', html)


def test_a_search_box_leads_to_the_results_page_with_what_is_preset(
    site: Any, search_page: Any, offers: Any
) -> None:
    terms = ["theme.circular", "region.delft", "region.brabant"]
    chosen = [key.replace(".", ":") for key in terms]
    html = shown(site, ("search_box", {"heading": "Zoek", "kinds": ["offer"], "terms": chosen}))
    assert "<h2>Zoek</h2>" in html
    assert 'action="/nl/zoeken/"' in html
    assert 'data-cop-suggest="/nl/zoeken/suggest/"' in html
    assert hidden(html) == [
        ("kind", "offer"),
        ("theme", "circular"),
        ("region", "delft"),
        ("region", "brabant"),
    ]


def test_two_boxes_of_a_page_have_labels_of_their_own(site: Any, search_page: Any) -> None:
    html = shown(site, ("search_box", {}), ("search_box", {}))
    ids = re.findall(r'<input class="cop-field"[^>]* id="([^"]*)"', html)
    assert ids == ["cop-search-box", "cop-search-box-2"]
    assert re.findall(r'<label for="([^"]*)"', html) == ids
    named = re.findall(r'role="search" aria-labelledby="([^"]*)"', html)
    assert named == re.findall(r'<label [^>]*id="([^"]*)"', html)


def test_without_a_results_page_no_box_is_shown(site: Any) -> None:
    page(site.home, "Circulair", terms=["theme.circular"])
    assert "<form" not in shown(site, ("search_box", {"heading": "Zoek"}))
    assert "Zoek" not in shown(site, ("search_within", {"term": "theme:circular"}))


def test_a_search_within_a_theme_says_its_name_and_how_much_there_is(
    site: Any, search_page: Any
) -> None:
    for title in ("Een", "Twee"):
        page(site.home, title, terms=["theme.circular"])
    html = shown(site, ("search_within", {"term": "theme:circular"}))
    assert ' id="cop-search-box-theme-circular-label">Zoek in Circular (nl)</label>' in html
    assert hidden(html) == [("theme", "circular")]
    assert '<a href="/nl/zoeken/?theme=circular">Alle 2 pagina’s over Circular (nl)</a>' in html


def test_a_theme_with_nothing_in_it_shows_no_search(site: Any, search_page: Any) -> None:
    made = page(site.home, "Een", terms=["theme.circular"])
    assert "<form" in shown(site, ("search_within", {"term": "theme:circular"}))
    made.unpublish()
    assert "<form" not in shown(site, ("search_within", {"term": "theme:circular"}))
    assert "<form" not in shown(site, ("search_within", {"term": "theme:gone"}))


def test_the_newest_are_of_the_kinds_and_terms_chosen(
    site: Any, search_page: Any, offers: Any
) -> None:
    for number in range(4):
        published = factories.NOON + timedelta(days=number)
        offer(
            site.home, f"Voucher {number}", terms=["theme.circular"], first_published_at=published
        )
    offer(site.home, "Lening", terms=["theme.digitalisation"])
    page(site.home, "Contact", terms=["theme.circular"])
    block = {"heading": "Nieuw", "kinds": ["offer"], "terms": ["theme:circular"]}
    html = shown(site, ("newest_pages", block))
    assert "<h2>Nieuw</h2>" in html
    assert cards(html) == ["Voucher 3", "Voucher 2", "Voucher 1"]
    assert '<a href="/nl/zoeken/?kind=offer&amp;theme=circular">Toon 4 resultaten</a>' in html
    assert len(cards(shown(site, ("newest_pages", {"number": 12})))) == 7


def test_where_nothing_is_new_nothing_is_shown(site: Any, search_page: Any) -> None:
    html = shown(site, ("newest_pages", {"heading": "Kop", "terms": ["theme:circular"]}))
    assert text(html) == ""


@pytest.mark.parametrize("hide", ["private", "draft", "expired", "English"])
def test_nothing_hidden_is_in_any_block(site: Any, search_page: Any, hide: str) -> None:
    secret = page(site.home, "Geheim", terms=["theme.circular"])
    blocks = (
        ("newest_pages", {"terms": ["theme:circular"]}),
        ("search_within", {"term": "theme:circular"}),
    )
    assert "Geheim" in shown(site, *blocks)
    match hide:
        case "private":
            factories.make_private(secret)
        case "draft":
            secret.unpublish()
        case "expired":
            secret.expire_at = timezone.now() - timedelta(days=1)
            secret.save()
        case "English":
            secret.delete()
            page(site.english, "Geheim", terms=["theme.circular"])
    assert text(shown(site, *blocks)) == ""


def test_an_editor_chooses_from_what_there_is(site: Any, offers: Any) -> None:
    retired = factories.term("theme.human-capital")
    retired.is_retired = True
    retired.save()
    with translation.override("en"):
        chosen = term_choices()
    assert chosen[:2] == [
        ("theme:digitalisation", "Theme: Digitalisation (en)"),
        ("theme:circular", "Theme: Circular (en)"),
    ]
    assert ("support:loan", "Support: Loan (en)") in chosen
    assert ("offer", "Offers") in kind_choices()


def test_an_editor_saves_all_of_them(site: Any, offers: Any, admin_client: Any) -> None:
    data = {
        "title": "Thuis",
        "slug": "thuis",
        "introduction": "",
        "body-count": 1,
        "body-0-deleted": "",
        "body-0-order": 0,
        "body-0-type": "newest_pages",
        "body-0-value-heading": "Nieuw",
        "body-0-value-kinds": ["offer"],
        "body-0-value-terms-count": 1,
        "body-0-value-terms-0-deleted": "",
        "body-0-value-terms-0-order": 0,
        "body-0-value-terms-0-value": "theme:circular",
        "body-0-value-number": 2,
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        "action-publish": "1",
    }
    answer = admin_client.post(reverse("wagtailadmin_pages:edit", args=[site.home.pk]), data)
    assert answer.status_code == 302, answer.context["form"].errors
    (block,) = InformationPage.objects.get(pk=site.home.pk).body
    assert (block.value["kinds"], list(block.value["terms"])) == (["offer"], ["theme:circular"])


def test_the_blocks_are_offered_in_every_body() -> None:
    assert {"search_box", "search_within", "newest_pages"} <= set(dict(body_block_types()))


def test_the_tags_show_the_same(site: Any, search_page: Any, offers: Any) -> None:
    offer(site.home, "Voucher", terms=["theme.circular"])
    page(site.home, "Contact", terms=["theme.circular"])
    outbox.work_off()
    template = Template(
        "{% load cop_search %}"
        '{% cop_newest "offer" number=6 theme="circular" heading="Nieuw" %}'
        '{% cop_search_within "theme" "circular" %}'
        '{% cop_newest "gone" %}{% cop_search_within "theme" "gone" %}'
    )
    request = RequestFactory().get("/nl/", headers={"host": "localhost"})
    with translation.override("nl"):
        html = template.render(Context({"request": request}))
    assert cards(html) == ["Voucher"]
    assert html.count("<section") == 2
    assert "Alle 2 pagina’s over Circular (nl)" in text(html)


def test_a_page_of_blocks_costs_the_same_for_any_number_of_pages(
    site: Any, search_page: Any, offers: Any
) -> None:
    blocks = (
        ("newest_pages", {"kinds": ["offer"], "number": 6}),
        ("search_within", {"term": "theme:circular"}),
        ("search_box", {}),
    )
    offer(site.home, "Voucher", terms=["theme.circular"])
    shown(site, *blocks)

    def cost() -> int:
        get("/nl/")
        with CaptureQueriesContext(connection) as captured:
            get("/nl/")
        return len(captured)

    one = cost()
    for number in range(5):
        offer(Page.objects.get(pk=site.home.pk), f"Voucher {number}", terms=["theme.circular"])
    assert cost() == one
