"""Chosen pages, in the reader's language."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from cop_blocks.relations import localized_ids, localized_pages
from tests.blocks.site_factories import home, locale, made_private, page_below, translated

pytestmark = pytest.mark.django_db


def titles(found: dict[int, Any]) -> dict[int, str]:
    return {pk: page.title for pk, page in found.items()}


def test_a_chosen_page_is_found_in_the_language_of_the_reader() -> None:
    dutch_home = home()
    translated(dutch_home)
    chosen = page_below(dutch_home, "Contact")
    translated(chosen, title="Contact us")
    assert titles(localized_pages([chosen], "nl")) == {chosen.pk: "Contact"}
    assert titles(localized_pages([chosen], "en")) == {chosen.pk: "Contact us"}


def test_any_language_may_have_been_chosen() -> None:
    dutch_home = home()
    translated(dutch_home)
    dutch = page_below(dutch_home, "Contact")
    chosen = translated(dutch, title="Contact us")
    assert titles(localized_pages([chosen.pk], "nl")) == {chosen.pk: "Contact"}


def test_pages_come_as_their_own_type() -> None:
    chosen = page_below(home(), "Contact", introduction="Bel ons.")
    assert localized_pages([chosen.pk], "nl")[chosen.pk].introduction == "Bel ons."


def test_a_page_without_a_translation_is_left_out() -> None:
    chosen = page_below(home())
    assert localized_pages([chosen], "en") == {}


@pytest.mark.parametrize("chosen", [[], [None], [None, None]])
def test_nothing_chosen_is_nothing_found(
    chosen: list[None], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert localized_pages(chosen, "nl") == {}


def test_an_unknown_language_finds_nothing() -> None:
    assert localized_pages([page_below(home())], "xx") == {}


def test_drafts_are_left_out() -> None:
    dutch_home = home()
    translated(dutch_home)
    chosen = page_below(dutch_home)
    translated(chosen, live=False)
    draft = page_below(dutch_home, live=False)
    assert localized_pages([chosen, draft], "en") == {}
    assert titles(localized_pages([chosen, draft], "nl")) == {chosen.pk: "Pagina"}


def test_private_pages_never_leak() -> None:
    """Private itself, below a private page, or private in the reader's language only."""
    dutch_home = home()
    english_home = translated(dutch_home)
    own = made_private(page_below(dutch_home, "Zelf"))
    parent = made_private(page_below(dutch_home, "Ouder"))
    child = page_below(parent, "Kind")
    in_english = page_below(dutch_home, "Besloten in het Engels")
    made_private(translated(in_english))
    open_page = page_below(dutch_home, "Open")
    translated(open_page)
    chosen = [own, parent, child, in_english, open_page]
    assert titles(localized_pages(chosen, "nl")) == {
        in_english.pk: "Besloten in het Engels",
        open_page.pk: "Open",
    }
    assert titles(localized_pages(chosen, "en")) == {open_page.pk: "Open (en)"}
    assert english_home.live


def test_an_alias_in_another_language_is_no_translation() -> None:
    """Wagtail can fill a new language with aliases: Dutch text at an English address."""
    dutch_home = home()
    translated(dutch_home)
    chosen = page_below(dutch_home)
    chosen.copy_for_translation(locale("en"), alias=True)
    assert localized_pages([chosen], "en") == {}


@pytest.mark.parametrize("number", [1, 3, 20])
def test_the_number_of_queries_does_not_depend_on_how_many_were_chosen(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    dutch_home = home()
    translated(dutch_home)
    chosen = [page_below(dutch_home, f"Pagina {i}") for i in range(number)]
    for page in chosen:
        translated(page)
    # The language, the chosen, the base rows, the rows of their own type.
    with django_assert_num_queries(4):
        found = localized_pages(chosen, "en")
        assert {page.locale.language_code for page in found.values()} == {"en"}
        assert len(found) == number


def test_the_ids_of_chosen_pages_are_those_in_the_readers_language(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    dutch_home = home()
    translated(dutch_home)
    dutch = page_below(dutch_home, "Contact")
    english = translated(dutch, title="Contact us")
    alone = page_below(dutch_home, "Alleen")
    alias = alone.create_alias(parent=page_below(dutch_home, "Elders"))

    with django_assert_num_queries(1):
        found = localized_ids([english.pk, alias.pk, None], "nl")

    assert found == {english.pk: dutch.pk, alias.pk: alone.pk}
    assert localized_ids([dutch.pk, alone.pk], "en") == {dutch.pk: english.pk}
    with django_assert_num_queries(0):
        assert localized_ids([None], "nl") == {}
