"""Whatever an editor types can be translated, and nothing of it is Dutch once it is."""

import pytest
from wagtail.models import Page, get_page_models

from cop_search.models import Document, SearchPage
from tests.translation.proof.everything import Everything, language_models
from tests.translation.proof.reading import Read, get, sitemap, text_of
from tests.translation.proof.words import dutch, english, translated

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the temporary file of a new rendition for the garbage collector to close.
    pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

#: For editors and for search alone, or not at its time: "2" is of the other session or initiative.
NEVER_SEEN = {
    "HomePage.slug",
    "InitiativePage.state_reason",
    "PersonText.description",
    "SessionPage.report.text",
    "SessionPage2.venue_accessibility",
    "TermLabel.alternatives",
    "TermLabel.definition",
    "VocabularyLabel.help_text",
}


@pytest.fixture
def in_dutch(site: Everything) -> dict[str, Read]:
    return site.read("nl")


@pytest.fixture
def in_english(site: Everything) -> dict[str, Read]:
    return site.read("en")


def test_a_page_of_every_type_and_a_row_of_every_kind_is_tried(site: Everything) -> None:
    ours = {model for model in get_page_models() if model._meta.app_label.startswith("cop_")}
    assert {type(page) for page in site.pages} == ours
    assert [each for each in language_models() if not each.objects.exists()] == []


def test_every_word_that_dutch_visitors_see_is_given_to_the_translator(
    site: Everything, in_dutch: dict[str, Read]
) -> None:
    words = dutch("".join(each.text for each in in_dutch.values()))
    assert site.words.at(words - site.segments - site.labels) == set()
    assert site.words.at(set(site.words.places) - words) == NEVER_SEEN
    assert len(words) > 200


def test_every_word_that_is_given_to_the_translator_is_one_that_was_typed(site: Everything) -> None:
    assert site.words.at(set(site.words.places) - site.labels - site.segments) == set()


def test_english_visitors_and_programs_see_each_word_in_english_and_none_in_dutch(
    site: Everything, in_dutch: dict[str, Read], in_english: dict[str, Read]
) -> None:
    left = {path: site.words.at(dutch(each.text)) for path, each in in_english.items()}
    assert {path: places for path, places in left.items() if places} == {}
    there, here = (
        site.words.at(which("".join(each.text for each in read.values())))
        for which, read in ((dutch, in_dutch), (english, in_english))
    )
    assert here == there


def test_no_way_leads_from_english_to_dutch_but_the_one_that_says_so(
    in_english: dict[str, Read],
) -> None:
    assert [path for path, each in in_english.items() if "/nl/" in each.text] == []


def test_every_way_in_english_leads_to_what_was_looked_at(in_english: dict[str, Read]) -> None:
    ways = {way for each in in_english.values() for way in each.ways}
    assert ways - set(in_english) == set()


def test_search_knows_and_finds_english_words_only() -> None:
    known = {
        language: Document.objects.filter(locale=language).order_by("page_id").values()
        for language in ("nl", "en")
    }
    assert [row["title"] for row in known["en"] if dutch(str(row))] == []
    titles = [translated(row["title"]) for row in known["nl"]]
    assert ([row["title"] for row in known["en"]], len(titles) > 10) == (titles, True)
    address = SearchPage.objects.get(locale__language_code="en").get_url()
    assert set(titles) <= {translated(word) for word in english(text_of(get(address)))}
    for title in titles[-2:]:
        for path in (f"{address}?q={title}", f"{address}suggest/?q={title}"):
            text = text_of(get(path))
            assert (title in text, dutch(text), "/nl/" in text) == (True, set(), False), path


def test_the_sitemap_names_the_english_address_of_each_page(site: Everything) -> None:
    places = [place for place, _versions in sitemap()]
    of_english = [place for place in places if "/en/" in place]
    assert [place for place in of_english if dutch(place)] == []
    assert sorted(of_english) == sorted(
        translated(p.replace("/nl/", "/en/")) for p in places if "/nl/" in p
    )
    live = Page.objects.live().filter(locale__language_code="en", depth__gt=1).specific()
    assert {page.full_url for page in live} <= set(of_english)
