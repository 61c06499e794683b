"""Synonyms: what visitors find by words that the pages do not have."""

from dataclasses import replace

import pytest
from django.db import transaction
from wagtail.models import Site

from cop_blocks.models import TermLabel
from cop_search.analysis import analyser
from cop_search.facade import SearchQuery, search
from cop_search.rules.reading import read_rules
from cop_search.rules.rules import MAX_FOR_QUESTION, MAX_FOR_WORD, Row, Rules, Source
from tests.search.factories import page, term
from tests.search.rules.making import default_site, synonym


@pytest.fixture
def pages(site):
    return [
        page(site.home, title)
        for title in ("Zelfstandige", "Freelancer", "Ondernemer", "Duurzaam ondernemen")
    ]


def test_each_word_of_a_set_finds_the_others(pages, titles):
    assert titles("zzp’er") == []

    synonym("zzp’er, zelfstandige, freelancer")

    assert titles("zzp’er") == ["Freelancer", "Zelfstandige"]
    assert titles("freelancer") == ["Freelancer", "Zelfstandige"]
    assert titles("ondernemer") == ["Ondernemer"]


def test_one_way_does_not_lead_back(pages, titles):
    synonym("mkb", "ondernemer, freelancer")

    assert titles("mkb") == ["Freelancer", "Ondernemer"]
    assert titles("freelancer") == ["Freelancer"]


def test_an_entry_of_several_words_is_found_as_one(site, pages, titles):
    page(site.home, "Groene zaken doen")
    page(site.home, "Zaken")
    synonym("mvo, duurzaam ondernemen, groene zaken")

    assert titles("mvo") == ["Duurzaam ondernemen", "Groene zaken doen"]
    assert titles("duurzaam ondernemen") == ["Duurzaam ondernemen", "Groene zaken doen"]
    assert titles("ondernemen") == ["Duurzaam ondernemen"]


def test_the_other_words_of_a_question_still_hold(site, titles):
    page(site.home, "Groene zaken in Delft")
    page(site.home, "Groene zaken in Leiden")
    synonym("duurzaam ondernemen, groene zaken")

    assert titles("duurzaam ondernemen Delft") == ["Groene zaken in Delft"]
    assert titles("Delft duurzaam ondernemen") == ["Groene zaken in Delft"]


def test_words_that_stand_apart_are_no_entry(site, titles):
    page(site.home, "Groene zaken in Delft")
    synonym("duurzaam ondernemen, groene zaken")

    assert titles("duurzaam Delft ondernemen") == []


def test_accents_and_capitals_make_no_difference(site, titles):
    page(site.home, "Horeca")
    synonym("Café, horeca")

    assert titles("cafe") == ["Horeca"]


def test_cycles_end_and_a_synonym_of_a_synonym_adds_nothing(site, titles):
    for title in ("Een", "Twee", "Drie"):
        page(site.home, title)
    synonym("een", "twee")
    synonym("twee", "drie")
    synonym("drie", "een")

    assert titles("een") == ["Een", "Twee"]
    assert titles("drie") == ["Drie", "Een"]


def test_other_names_of_terms_are_synonyms(site, titles):
    page(site.home, "Alles over ict")
    TermLabel.objects.filter(term=term("theme.digitalisation"), language="nl").update(
        label="Digitalisering", alternatives="ict\nautomatisering"
    )

    assert titles("automatisering") == titles("digitalisering") == ["Alles over ict"]
    assert titles("automatisering", "en") == []


def test_names_of_a_merged_term_are_none(site, titles):
    page(site.home, "Alles over ict")
    merged = term("theme.digitalisation")
    TermLabel.objects.filter(term=merged).update(label="Digitalisering", alternatives="ict")
    merged.is_merged = True
    merged.save()

    assert titles("digitalisering") == []


def test_synonyms_hold_for_their_language_and_site(site, pages, titles):
    page(site.english, "Freelancer")
    other = Site.objects.create(hostname="elders.example", root_page=site.english)
    synonym("zzp’er, freelancer", language="en")
    synonym("zelfstandige, freelancer", site=other)

    assert titles("zzp’er") == []
    assert titles("zelfstandige") == ["Zelfstandige"]


def test_a_question_without_a_site_has_no_rules_of_editors(pages, found):
    synonym("zzp’er, freelancer")

    assert found("zzp’er") == []


def test_what_is_saved_holds_at_once(pages, titles):
    made = synonym("zzp’er, freelancer")
    assert titles("zzp’er") == ["Freelancer"]

    made.words = "zzp’er, ondernemer"
    made.save()
    assert titles("zzp’er") == ["Ondernemer"]

    made.delete()
    assert titles("zzp’er") == []


def test_what_was_not_committed_is_forgotten(pages, titles):
    try:
        with transaction.atomic():
            synonym("zzp’er, freelancer")
            assert titles("zzp’er") == ["Freelancer"]
            raise InterruptedError
    except InterruptedError:
        pass

    assert titles("zzp’er") == []


def test_all_rules_of_a_question_are_one_statement(pages, here, django_assert_num_queries):
    here("zzp")
    query = SearchQuery(locale="nl", q="zzp’er freelancer", site_id=default_site().pk)
    wordless = replace(query, q="")
    with django_assert_num_queries(2):
        search(query)

    for number in range(20):
        synonym(f"woord{number}, zzp’er")
    with django_assert_num_queries(2):
        search(query)
    with django_assert_num_queries(2):
        search(wordless)


def test_rules_of_several_places_are_one_statement(site, django_assert_num_queries):
    made = synonym("zzp’er, freelancer")
    synonym("freelancer, contractor", language="en")
    here = default_site().pk

    with django_assert_num_queries(1):
        read = read_rules([("nl", here), ("en", here), ("nl", None)])

    assert [row.words for row in read["nl", here].rows] == [made.words]
    assert [row.words for row in read["en", here].rows] == ["freelancer, contractor"]
    assert read["nl", None].rows == ()
    with django_assert_num_queries(0):
        assert read_rules([]) == {}


def test_alternatives_are_bounded_and_the_word_itself_stays():
    dutch = analyser("nl")
    rows = [
        Row(Source.SYNONYM, 1, 0, "een", ", ".join(f"a{n}" for n in range(200)), 0, 0),
        Row(Source.SYNONYM, 2, 0, "een twee drie vier vijf", "b1, b2", 0, 0),
    ]
    asked = dutch.query("een twee drie vier vijf")

    expanded = Rules(tuple(rows)).expand(dutch, asked)

    assert [words[0] for words in expanded] == [word.alternatives[0] for word in asked]
    assert max(map(len, expanded)) <= MAX_FOR_WORD + 1
    assert sum(map(len, expanded)) <= MAX_FOR_QUESTION + len(asked)


def test_a_rule_without_words_is_harmless(pages, titles):
    synonym("!!!, …", "?")
    synonym("", ",,,")

    assert titles("freelancer") == ["Freelancer"]


def test_what_is_written_as_one_or_apart_is_one_entry(site, titles):
    page(site.home, "Isolatie")
    synonym("energiebesparing, isolatie")

    assert titles("energiebesparing") == titles("energie besparing") == ["Isolatie"]


def test_plurals_make_no_difference(site, titles):
    page(site.home, "Lening")
    synonym("kredieten, leningen")

    assert titles("krediet") == ["Lening"]
