"""The terms that occur in a text, in both languages."""

import pytest

from cop_blocks.models import TermLabel
from cop_blocks.translation.helps.glossary import Glossary
from tests.blocks.terms.factories import term, vocabulary
from tests.translation.help.texts import counted

pytestmark = pytest.mark.django_db

ADVICE = "Advice (free)"


@pytest.fixture
def terms(db):
    theme = vocabulary("topic")
    made = {
        "economy": term(theme, "economy", "Economy", "Economie"),
        "circular": term(theme, "circular", "Circular economy", "Circulaire economie"),
        "advice": term(theme, "advice", ADVICE, "Advies"),
        "english": term(theme, "english", "Only English"),
        "merged": term(theme, "merged", "Merged", "Samengevoegd", is_merged=True),
    }
    TermLabel.objects.filter(term=made["advice"], language="nl").update(
        alternatives="Raad geven\nC++"
    )
    return made


def found(text):
    return [(each.source, each.target) for each in Glossary("nl", "en").terms_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De circulaire  economie groeit", [("Circulaire economie", "Circular economy")]),
        (
            "<b>Economie</b>: advies, economie",
            [("Economie", "Economy"), ("Advies", ADVICE)],
        ),
        ("Wij zullen raad geven", [("Advies", ADVICE)]),
        ("Leer C++ hier", [("Advies", ADVICE)]),
        ("Economieles, macro-economie", [("Economie", "Economy")]),
        ("Samengevoegd, only English", []),
        ("", []),
    ],
)
def test_a_term_is_found_as_a_word_by_each_of_its_names(terms, text, expected):
    assert found(text) == expected


def test_any_number_of_terms_takes_one_statement(terms):
    assert counted(lambda: Glossary("nl", "en")) == 1


def test_without_terms_nothing_is_found(db):
    assert found("Economie") == []
