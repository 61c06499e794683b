"""The results page as a visitor gets it, and as an editor sets it up."""

import re

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext, ngettext
from wagtail.models import Locale, Page, Site

from cop_blocks import finding
from cop_blocks.models import SiteSettings
from cop_search import outbox
from cop_search.models import SearchPage
from tests.search import factories
from tests.search.factories import offer, page

HOSTILE = [
    '"',
    '""',
    "'",
    "%00",
    "a%00b",
    "%20%20%20",
    "+",
    "x" * 10_000,
    "woord " * 2_000,
    "word:word",
    "title:een",
    "!!! ... ???",
    "een AND (",
    "een* OR NEAR(a b)",
    "-een",
    "%F0%9F%98%80",
    "%ED%A0%80",
    "\\",
    "&|!():*<>",
    "%25%25%73",
    "{0}%7B%7B%7D",
    "<script>alert(1)</script>",
]


@pytest.fixture
def search_page(site):
    return page(site.home, "Zoeken", model=SearchPage, introduction="Doorzoek alles.")


@pytest.fixture
def get(client, search_page):
    """The page's HTML for a query string, after all that waits is indexed."""

    def ask(query="", status=200):
        outbox.work_off()
        response = client.get(f"/nl/zoeken/?{query}")
        assert response.status_code == status
        return response.content.decode()

    return ask


def cards(html):
    """Address and title of each; what was searched for is marked in the title."""
    found = re.findall(r'cop-card__title"><a href="([^"]*)">(.*?)</a>', html)
    return [(url, re.sub("</?mark>", "", title)) for url, title in found]


def text(html):
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_words_and_filters_give_cards_with_links(site, get):
    page(site.home, "Regeling een", terms=["theme.circular"], search_description="Wat het is")
    page(site.home, "Regeling twee", terms=["theme.digitalisation"])
    html = get("q=regeling&theme=circular")
    assert cards(html) == [("/nl/regeling-een/", "Regeling een")]
    assert "Wat het is" in html
    assert "<h1>Zoeken</h1>" in html
    assert "Doorzoek alles." in html


def test_without_anything_asked_everything_is_there(site, get):
    page(site.home, "Regeling")
    html = get()
    assert cards(html) == [("/nl/regeling/", "Regeling"), ("/nl/", "Thuis")]
    assert 'name="robots"' not in html
    assert '<link rel="canonical" href="http://testserver/nl/zoeken/">' in html


def test_a_searched_state_is_not_for_search_engines(site, get):
    assert '<meta name="robots" content="noindex">' in get("q=regeling")


def test_one_form_holds_all_fields(site, get):
    for title in ("Een", "Twee"):
        page(site.home, title, terms=["theme.circular"])
    html = get("theme=circular")
    assert html.count('role="search"') == 1
    (form,) = re.findall(r'<form[^>]*id="cop-finder-form"[^>]*>', html)
    assert 'method="get"' in form
    fields = set(
        re.findall(r'<(?:input|select)[^>]*name="([^"]*)"[^>]*form="cop-finder-form"', html)
    )
    assert {"theme", "support", "region", "sort"} <= fields
    assert (
        '<input type="checkbox" name="theme" value="circular" form="cop-finder-form" checked>'
        in html
    )


def test_the_number_stands_above_the_list_and_on_the_button(site, get):
    page(site.home, "Regeling")
    html = get("q=regeling")
    with translation.override("nl"):
        announced = ngettext("%(total)s result", "%(total)s results", 1) % {"total": 1}
        words = gettext("for “%(q)s”") % {"q": "regeling"}
        button = ngettext("Show %(total)s result", "Show %(total)s results", 1) % {"total": 1}
    (count,) = re.findall(r'id="cop-finder-count">(.*?)</p>', html)
    assert text(count) == f"{announced} {words}"
    assert '<p class="cop-visually-hidden" id="cop-finder-status" role="status"></p>' in html
    assert button in html


@pytest.mark.parametrize(
    ("query", "label", "address"),
    [
        ("", "Volg deze lijst (Atom)", "/nl/zoeken/atom/"),
        ("sort=title&page=2", "Volg deze lijst (Atom)", "/nl/zoeken/atom/"),
        (
            "q=een&theme=circular&sort=date",
            "Volg deze zoekopdracht (Atom)",
            "/nl/zoeken/atom/?q=een&theme=circular",
        ),
    ],
)
def test_what_is_shown_is_followed_by_a_link_beside_the_number(site, get, query, label, address):
    soup = BeautifulSoup(get(query), "html.parser")
    link = soup.select_one("#cop-finder-head > a")
    assert (link.text, link["href"], link["type"]) == (label, address, "application/atom+xml")
    in_head = soup.select_one("head link[type='application/atom+xml']")
    assert (in_head["href"], in_head["title"]) == (
        f"http://testserver{address}",
        link["data-cop-feed"],
    )


