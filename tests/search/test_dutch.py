"""Dutch: which words meet, which stay apart, and how a word is read."""

import pytest

from cop_search.analysis import analyser
from tests.search.words.measure import finds, measured, meet


def test_nine_in_ten_listed_words_meet_and_one_in_ten_is_merged_wrongly_at_most():
    scores = measured(analyser("nl"))
    assert scores["must meet"].share >= 0.9, scores["must meet"].wrong
    assert scores["compounds by head"].share >= 0.8, scores["compounds by head"].wrong
    assert scores["kept apart"].share >= 0.9, scores["kept apart"].wrong


def test_the_lists_are_as_long_as_was_asked():
    scores = measured(analyser("nl"))
    assert scores["must meet"].total >= 100
    assert scores["compounds by head"].total * 3 >= 100
    assert scores["kept apart"].total >= 50


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("innovatiesubsidie", ("innovatie", "subsidie")),
        ("arbeidsmarktregio", ("arbeidsmarkt", "arbeid", "markt", "regio")),
        ("kinderopvang", ("kind", "opvang")),
        ("zonnepanelen", ("zon", "paneel")),
        ("mkbbedrijven", ("mkb", "bedrijf")),
        ("voorwaarde", ()),
        ("onderneming", ()),
        ("kantoren", ()),
        ("minister", ()),
        ("praktijk", ()),
        ("versterken", ()),
        ("vertalen", ()),
        ("bestellingen", ()),
        ("bestuur", ()),
    ],
)
def test_a_compound_is_also_stored_as_what_it_is_made_of(word, parts):
    assert analyser("nl").document(word).parts == parts


def test_a_compound_is_asked_for_as_itself_or_as_all_its_parts():
    (word,) = analyser("nl").query("arbeidsmarktregio's")
    assert word.alternatives == (("arbeidsmarktregio",), ("arbeid", "markt", "regio"))


def test_an_unknown_plural_takes_the_lemma_of_its_last_part():
    assert analyser("nl").document("fietsvoucherregelingen").words == ("fietsvoucherregeling",)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("mkb-bedrijf", "een mkbbedrijf"),
        ("mkbbedrijven", "een mkb-bedrijf"),
        ("mkb bedrijf", "alle mkbbedrijven"),
        ("mkbbedrijf", "een bedrijf in het mkb"),
        ("zzper", "voor zzp'ers"),
        ("zzp’er", "voor zzpers"),
        ("zzp", "voor zzp'ers"),
        ("energie besparing", "energiebesparing in de bouw"),
        ("start up", "drie startups"),
        ("25.000", "tot 25000 euro"),
        ("2026-09", "in 2026-09"),
        ("rvo.nl", "zie www.rvo.nl voor meer"),
        ("C++", "programmeren in C++"),
        ("50plus", "voor 50+ers en 50+"),
        ("R&D", "subsidie voor R&D"),
    ],
)
def test_words_are_found_however_they_are_joined(typed, text):
    assert finds(analyser("nl"), typed, text)


@pytest.mark.parametrize(
    ("typed", "text"), [("C++", "vitamine C"), ("C", "in C++"), ("2026-09", "2026-10")]
)
def test_signs_and_numbers_keep_words_apart(typed, text):
    assert not finds(analyser("nl"), typed, text)


def test_stop_words_are_asked_for_only_where_there_are_no_others():
    nl = analyser("nl")
    assert [word.typed for word in nl.query("MKB in de zorg")] == ["mkb", "zorg"]
    assert [word.typed for word in nl.query("in de")] == ["in", "de"]
    assert finds(nl, "in de", "Midden in de stad")


def test_a_form_of_a_stop_word_is_found_as_it_is():
    """The dictionary has "west" for a form of "we", as in "wij"."""
    assert analyser("nl").document("west").words == ("west",)


def test_whoever_has_a_diploma_is_found_in_the_plural():
    assert meet(analyser("nl"), "hbo'er", "hbo'ers")
    assert meet(analyser("nl"), "zzp'er", "zzpers")


def test_nouns_and_verbs_of_one_stem_meet():
    nl = analyser("nl")
    assert meet(nl, "subsidieaanvraag", "subsidieaanvragen")
    assert meet(nl, "aanvraag", "aangevraagd")
    assert meet(nl, "gedigitaliseerd", "digitaliseren")
    assert meet(nl, "gecoordineerde", "coördineren")
