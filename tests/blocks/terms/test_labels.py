"""What terms are called, and what people call them."""

import pytest

from cop_blocks.models import Term, TermLabel, VocabularyLabel
from cop_blocks.terms.labels import term_labels
from cop_blocks.terms.queries import find_term
from cop_blocks.wording import best
from tests.blocks.terms.factories import term, vocabulary


def test_all_names_come_in_two_queries(theme, django_assert_num_queries):
    term(theme, "circular", "Circular", nl="Circulair")
    for number in range(5):
        term(vocabulary(f"vocabulary-{number}"), "term")

    with django_assert_num_queries(2):
        labels = term_labels("nl")
        assert labels.label("theme", "circular") == "Circulair"
        assert labels.vocabulary("vocabulary-3") == "Vocabulary-3"


def test_where_a_language_has_no_name_another_one_stands_in(theme):
    term(theme, "circular", "Circular")
    VocabularyLabel.objects.create(vocabulary=theme, language="nl", label="Thema")

    labels = term_labels("nl")

    assert labels.vocabulary("theme") == "Thema"
    assert labels.label("theme", "circular") == "Circular"


def test_where_no_language_has_a_name_the_code_stands_in(theme):
    Term.objects.create(vocabulary=theme, code="circular")

    assert term_labels("nl").label("theme", "circular") == "circular"
    assert term_labels("nl").label("theme", "gone") == "gone"
    assert term_labels("nl").vocabulary("gone") == "gone"


def test_names_of_some_vocabularies_can_be_asked(theme):
    term(theme, "circular", "Circular")
    term(vocabulary("stage"), "seed", "Seed")

    labels = term_labels("en", vocabularies=["stage"])

    assert labels.terms == {("stage", "seed"): "Seed"}
    assert labels.labels("stage", ["seed", "gone"]) == ["Seed", "gone"]


@pytest.mark.parametrize(
    ("wanted", "worded", "chosen"),
    [
        ("en", [("nl", "a"), ("en", "b")], "b"),
        ("en-gb", [("nl", "a"), ("en", "b")], "b"),
        ("en", [("nl", "a"), ("en-gb", "b")], "b"),
        ("de", [("fr", "a"), ("en", "b"), ("nl", "c")], "c"),
        ("de", [("fr", "a"), ("es", "b")], "b"),
        ("de", [], None),
    ],
)
def test_the_wording_for_a_reader_is_the_nearest(wanted, worded, chosen):
    assert best(wanted, worded) == chosen


@pytest.mark.parametrize(
    "text", ["Circular", "circulair", " CIRCULAR ", "circular  economy", "kringloop", "circular-1"]
)
def test_a_term_is_found_by_any_name_in_any_language_or_its_code(theme, text):
    made = term(
        theme, "circular-1", "Circular", nl="Circulair", other="Circular economy\nKringloop"
    )

    assert find_term("theme", text) == made


@pytest.mark.parametrize("text", ["", "  ", "circ", "Seed"])
def test_other_texts_are_no_term(theme, text):
    term(theme, "circular", "Circular")
    term(vocabulary("stage"), "seed", "Seed")

    assert find_term("theme", text) is None


def test_a_term_in_use_goes_before_a_retired_one_of_the_same_name(theme):
    term(theme, "old", "Circular", is_retired=True)
    new = term(theme, "new", "Circular")

    assert find_term("theme", "circular") == new


def test_the_name_of_a_merged_term_finds_its_successor(theme):
    new = term(theme, "new", "Circular")
    term(theme, "old", "Recycling", is_retired=True, is_merged=True, successor=new)

    assert find_term("theme", "recycling") == new


def test_a_term_reads_its_name_from_prefetched_labels(theme, django_assert_num_queries):
    for number in range(3):
        term(theme, f"term-{number}", nl=f"Term {number}")
    terms = list(Term.objects.prefetch_related("labels"))

    with django_assert_num_queries(0):
        assert [made.label("nl") for made in terms] == ["Term 0", "Term 1", "Term 2"]


def test_a_name_in_a_language_is_there_once(theme):
    from django.core.exceptions import ValidationError

    made = term(theme, "circular", "Circular")

    with pytest.raises(ValidationError):
        TermLabel(term=made, language="en", label="Again").full_clean()
