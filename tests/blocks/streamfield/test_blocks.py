"""What each block takes from an editor and shows to a reader."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.translation import override
from wagtail.blocks.struct_block import StructBlockValidationError

from cop_blocks.models import Organisation, Person, PersonText
from cop_blocks.streamfield import BodyField, body_block_types
from cop_blocks.streamfield.blocks import BUILDING_BLOCKS
from tests.blocks.site_factories import (
    document,
    home,
    image,
    made_private,
    page_below,
    request_for,
    translated,
)

BLOCKS = dict(BUILDING_BLOCKS)


def shown(name: str, value: Any) -> str:
    """The block as it stands in a page, in one line."""
    body = BodyField("tekst").to_python([{"type": name, "value": value, "id": "a"}])
    html = body.stream_block.render(body, context={"request": request_for()})
    return " ".join(html.split())


def errors(name: str, value: dict[str, Any]) -> dict[str, list[str]]:
    """Field -> what is said at it, in English."""
    block = BLOCKS[name]
    with override("en"):
        with pytest.raises(StructBlockValidationError) as caught:
            block.clean(block.to_python(value))
        return {field: error.messages for field, error in caught.value.block_errors.items()}


@pytest.mark.parametrize(("name", "block"), body_block_types())
def test_every_block_says_what_it_is_for(name: str, block: Any) -> None:
    assert block.label and block.get_description() and block.meta.icon and block.meta.group
    assert block.is_previewable


@pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")
@pytest.mark.django_db
@pytest.mark.parametrize(("name", "block"), body_block_types())
def test_a_block_shows_itself_in_the_picker(name: str, block: Any) -> None:
    value = block.get_preview_value()
    bound = block.bind(value)
    html = render_to_string(
        block.get_preview_template(value),
        {"request": request_for(), "bound_block": bound, "block_def": block},
    )
    assert "cop_blocks/cop.css" in html
    assert bound.render().strip() in html


@pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")
@pytest.mark.django_db
def test_a_preview_of_an_image_shows_the_newest_of_the_site() -> None:
    block = BLOCKS["image"]
    assert block.render(block.get_preview_value()).strip() == ""

    newest = image()

    assert "<figcaption" in block.render(block.get_preview_value())
    assert newest.title in block.render(block.get_preview_value())


def test_a_preview_of_a_person_shows_nobody_real() -> None:
    html = BLOCKS["contact_person"].render(BLOCKS["contact_person"].get_preview_value())
    assert "sanne@example.org" in html


def test_a_heading_is_never_the_title_of_the_page() -> None:
    assert "<h2>Waar &lt;en&gt; wanneer</h2>" in shown(
        "heading", {"text": "Waar <en> wanneer", "level": "h2"}
    )
    assert "<h3>Vervoer</h3>" in shown("heading", {"text": "Vervoer", "level": "h3"})


def test_text_has_no_images_and_no_headings_above_h3() -> None:
    features = set(BLOCKS["text"].features)
    assert features == {"h3", "bold", "italic", "link", "document-link", "ol", "ul"}


def test_a_quote_says_whose_it_is() -> None:
    html = shown("quote", {"quote": "Samen <verder>", "attribution": "Een deelnemer"})
    assert "<blockquote><p>Samen &lt;verder&gt;</p></blockquote>" in html
    assert "Een deelnemer</figcaption>" in html


def test_an_accordion_opens_without_javascript() -> None:
    items = [{"type": "item", "id": "x", "value": {"title": "Wie?", "text": "<p>Iedereen</p>"}}]
    html = shown("accordion", {"items": items})
    assert "<details><summary>Wie?</summary>" in html
    assert "<p>Iedereen</p>" in html


def test_figures_say_what_they_count() -> None:
    items = [{"number": "60%", "text": "doet mee", "source": "CBS"}]
    html = shown("figures", {"items": items})
    assert "<strong>60%</strong> <span>doet mee</span>" in html


TABLE = {
    "columns": [
        {"type": "text", "heading": "Regeling"},
        {"type": "text", "heading": "Bedrag"},
    ],
    "rows": [{"values": ["Voucher", "€ 2.500\nper jaar"]}, {"values": ["<Lening>", ""]}],
    "caption": "Regelingen & bedragen",
}


@pytest.mark.parametrize(
    ("named", "first"),
    [
        (True, '<th scope="row" role="rowheader">Voucher</th>'),
        (False, '<td role="cell" data-cop-label="Regeling">Voucher</td>'),
    ],
)
def test_a_table_keeps_its_headings_at_hand_for_a_phone(named: bool, first: str) -> None:
    html = shown("table", {"table": TABLE, "first_column_is_heading": named})
    assert "<caption>Regelingen &amp; bedragen</caption>" in html
    assert '<th scope="col" role="columnheader">Bedrag</th>' in html
    assert first in html
    assert '<td role="cell" data-cop-label="Bedrag">€ 2.500<br>per jaar</td>' in html
    assert "&lt;Lening&gt;" in html


# Wagtail leaves the temporary file of a rendition to the garbage collector (November 2026).
@pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")
@pytest.mark.django_db
class TestImage:
    def test_it_has_the_description_that_the_editor_gave(self) -> None:
        value = {"image": image().pk, "alt_text": "Twee mensen", "decorative": False}
        html = shown("image", {"image": value, "caption": "Sessie 1"})
        assert 'alt="Twee mensen"' in html
        assert "Sessie 1</figcaption>" in html

    def test_a_phone_fetches_a_small_one(self) -> None:
        cache.clear()  # Wagtail remembers renditions by the number of an image
        value = {
            "image": image(size=(2000, 1000)).pk,
            "alt_text": "Twee mensen",
            "decorative": False,
        }
        tag = BeautifulSoup(shown("image", {"image": value, "caption": ""}), "html.parser").img
        assert tag is not None
        widths = [part.split()[1] for part in str(tag["srcset"]).split(", ")]
        assert (widths, tag["width"], tag["loading"]) == (["1440w", "960w", "480w"], "1440", "lazy")
        assert str(tag["src"]).endswith(".webp")

    def test_a_small_one_is_not_named_twice(self) -> None:
        cache.clear()
        value = {"image": image(size=(600, 300)).pk, "alt_text": "", "decorative": True}
        tag = BeautifulSoup(shown("image", {"image": value, "caption": ""}), "html.parser").img
        assert tag is not None
        widths = [part.split()[1] for part in str(tag["srcset"]).split(", ")]
        assert (widths, tag["width"]) == (["600w", "480w"], "600")

    def test_a_tiny_one_is_shown_as_it_is(self) -> None:
        cache.clear()
        value = {"image": image(size=(200, 100)).pk, "alt_text": "", "decorative": True}
        tag = BeautifulSoup(shown("image", {"image": value, "caption": ""}), "html.parser").img
        assert tag is not None
        told = (tag.get("srcset"), tag.get("sizes"), tag["width"])
        assert told == (None, None, "200")

    def test_without_a_description_it_is_refused(self) -> None:
        value = {"image": image().pk, "alt_text": "", "decorative": False}
        with pytest.raises(StructBlockValidationError) as caught:
            BLOCKS["image"].clean(BLOCKS["image"].to_python({"image": value, "caption": ""}))
        assert list(caught.value.block_errors) == ["image"]

    def test_a_decorative_image_is_silent(self) -> None:
        value = {"image": image().pk, "alt_text": "", "decorative": True}
        assert 'alt=""' in shown("image", {"image": value, "caption": ""})


@pytest.mark.django_db
class TestCallToAction:
    value = {"title": "Doe mee", "text": "", "button": "Meld u aan", "page": None, "url": ""}

    def test_it_leads_to_the_page_in_the_language_of_the_reader(self) -> None:
        dutch_home = home()
        translated(dutch_home)
        page = page_below(dutch_home, "Aanmelden")
        translated(page, slug="sign-up")
        value = {**self.value, "page": page.pk}
        assert 'href="/nl/aanmelden/">Meld u aan</a>' in shown("call_to_action", value)
        with override("en"):
            assert 'href="/en/sign-up/">Meld u aan</a>' in shown("call_to_action", value)

    def test_it_has_no_button_to_a_page_that_is_not_public(self) -> None:
        page = made_private(page_below(home(), "Besloten"))
        assert "<a" not in shown("call_to_action", {**self.value, "page": page.pk})

    def test_it_leads_elsewhere(self) -> None:
        html = shown("call_to_action", {**self.value, "url": "https://example.org/?a=1&b=2"})
        assert 'href="https://example.org/?a=1&amp;b=2"' in html

    def test_it_leads_somewhere(self) -> None:
        assert errors("call_to_action", self.value) == {
            "page": ["Choose a page, or fill in an address below."]
        }

    def test_it_does_not_lead_to_two_places(self) -> None:
        value = {**self.value, "page": home().pk, "url": "https://example.org/"}
        assert errors("call_to_action", value) == {
            "url": ["Choose a page or fill in an address, not both."]
        }

    def test_a_draft_may_be_incomplete(self) -> None:
        block = BLOCKS["call_to_action"]
        block.defer_required_validation()
        try:
            assert block.clean(block.to_python(self.value))["title"] == "Doe mee"
        finally:
            block.restore_deferred_validation()


@pytest.mark.django_db
def test_page_links_are_in_the_language_of_the_reader_and_public() -> None:
    dutch_home = home()
    translated(dutch_home)
    page = page_below(dutch_home, "Regeling", introduction="Voor <mkb>.")
    translated(page, title="Scheme", introduction="For SMEs.", slug="scheme")
    hidden = made_private(page_below(dutch_home, "Besloten"))
    value = {"title": "Zie ook", "pages": [page.pk, hidden.pk, 999_999]}
    html = shown("page_links", value)
    assert '<a href="/nl/regeling/">Regeling</a>' in html
    assert "Voor &lt;mkb&gt;." in html
    assert html.count("<li") == 1
    with override("en"):
        assert '<a href="/en/scheme/">Scheme</a>' in shown("page_links", value)


@pytest.mark.django_db
class TestContactPerson:
    def test_what_is_filled_in_is_shown_in_the_language_of_the_reader(self) -> None:
        person = Person.objects.create(
            name="Noor de Wit",
            email="noor@example.org",
            organisation=Organisation.objects.create(name="Regiobureau"),
        )
        for language, title in {"nl": "adviseur", "en": "adviser"}.items():
            PersonText.objects.create(person=person, language=language, job_title=title)
        value = {"person": person.pk, "about": "Vragen over subsidie"}
        with override("en"):
            html = shown("contact_person", value)
        assert ">adviser</p>" in html
        assert ">Regiobureau</p>" in html
        assert '<a href="mailto:noor@example.org">noor@<wbr>example.org</a>' in html
        assert "Vragen over subsidie" in html

    def test_what_is_not_filled_in_leaves_no_trace(self) -> None:
        person = Person.objects.create(name="Noor de Wit")
        html = shown("contact_person", {"person": person.pk, "about": ""})
        assert html.count("<p") == 1
        assert "<ul" not in html and "None" not in html

    def test_a_person_who_is_gone_leaves_the_page_whole(self) -> None:
        assert "cop-person" not in shown("contact_person", {"person": 999_999, "about": ""})


@pytest.mark.django_db
def test_documents_are_named_with_type_and_size() -> None:
    items = [{"document": document("Verslag", size=2048).pk, "title": ""}]
    with override("en"):
        html = shown("documents", {"items": items})
    assert ">Verslag</a>" in html
    assert ">PDF, 2.0 KB</span>" in html


def test_an_unknown_block_in_old_content_is_passed_by() -> None:
    assert shown("no_such_block", "x") == ""


@pytest.mark.parametrize("name", ["figures", "accordion", "documents", "page_links"])
def test_an_empty_list_is_refused(name: str) -> None:
    block = BLOCKS[name]
    field = "pages" if name == "page_links" else "items"
    with pytest.raises(ValidationError) as caught:
        block.clean(block.to_python({field: [], "title": ""}))
    assert field in caught.value.block_errors  # type: ignore[attr-defined]