def test_every_option_keeps_its_place_also_where_nothing_is_found(site, get):
    page(site.home, "Regeling", terms=["theme.circular"])

    def options(query):
        soup = BeautifulSoup(get(query), "html.parser")
        return [box["value"] for box in soup.select(".cop-facet input[type=checkbox]")]

    everything = options("")
    assert {"circular", "loan", "delft", "page"} <= set(everything)
    assert options("theme=circular") == everything
    assert options("q=zzzz") == everything
    soup = BeautifulSoup(get("q=zzzz&theme=circular"), "html.parser")
    enabled = soup.select(".cop-facet input[type=checkbox]:not([disabled])")
    assert [(box["value"], box.has_attr("checked")) for box in enabled] == [("circular", True)]


def test_a_list_with_nothing_in_it_has_no_filters(site, get):
    SearchPage.objects.update(finds_kinds=["offer"])
    assert BeautifulSoup(get(), "html.parser").select(".cop-facet input[type=checkbox]") == []


def test_where_nothing_is_found_each_way_on_says_how_much_it_gives(site, get):
    page(site.home, "Regeling een", terms=["theme.digitalisation"])
    page(site.home, "Regeling twee", terms=["theme.digitalisation", "support.loan"])
    page(site.home, "Anders", terms=["theme.circular", "support.loan"])
    html = get("q=regeling&theme=circular&theme=human-capital&support=loan")
    with translation.override("nl"):
        without = gettext("Without %(group)s “%(labels)s”")
        theme = without % {"group": "theme (nl)", "labels": "Circular (nl), Human-Capital (nl)"}
        words = gettext("Without the words “%(q)s”") % {"q": "regeling"}
        nothing = gettext("Nothing found")
        everything = gettext("Show everything")
    assert nothing in html
    (help_box,) = re.findall(r'<div class="cop-help"[^>]*>(.*?)</div>', html, re.DOTALL)
    # Without the kind of support nothing is found either, so that is no way on.
    assert re.findall(
        r'<li><a href="([^"]*)">([^<]*)</a>(?:: <span[^>]*>(.*?)</span>)?', help_box
    ) == [
        ("/nl/zoeken/?q=regeling&amp;support=loan", theme, "1"),
        (
            "/nl/zoeken/?theme=circular&amp;theme=human-capital&amp;support=loan",
            words,
            "1",
        ),
        ("/nl/zoeken/", everything, ""),
    ]
    assert 'id="cop-finder-sort"' not in html


def test_the_only_filter_there_is_has_one_way_on(site, get):
    html = get("theme=circular")
    (help_box,) = re.findall(r'<div class="cop-help"[^>]*>(.*?)</div>', html, re.DOTALL)
    assert re.findall(r'<a href="([^"]*)"', help_box) == ["/nl/zoeken/"]


def test_words_that_find_nothing_are_answered_with_advice_and_a_person(site, get):
    html = get("q=zonepanelen")
    (help_box,) = re.findall(r'<div class="cop-help"[^>]*>(.*?)</div>', html, re.DOTALL)
    assert re.findall(r'<a href="([^"]*)"', help_box) == ["/nl/zoeken/"]
    SiteSettings.objects.create(site=Site.objects.get(), contact_email="cop@example.org")
    (help_box,) = re.findall(
        r'<div class="cop-help"[^>]*>(.*?)</div>', get("q=zonepanelen"), re.DOTALL
    )
    assert re.findall(r'<a href="([^"]*)"', help_box) == ["/nl/zoeken/", "mailto:cop@example.org"]


def test_the_filters_say_how_many_are_chosen_and_can_be_cleared(site, get):
    page(site.home, "Regeling", terms=["theme.circular", "support.loan"])
    html = get("q=regeling&theme=circular&support=loan")
    (title,) = re.findall(r'<span class="cop-filters__title">([^<]*)</span>', html)
    with translation.override("nl"):
        assert title == gettext("Filters (%(count)s)") % {"count": 2}
        clear = gettext("Clear all")
    (link,) = re.findall(r'id="cop-finder-clear" href="([^"]*)"[^>]*>([^<]*)</a>', html)
    assert link == ("/nl/zoeken/?q=regeling", clear)
    assert clear not in get("q=regeling")


def test_nothing_that_is_typed_breaks_the_page(site, get):
    page(site.home, "Regeling een", terms=["theme.circular"])
    for name in ("q", "theme", "region", "kind", "state", "page", "sort", "from"):
        for value in HOSTILE:
            html = get(f"{name}={value}")
            assert html.rstrip().endswith("</html>")
            assert "<script>alert" not in html


def test_what_is_unknown_is_named_and_gives_no_empty_page(site, get):
    page(site.home, "Regeling", terms=["theme.circular"])
    html = get("q=regeling&theme=blauw")
    assert cards(html) == [("/nl/regeling/", "Regeling")]
    (note,) = re.findall(r'<div class="cop-note" id="cop-finder-notes"><p>(.*?)</p>', html)
    assert "blauw" in note


def test_only_punctuation_is_told_and_finds_everything(site, get):
    html = get("q=%21%21%21")
    assert cards(html) == [("/nl/", "Thuis")]
    assert '<div class="cop-note" id="cop-finder-notes"><p>' in html


