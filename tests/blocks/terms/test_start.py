"""The vocabularies that a new site starts with."""

import pytest

from cop_blocks.models import Term, TermLabel, Vocabulary, VocabularyLabel
from cop_blocks.setup.vocabularies import load_vocabularies, may_be_removed
from cop_blocks.terms.queries import TermFinder
from cop_blocks.terms.start import START_VOCABULARIES
from cop_blocks.terms.tree import TermTree

pytestmark = pytest.mark.django_db


def test_loading_makes_each_vocabulary_with_its_terms_once():
    made = load_vocabularies(["nl", "en"])

    assert len(made) == Vocabulary.objects.count() + Term.objects.count()
    assert list(Vocabulary.objects.values_list("code", flat=True)) == [
        "theme",
        "support-type",
        "audience",
        "region",
        "level",
        "keyword",
    ]
    assert load_vocabularies(["nl", "en"]) == []


def test_every_start_term_has_a_name_in_dutch_and_english():
    load_vocabularies(["nl", "en"])

    assert Term.objects.exclude(labels__language="nl").count() == 0
    assert Term.objects.exclude(labels__language="en").count() == 0
    assert VocabularyLabel.objects.count() == 2 * len(START_VOCABULARIES)


def test_a_variety_of_english_gets_the_english_names_under_its_own_code():
    load_vocabularies(["en-us"])

    assert set(TermLabel.objects.values_list("language", flat=True)) == {"en-us"}
    assert Term.objects.get(name="region.the-hague").label("en-us") == "The Hague"


def test_a_language_without_names_gets_none():
    load_vocabularies(["nl", "fr"])

    assert not TermLabel.objects.filter(language="fr").exists()


def test_a_vocabulary_that_is_there_is_left_as_its_editors_made_it():
    own = Vocabulary.objects.create(code="theme", is_multiple=False)
    Term.objects.create(vocabulary=own, code="water")

    load_vocabularies(["nl"])

    own.refresh_from_db()
    assert own.is_multiple is False
    assert [term.code for term in own.terms.all()] == ["water"]


def test_all_fifty_municipalities_of_the_province_lie_within_it():
    load_vocabularies(["nl"])
    tree = TermTree.load().vocabularies["region"]

    within = tree.descendants("zuid-holland")
    regions = [code for code in within if tree.narrower.get(code)]

    assert len(within) - len(regions) == 50
    assert regions == [
        "rijnmond",
        "haaglanden",
        "zuid-holland-centraal",
        "holland-rijnland",
        "midden-holland",
        "drechtsteden",
        "gorinchem",
    ]
    assert tree.ancestors("leiden") == ["holland-rijnland", "zuid-holland", "nl"]


@pytest.mark.parametrize(
    ("vocabulary", "words"),
    [
        ("theme", "digitalisering|circulair en duurzaam|menselijk kapitaal|ecosysteem"),
        (
            "support-type",
            "subsidie|lening|garantie|fiscaal|voucher|advies|training|netwerk|hulpmiddel of scan"
            "|faciliteit|loket",
        ),
        (
            "audience",
            "mkb|zelfstandigen|groot bedrijf|startups|maakindustrie|horeca en recreatie|landbouw"
            "|werknemers|werkzoekenden|onderwijs|gemeenten|overheden|kennisinstellingen|ketens"
            "|ontwerpers",
        ),
        ("region", "Nederland|Zuid-Holland|Rijnmond|Haaglanden|Holland Rijnland"),
        ("level", "lokaal|regionaal|nationaal|europees"),
    ],
)
def test_the_words_of_a_dutch_spreadsheet_are_names_of_terms(vocabulary, words):
    load_vocabularies(["nl", "en"])
    finder = TermFinder(vocabulary)

    assert [word for word in words.split("|") if finder.find(word) is None] == []


def test_no_name_means_two_terms_of_a_vocabulary():
    load_vocabularies(["nl", "en"])
    names: dict[tuple[str, str], set[str]] = {}
    for label in TermLabel.objects.select_related("term__vocabulary"):
        for name in (label.label, *label.alternatives.splitlines()):
            key = (label.term.vocabulary.code, name.casefold())
            names.setdefault(key, set()).add(label.term.code)

    assert {key: codes for key, codes in names.items() if len(codes) > 1} == {}


def test_a_term_in_use_may_not_be_removed():
    load_vocabularies(["nl"])

    assert may_be_removed(Term.objects.get(code="leiden"))
    assert not may_be_removed(Term.objects.get(code="holland-rijnland"))
    assert not may_be_removed(Vocabulary.objects.get(code="region"))
