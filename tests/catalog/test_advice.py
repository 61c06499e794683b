"""What an editor is advised about a page of the catalogue; nothing of it stops publishing."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from django.utils.translation import override
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection

from cop_blocks.editing.advice import advice_on
from cop_blocks.models import OrganisationMember, Vocabulary
from tests.catalog import factories
from tests.events.editing import Editor, errors

GOOD: dict[str, Any] = {
    "summary": "Een voucher van 2.500 euro voor kleine bedrijven die digitaal willen beginnen.",
    "contact_email": "loket@example.org",
    "apply_url": "https://example.org/aanvragen",
    "verified_on": date(2026, 11, 1),
    "providers": ["Loket"],
}


def advice(page: Any) -> list[tuple[str, str]]:
    with override("en"):
        return [(item.field, item.message) for item in advice_on(page)]


@pytest.fixture
def an_image(db: None) -> Any:
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    return get_image_model().objects.create(title="Bakkerij", file=get_test_image_file())


@pytest.fixture
def good(site: Any) -> Any:
    return factories.make_initiative(site.catalogue, terms=[site.digital], **GOOD)


def test_a_good_initiative_gets_no_advice(good: Any) -> None:
    assert advice(good) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"title": "x" * 71}, ("title", "The title has 71 characters")),
        ({"summary": "Kort."}, ("summary", "“Kort.” says little.")),
        ({"contact_email": ""}, ("contact", "Nobody is named")),
        ({"apply_url": ""}, ("apply_url", "There is no address to apply")),
        ({"apply_url": "https://nergens"}, ("apply_url", "The address “https://nergens”")),
        ({"closes_on": date(2026, 1, 31)}, ("closes_on", "It closed on 31 January 2026.")),
        ({"verified_on": None}, ("verified_on", "Fill in when it was last checked")),
        (
            {"requirements": '<p><a href="htp:/x y">x</a></p>'},
            ("requirements", "The address “htp:"),
        ),
        (
            {"requirements": '<p><a linktype="page" id="999999">x</a></p>'},
            ("requirements", "A link leads to a page that is gone."),
        ),
        (
            {"requirements": '<p><a linktype="document" id="999999">x</a></p>'},
            ("requirements", "A link leads to a document that is gone."),
        ),
    ],
)
def test_one_thing_is_said_at_its_field(
    good: Any, fields: dict[str, Any], expected: tuple[str, str]
) -> None:
    for name, value in fields.items():
        setattr(good, name, value)

    [(field, message)] = advice(good)

    assert (field, message[: len(expected[1])]) == expected


def test_a_closing_date_in_the_past_is_no_matter_once_it_is_closed_for_good(good: Any) -> None:
    good.closes_on, good.state = date(2026, 1, 31), "closed"
    assert advice(good) == []


def test_a_link_to_a_page_that_is_not_published_is_told(site: Any, good: Any) -> None:
    draft = factories.make_initiative(site.catalogue, "Concept", live=False)
    good.requirements = f'<p><a linktype="page" id="{draft.pk}">x</a></p>'

    [(field, message)] = advice(good)

    assert field == "requirements"
    assert message.startswith("A link leads to “Concept”, which is not published.")


def test_an_image_without_a_description_is_told(good: Any, an_image: Any) -> None:
    def body(**alt: Any) -> list[Any]:
        value = {"image": {"image": an_image.pk, "alt_text": "", "decorative": False, **alt}}
        return [{"type": "image", "value": value}]

    def images(page: Any, value: list[Any]) -> Iterable[str]:
        page.body = page._meta.get_field("body").to_python(value)
        return [message for field, message in advice(page) if field == "body"]

    assert images(good, body()) == [
        "1 image has no description. Say what it shows, or tick that it is only decorative."
    ]
    assert images(good, body(decorative=True)) == []
    assert images(good, body(alt_text="Een bakkerij")) == []


def test_a_page_without_a_theme_is_told_where_themes_are_for_it(site: Any) -> None:
    page = factories.make_initiative(site.catalogue, **GOOD)
    assert [field for field, _message in advice(page)] == ["cop_term_rows"]

    Vocabulary.objects.filter(code="theme").update(page_types=["cop_events.sessionpage"])
    assert advice(page) == []


def test_advice_stands_on_the_form_and_does_not_stop_publishing(site: Any, good: Any) -> None:
    editor = Editor("en")

    response = editor.send(editor.edit_url(good), {"contact_email": ""}, publish=True)

    assert errors(response) == {}
    shown = editor.client.get(editor.edit_url(good)).content.decode()
    assert "One thing to improve; you can go on all the same." in shown
    assert "Nobody is named whom a visitor can ask." in shown


def test_advice_is_told_after_publishing_in_the_editors_language(site: Any, good: Any) -> None:
    editor = Editor("nl")
    url = editor.edit_url(good)
    data = editor.fill_in(url, {"contact_email": ""})
    data["action-publish"] = "action-publish"

    shown = editor.client.post(url, data, follow=True).content.decode()

    assert "Er is niemand genoemd aan wie een bezoeker iets kan vragen." in shown


def test_a_good_page_is_published_without_a_word(good: Any) -> None:
    editor = Editor("en")
    shown = editor.client.get(editor.edit_url(good)).content.decode()
    assert "to improve" not in shown
    assert OrganisationMember.objects.count() == 0


def test_advice_takes_the_same_number_of_queries_for_many_links(site: Any, good: Any) -> None:
    pages = [
        factories.make_initiative(site.catalogue, f"Concept {n}", live=False) for n in range(5)
    ]

    def queries(targets: list[Any]) -> int:
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        good.requirements = "".join(f'<a linktype="page" id="{p.pk}">x</a>' for p in targets)
        with CaptureQueriesContext(connection) as captured:
            assert len(advice_on(good)) == len(targets)
        return len(captured)

    assert queries(pages) == queries(pages[:1])
