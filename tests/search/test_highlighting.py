"""What is marked on a card: the words that were found, and no markup but the marks."""

import re
import unicodedata
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail.models import Site

from cop_search import outbox
from cop_search.analysis import analyser
from cop_search.facade import SearchQuery, hits_of, search
from cop_search.highlighting import EXCERPT, Marker
from cop_search.models import SearchPage, Synonym
from tests.search.factories import page


def marker(query, language="nl"):
    read = analyser(language)
    return Marker(read, tuple(word.alternatives for word in read.query(query)))


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("bedrijf", "Voor bedrijven.", "Voor <mark>bedrijven</mark>."),
        ("subsidie", "Innovatiesubsidies!", "<mark>Innovatiesubsidies</mark>!"),
        ("energie", "zonne-energie", "<mark>zonne-energie</mark>"),
        ("zzper", "een zzp’er", "een <mark>zzp’er</mark>"),
        ("cooperatie", "De Coöperatie", "De <mark>Coöperatie</mark>"),
        ("cooperatie", "De Coo\u0308peratie", "De <mark>Coöperatie</mark>"),
        ("c++", "C++ en C", "<mark>C++</mark> en C"),
        ("lening in de zorg", "in de zorg", "in de <mark>zorg</mark>"),
        ("leningen", "<i>lening</i>&'", "&lt;i&gt;<mark>lening</mark>&lt;/i&gt;&amp;&#x27;"),
        ("mark", "mark <mark>", "<mark>mark</mark> &lt;<mark>mark</mark>&gt;"),
        ("niets", "<script>", "&lt;script&gt;"),
    ],
)
def test_the_words_found_are_marked_whole(query, text, marked):
    assert marker(query).mark(text) == marked


@settings(deadline=None)
@given(st.text(), st.text(), st.sampled_from(["nl", "en", "de", "fr", "xx"]))
def test_marks_are_the_only_markup_whatever_comes_in(query, text, language):
    marking = marker(query + " " + text[:20], language)
    for marked in (marking.mark(text), marking.excerpt(text)):
        assert re.fullmatch(r"(?:[^<>]|<mark>[^<>]+</mark>)*", marked, re.DOTALL)


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"])))
def test_all_of_a_title_is_still_there(text):
    plain = re.sub("</?mark>", "", marker(text[:9]).mark(text))
    assert unescape(plain) == unicodedata.normalize("NFC", text)


def test_an_excerpt_shows_the_place_with_most_of_the_words():
    text = " ".join([*(["wind"] * 50), "lening", *(["regen"] * 50), "lening", "voor", "innovatie"])
    excerpt = marker("lening innovatie").excerpt(text)
    assert excerpt.endswith("<mark>lening</mark> voor <mark>innovatie</mark>")
    assert excerpt.startswith("… regen")
    assert len(excerpt.split()) <= EXCERPT + 2


def test_an_excerpt_is_for_what_title_and_summary_do_not_show():
    marking = marker("lening innovatie")
    card = marking.card("Lening", "Een innovatie", "Nog een lening en innovatie")
    assert (card.title, card.excerpt) == ("<mark>Lening</mark>", "")
    card = marking.card("Lening", "", "Nog een innovatie")
    assert card.excerpt == "Nog een <mark>innovatie</mark>"
    assert marking.card("Lening", "", "Over iets anders").excerpt == ""


def test_a_hit_holds_its_marked_texts(site):
    made = page(
        site.home,
        "Leningen & meer",
        search_description="Voor <wie> begint",
        body=[{"type": "text", "value": "<p>Over krediet\n voor starters</p>"}],
    )
    outbox.work_off()
    (hit,) = search(SearchQuery(locale="nl", q="lening starter")).hits
    assert hit.title_marked == "<mark>Leningen</mark> &amp; meer"
    assert hit.summary_marked == "Voor &lt;wie&gt; begint"
    assert hit.excerpt == "Over krediet voor <mark>starters</mark>"
    (chosen,) = hits_of([made.pk], "nl")
    assert (chosen.title_marked, chosen.excerpt) == ("Leningen &amp; meer", "")


def test_a_synonym_is_marked_too(site):
    Synonym.objects.create(
        site=Site.objects.get(),
        locale=site.home.locale,
        words="crowdfunding, volksfinanciering",
    )
    page(site.home, "Volksfinanciering in de wijk")
    outbox.work_off()
    (hit,) = search(SearchQuery(locale="nl", q="crowdfunding", site_id=Site.objects.get().pk)).hits
    assert hit.title_marked == "<mark>Volksfinanciering</mark> in de wijk"


def test_the_text_is_not_read_where_no_words_are_searched(site, django_assert_num_queries):
    page(site.home, "Lening")
    outbox.work_off()
    with django_assert_num_queries(2) as statements:
        hits = search(SearchQuery(locale="nl")).hits
    assert [hit.title_marked for hit in hits] == ["Lening", "Thuis"]
    assert '"text"' not in statements.captured_queries[1]["sql"]


def test_a_results_page_shows_the_marks(site, client):
    page(site.home, "Zoeken", model=SearchPage)
    page(site.home, "Lening <b>", search_description="x " * 40 + "lening")
    outbox.work_off()
    shown = client.get("/nl/zoeken/?q=leningen").content.decode()
    assert "><mark>Lening</mark> &lt;b&gt;</a>" in shown
    assert "<p>" + "x " * 35 + "…</p>" in shown
