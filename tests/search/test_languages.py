"""Languages: what each is read with, and what is told of those that nobody knows."""

import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cop_search.analysis import MAX_TOKEN, MAX_WORDS, analyser, preload
from cop_search.checks import check_languages
from tests.search.words.measure import finds, meet


@pytest.mark.parametrize(
    ("language", "word", "other"),
    [
        ("en", "business", "businesses"),
        ("en", "company", "company's"),
        ("en", "fund", "funded"),
        ("en", "start-up", "startups"),
        ("de", "förderung", "Förderungen"),
        ("de", "foerderung", "Förderung"),
        ("de", "betrieb", "betriebe"),
        ("de", "Zuschuß", "zuschüsse"),
        ("fr", "entreprise", "l'entreprise"),
        ("fr", "société", "societes"),
        ("fr", "cheval", "chevaux"),
        ("nl-be", "bedrijf", "bedrijven"),
    ],
)
def test_forms_of_a_word_meet(language, word, other):
    assert meet(analyser(language), word, other)


def test_a_german_part_finds_the_compound():
    assert finds(analyser("de"), "förderung", "Innovationsförderung")
    assert finds(analyser("de"), "innovation", "Innovationsförderungen")


def test_words_of_an_unknown_language_are_found_as_they_are():
    assert analyser("xx").document("Één CAFÉS").words == ("een", "cafes")
    assert not meet(analyser("xx"), "café", "cafés")


def test_a_setting_chooses_rules_or_nothing(settings):
    settings.COP_SEARCH_STEMMER = "snowball"
    assert analyser("nl").document("leningen innovatiesubsidie").parts == ()
    assert meet(analyser("nl"), "lening", "leningen")
    settings.COP_SEARCH_STEMMER = "none"
    assert not meet(analyser("nl"), "lening", "leningen")


def test_a_site_s_own_words_make_compounds(settings):
    word = "brabexoproject"
    assert analyser("nl").document(word).parts == ()
    settings.COP_SEARCH_WORDS = {"nl": ["Brabexo"]}
    assert analyser("nl").document(word).parts == ("brabexo", "project")
    assert finds(analyser("nl"), "brabexo", "brabexoprojecten")
    settings.COP_SEARCH_WORDS = {"de": ["brabexo"]}
    assert analyser("nl").document(word).parts == ()


def test_dictionaries_are_read_beforehand(settings, monkeypatch):
    read = []
    module = sys.modules["cop_search.analysis.analyser"]
    monkeypatch.setattr(module, "_analyser", lambda *asked: read.append(asked))
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES = [("nl", "N"), ("en", "E")]
    preload()
    assert [asked[0] for asked in read] == ["nl", "en"]


def test_check_tells_of_a_language_without_words(settings):
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES = [("nl", "N"), ("fy", "F")]
    (told,) = check_languages()
    assert (told.id, "'fy'" in told.msg) == ("cop_search.W002", True)
    settings.COP_SEARCH_STEMMER = "none"
    assert check_languages() == []


def test_check_tells_of_an_unknown_stemmer(settings):
    settings.COP_SEARCH_STEMMER = "porter"
    (told,) = check_languages()
    assert told.id == "cop_search.E002"


WORDLIKE = st.lists(st.text(alphabet="abcdeénvtsgij-'’.&+#1 ", max_size=40), max_size=12).map(
    " ".join
)


@settings(deadline=None)
@given(st.text() | WORDLIKE, st.sampled_from(["nl", "en", "de", "fr", "xx", "", "../nl"]))
@example("\x00 \ud800 İ ½ ﬁ \u0301\u0301 a\u0301-'", "nl")
@example("ge" * 200 + " " + "-".join("abcdefgh") * 40 + "+" * 90, "nl")
def test_whatever_is_read_tokens_hold_letters_and_digits_only(text, language):
    read = analyser(language)
    document, query = read.document(text), read.query(text)
    stored = [*document.words, *document.parts]
    asked = [token for word in query for each in word.alternatives for token in each]
    assert [word for word in stored + asked if not word.isalnum() or len(word) > MAX_TOKEN] == []
    assert len(query) <= MAX_WORDS
    assert all(word.alternatives and all(word.alternatives) for word in query)


@settings(deadline=None)
@given(st.text() | WORDLIKE, st.sampled_from(["nl", "en", "de", "fr", "xx"]))
def test_a_text_is_found_by_its_own_words(text, language):
    read = analyser(language)
    assert not read.query(text) or finds(read, text, text)


def test_words_of_ten_thousand_letters_are_cut():
    text = " ".join(letter * 10_000 for letter in "abcdefghij")
    assert [len(word) for word in analyser("nl").document(text).words] == [MAX_TOKEN] * 10
