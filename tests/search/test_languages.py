"""Languages: what each is read with, and what is told of those that nobody knows."""

import pytest

from cop_search.analysis import analyser
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
