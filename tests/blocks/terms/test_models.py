"""The keys and rules of vocabularies and terms."""

import pytest
from django.core.exceptions import ValidationError

from cop_blocks.models import Term, Vocabulary
from cop_blocks.validators import RESERVED_CODES
from tests.blocks.terms.factories import term, vocabulary


def test_a_term_takes_its_neutral_keys_from_vocabulary_and_code(theme):
    checked = Term(vocabulary=theme, code="circular")
    checked.full_clean()
    assert (checked.name, checked.slug) == ("theme.circular", "theme--circular")

    saved = Term.objects.create(vocabulary=theme, code="digital")
    assert (saved.name, saved.slug) == ("theme.digital", "theme--digital")


def test_the_same_code_is_free_in_another_vocabulary_and_taken_in_its_own(theme):
    term(theme, "other")
    term(vocabulary("stage"), "other")

    with pytest.raises(ValidationError):
        Term(vocabulary=theme, code="other").full_clean()


@pytest.mark.parametrize("code", ["Theme", "a b", "a_b", "-a", "a--b", "é", "a\n"])
def test_a_code_fits_a_web_address(theme, code):
    with pytest.raises(ValidationError, match="small letters, digits and single hyphens"):
        Term(vocabulary=theme, code=code).full_clean()


@pytest.mark.parametrize("code", sorted(RESERVED_CODES))
def test_what_a_web_address_needs_for_itself_is_no_vocabulary(db, code):
    with pytest.raises(ValidationError, match="already has a meaning"):
        Vocabulary(code=code).full_clean()


def test_a_tree_cannot_be_free(db):
    with pytest.raises(ValidationError, match="A tree cannot be free"):
        Vocabulary(code="theme", is_free=True, is_hierarchical=True).full_clean()


def test_a_term_lies_within_a_term_of_its_own_vocabulary(theme):
    made = Term(vocabulary=theme, code="circular", broader=term(vocabulary("stage"), "seed"))

    with pytest.raises(ValidationError, match="Choose a term of the same vocabulary"):
        made.full_clean()


def test_a_term_does_not_lie_within_itself(theme):
    top = term(theme, "top")
    top.broader = term(theme, "below", broader=top)

    with pytest.raises(ValidationError, match="would lie within itself"):
        top.full_clean()


def test_a_term_does_not_succeed_itself(theme):
    made = term(theme, "circular")
    made.successor = made

    with pytest.raises(ValidationError, match="another term than this one"):
        made.full_clean()
