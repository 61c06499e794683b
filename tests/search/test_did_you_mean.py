"""Other words where nothing was found: of the site, and sure to find something."""

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_search import correction, outbox, vocabulary
from cop_search.correction import Known
from cop_search.facade import SearchQuery, search
from cop_search.models import Document, Word
from tests.search.factories import make_private, page
from tests.search.words.measure import listed_words, typos


@pytest.fixture(autouse=True)
def _read_anew():
    correction.forget()
    yield
    correction.forget()


@pytest.fixture
def meant(site):
    """What is offered for a query, after all that waits is indexed."""

    def ask(q, **query):
        outbox.work_off()
        correction.forget()
        return search(SearchQuery(locale="nl", q=q, **query)).did_you_mean

    return ask


def counts(locale="nl"):
    return dict(Word.objects.filter(locale=locale).values_list("word", "documents"))


def test_the_whole_query_is_offered_in_proper_spelling(site, meant):
    page(site.home, "Coöperatie voor innovatie in de Zorg")
    assert meant("coperatie en inovatie in de zorg") == "coöperatie en innovatie in de zorg"


def test_nothing_is_offered_where_something_was_found_or_nothing_is_alike(site, meant):
    page(site.home, "Innovatie")
    assert meant("innovatie") is None
    assert meant("xylofoon") is None
    assert meant("") is None


def test_nothing_is_offered_that_finds_nothing(site, meant):
    page(site.home, "Innovatie")
    page(site.home, "Subsidie")
    assert meant("inovatie subsidie") is None
    assert meant("inovatie", kinds=("offer",)) is None
    assert meant("inovatie") == "innovatie"


@pytest.mark.parametrize("hide", ["private", "draft", "expired", "other site"])
def test_a_word_of_a_hidden_page_is_never_offered(site, meant, hide):
    made = page(site.home, "Staatsgeheim")
    assert meant("statsgeheim") == "staatsgeheim"
    if hide == "private":
        make_private(made)
    elif hide == "draft":
        made.unpublish()
    elif hide == "expired":
        Document.objects.filter(page_id=made.pk).update(expires=timezone.now())
    assert meant("statsgeheim", **({"site_id": 0} if hide == "other site" else {})) is None


def test_the_facade_issues_four_statements_at_most(site, meant, django_assert_num_queries):
    page(site.home, "Innovatie")
    meant("inovatie")
    query = SearchQuery(locale="nl", q="inovatie", filters={"theme": ("circular",)})
    with django_assert_num_queries(4):
        assert search(query).did_you_mean is None
    with django_assert_num_queries(3):
        assert search(SearchQuery(locale="nl", q="inovatie")).did_you_mean == "innovatie"


def test_words_are_counted_by_document_and_kept_right(site):
    first = page(site.home, "Innovatie", search_description="Innovatie in de zorg, 2026")
    second = page(site.home, "De innovatie van een mkb-bedrijf")
    outbox.work_off()
    assert counts() == {
        "thuis": 1,
        "innovatie": 2,
        "zorg": 1,
        "mkb-bedrijf": 1,
        "mkb": 1,
        "bedrijf": 1,
    }
    first.title = "Energie"
    first.save_revision().publish()
    second.delete()
    outbox.work_off()
    assert counts() == {"thuis": 1, "energie": 1, "innovatie": 1, "zorg": 1}


def test_words_are_the_same_after_a_rebuild(site):
    from cop_search.maintenance import rebuild

    page(site.home, "Innovatie")
    outbox.work_off()
    before = counts()
    list(rebuild())
    assert counts() == before == {"thuis": 1, "innovatie": 1}


def test_documents_of_an_older_version_are_counted_by_a_rebuild(site):
    from cop_search.maintenance import rebuild

    outbox.work_off()
    Word.objects.all().delete()
    Document.objects.update(analyzer_version=vocabulary.COUNTED_SINCE - 1)
    list(rebuild())
    assert (counts("nl"), counts("en")) == ({"thuis": 1}, {"home": 1})


def test_of_fifteen_typing_errors_fourteen_are_understood():
    """Among all words of the lists, so that there is something to confuse them with."""
    words = Known("nl", tuple((word, 1) for word in listed_words()))
    wrong = [(typed, words.corrected(typed), meant) for typed, meant in typos()]
    wrong = [row for row in wrong if row[1] != row[2]]
    assert len(typos()) >= 15
    assert len(typos()) - len(wrong) >= len(typos()) * 14 / 15, wrong


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bnak", "bank"),
        ("abnk", "bank"),
        ("bakn", "bank"),
        ("mkb-bedrjif", "mkb-bedrijf"),
        ("inovattie", "innovatie"),
        ("dde", None),
        ("bank", None),
    ],
)
def test_slips_anywhere_in_a_word_are_mended(typed, meant):
    assert (
        Known("nl", (("bank", 3), ("mkb-bedrijf", 1), ("innovatie", 1))).corrected(typed) == meant
    )


def test_of_words_equally_alike_the_most_frequent_is_meant():
    assert Known("nl", (("lening", 1), ("mening", 5))).corrected("ening") == "mening"


@settings(deadline=None)
@given(st.text(), st.lists(st.text(max_size=20), max_size=20))
def test_no_query_and_no_words_make_it_fail(query, words):
    offered = Known("nl", tuple((word, 1) for word in words)).corrected(query)
    assert offered is None or offered != query
