"""Where a user may put a new page, and in which language they work."""

import pytest

from cop_blocks.desk.places import add_url, explorable, places, trails, working_language
from cop_events.models import SessionIndexPage, SessionPage
from tests.events.factories import series, translate
from tests.rights import EDIT, person

pytestmark = pytest.mark.django_db

CHOOSE = "/choose/"


def url_below(page: object) -> str:
    return f"/admin/pages/add/cop_events/sessionpage/{page.pk}/"  # type: ignore[attr-defined]


def test_one_place_leads_straight_to_the_form() -> None:
    only = series()

    assert add_url(SessionPage, person("Ed", {only: EDIT}), CHOOSE) == url_below(only)


def test_several_places_lead_to_a_choice() -> None:
    top = series()
    series(top, title="Sessies 2027")

    assert add_url(SessionPage, person("Ed", {top: EDIT}), CHOOSE) == CHOOSE


def test_of_places_in_two_languages_that_in_the_language_of_the_site_is_meant() -> None:
    dutch = series()
    english = translate(dutch)

    both = person("Ed", {dutch: EDIT, english: EDIT})
    assert add_url(SessionPage, both, CHOOSE) == url_below(dutch)
    assert working_language(both) == "nl"


def test_who_writes_english_only_begins_in_english() -> None:
    english = translate(series())

    editor = person("Ann", {english: EDIT})
    assert add_url(SessionPage, editor, CHOOSE) == url_below(english)
    assert working_language(editor) == "en"


@pytest.mark.parametrize("actions", [(), ("change",), ("publish",)])
def test_there_is_no_place_without_the_right_to_add(actions: tuple[str, ...]) -> None:
    assert add_url(SessionPage, person("Ed", {series(): actions}), CHOOSE) is None


def test_there_is_no_place_below_a_page_of_another_type() -> None:
    top = series()
    editor = person("Ed", {top.get_parent(): EDIT})

    assert list(places(SessionPage, editor)) == [top.page_ptr]


def test_who_has_no_right_to_any_page_sees_none() -> None:
    series()

    assert list(explorable(person("Ed"))) == []


def test_a_trail_says_where_a_page_lies() -> None:
    top = series(title="Sessies")
    year = series(top, title="Sessies 2027")

    assert trails(SessionIndexPage.objects.all()) == {
        top.pk: "Sessies",
        year.pk: "Sessies › Sessies 2027",
    }