def test_private_pages_drafts_expired_pages_and_other_languages_appear_nowhere(site, get):
    private = page(site.home, "Geheim besloten", terms=["theme.circular"])
    page(private, "Geheim onder besloten", terms=["theme.circular"])
    factories.make_private(private)
    page(site.home, "Geheim concept", live=False, terms=["theme.circular"])
    page(site.home, "Geheim verlopen", expire_at="2020-01-01T00:00Z", terms=["theme.circular"])
    page(site.english, "Geheim English", terms=["theme.circular"])
    page(site.home, "Geheim openbaar", terms=["theme.circular"])
    for query in ("q=geheim", "theme=circular", ""):
        html = get(query)
        assert [title for _, title in cards(html) if "Geheim" in title] == ["Geheim openbaar"]
    (count,) = re.findall(
        r'value="circular"[^>]*><span>[^<]*</span> <span class="cop-option__count">(\d+)</span>',
        get(),
    )
    assert count == "1"


def test_without_public_a_private_page_would_show(site, get, monkeypatch):
    """What the test above guards: the one filter that keeps private pages out."""
    private = page(site.home, "Geheim besloten")
    factories.make_private(private)
    monkeypatch.setattr("wagtail.query.PageQuerySet.public", lambda self: self)
    assert [title for _, title in cards(get("q=geheim"))] == ["Geheim besloten"]


def test_kinds_and_terms_preset_by_an_editor_hold(site, offers, get, search_page):
    offer(site.home, "Voucher", terms=["theme.circular"])
    offer(site.home, "Lening")
    page(site.home, "Contact", terms=["theme.circular"])
    search_page.finds_kinds = ["offer"]
    search_page.cop_term_rows = [
        search_page.cop_term_rows.model(tag=factories.term("theme.circular"))
    ]
    search_page.save()
    html = get()
    assert [title for _, title in cards(html)] == ["Voucher"]
    assert 'name="theme"' not in html
    assert 'name="kind"' not in html


def test_the_response_takes_the_same_statements_whatever_there_is(site, client, search_page):
    """For one result, a full page, and five times the vocabularies; 25 at most."""

    def statements(results):
        outbox.work_off()
        client.get("/nl/zoeken/")
        with CaptureQueriesContext(connection) as asked:
            html = client.get("/nl/zoeken/?q=regeling&region=haaglanden").content.decode()
        assert len(cards(html)) == results
        return len(asked)

    terms = ["theme.circular", "region.delft"]
    page(site.home, "Regeling", terms=terms)
    one = statements(1)
    for number in range(19):
        page(site.home, f"Regeling {number}", terms=terms)
    assert statements(20) == one <= 25
    for number in range(12):
        factories.vocabulary(f"more-{number}", {"a": None, "b": "a"}, match="within")
    assert statements(20) == one


def test_an_editor_chooses_what_is_found(site, offers, admin_client, search_page):
    address = reverse("wagtailadmin_pages:edit", args=[search_page.pk])
    html = admin_client.get(address).content.decode()
    offered = re.findall(r'name="finds_kinds" value="([^"]*)"', html)
    assert offered == [kind.code for kind in finding.kinds()]
    form = {
        "title": "Zoeken",
        "slug": "zoeken",
        "introduction": "Vouchers zoeken.",
        "finds_kinds": ["offer"],
        "cop_term_rows-_shown": ["theme", "support", "region"],
        "cop_term_rows-theme": ["circular"],
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        "action-publish": "1",
    }
    response = admin_client.post(address, form)
    assert response.status_code == 302, response.context["form"].errors
    made = SearchPage.objects.get()
    assert (made.finds_kinds, made.introduction) == (["offer"], "Vouchers zoeken.")
    assert made.preset_terms() == {"theme": ("circular",)}


def test_a_kind_that_nobody_registered_is_refused_at_its_field(site, admin_client, search_page):
    address = reverse("wagtailadmin_pages:edit", args=[search_page.pk])
    form = {
        "title": "Zoeken",
        "slug": "zoeken",
        "finds_kinds": ["car"],
        "cop_term_rows-_shown": ["theme", "support", "region"],
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        "action-publish": "1",
    }
    response = admin_client.post(address, form)
    assert list(response.context["form"].errors) == ["finds_kinds"]


def test_a_preview_shows_the_draft_s_own_results(site, admin_client, search_page):
    page(site.home, "Regeling")
    outbox.work_off()
    preview = search_page.make_preview_request(preview_mode="")
    assert [title for _, title in cards(preview.rendered_content)] == ["Regeling", "Thuis"]


def test_a_translation_finds_the_same_in_its_own_language(site, client, search_page):
    page(site.english, "Scheme", terms=["theme.circular"])
    page(site.english, "Other scheme")
    search_page.cop_term_rows = [
        search_page.cop_term_rows.model(tag=factories.term("theme.circular"))
    ]
    search_page.save()
    copy = search_page.copy_for_translation(Locale.objects.get(language_code="en"))
    copy.title, copy.slug = "Search", "search"
    copy.save_revision().publish()
    outbox.work_off()
    html = client.get(Page.objects.get(pk=copy.pk).url).content.decode()
    assert cards(html) == [("/en/scheme/", "Scheme")]
