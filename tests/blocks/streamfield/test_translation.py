"""wagtail-localize finds every text of every block, and puts its translation back."""

import json
import re
from typing import Any

import pytest
from django.test import Client
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor
from wagtail_localize.segments.ingest import StreamFieldSegmentsWriter
from wagtail_localize.strings import StringValue

from cop_blocks.models import InformationPage, Person
from cop_blocks.streamfield.blocks import BUILDING_BLOCKS
from tests.blocks.site_factories import document, fresh, home, image, locale, page_below, translated

pytestmark = pytest.mark.django_db

TABLE = {
    "caption": "Bedragen",
    "columns": [{"type": "text", "heading": "Regeling"}, {"type": "text", "heading": "Bedrag"}],
    "rows": [
        {"values": ["Voucher", "€ 10.000"]},
        {"values": ["Leerbon", "2026"]},
        {"values": ["Voucher", ""]},
    ],
}


def item(value: dict[str, Any]) -> dict[str, Any]:
    return {"type": "item", "id": "item-1", "value": value}


def values() -> dict[str, Any]:
    """A value of every block, in which every text starts with a capital."""
    person = Person.objects.create(name="Noor de Wit")
    page = page_below(home(), "Gekozen")
    return {
        "heading": {"text": "Kop", "level": "h2"},
        "text": '<p>Alinea <b>Vet</b> <a href="https://example.org/">Link</a></p>',
        "image": {
            "image": {"image": image().pk, "alt_text": "Beschrijving", "decorative": False},
            "caption": "Bijschrift",
        },
        "quote": {"quote": "Citaat", "attribution": "Wie"},
        "accordion": {"items": [item({"title": "Vraag", "text": "<p>Antwoord</p>"})]},
        "figures": {"items": [item({"number": "60%", "text": "Doet mee", "source": "Bron"})]},
        "table": {"table": TABLE, "first_column_is_heading": True},
        "call_to_action": {
            "title": "Titel",
            "text": "Toelichting",
            "button": "Knop",
            "page": page.pk,
            "url": "",
        },
        "page_links": {"title": "Zie ook", "pages": [page.pk]},
        "contact_person": {"person": person.pk, "about": "Waarvoor"},
        "documents": {"items": [item({"document": document().pk, "title": "Verslag"})]},
        "video": {"title": "Film", "url": "https://youtu.be/abc", "text": "<p>Gesproken</p>"},
    }


TEXTS = {
    "heading": ["Kop"],
    "text": ["Alinea <b>Vet</b> <a>Link</a>"],
    "image": ["Beschrijving", "Bijschrift"],
    "quote": ["Citaat", "Wie"],
    "accordion": ["Vraag", "Antwoord"],
    "figures": ["60%", "Doet mee", "Bron"],
    "table": ["Bedragen", "Regeling", "Bedrag", "Voucher", "€ 10.000", "Leerbon"],
    "call_to_action": ["Titel", "Toelichting", "Knop"],
    "page_links": ["Zie ook"],
    "contact_person": ["Waarvoor"],
    "documents": ["Verslag"],
    "video": ["Film", "Gesproken"],
}


def plain(text: str) -> str:
    return re.sub(r'<a id="a\d+">', "<a>", text)


def body_of(name: str, value: Any) -> Any:
    """A body with one block, as it comes from the database."""
    page = page_below(
        home(), "Bron", body=json.dumps([{"type": name, "value": value, "id": "block-1"}])
    )
    return page.body


def texts(body: Any) -> list[str]:
    field = InformationPage._meta.get_field("body")
    segments = StreamFieldSegmentExtractor(field).handle_stream_block(body)
    return [
        plain(segment.string.data)
        for segment in segments
        if isinstance(segment, StringSegmentValue) and not segment.is_empty()
    ]


def test_every_block_is_tried_here() -> None:
    assert set(values()) == set(TEXTS) == {name for name, _block in BUILDING_BLOCKS}


@pytest.mark.parametrize("name", TEXTS)
def test_every_text_is_a_segment(name: str) -> None:
    assert texts(body_of(name, values()[name])) == TEXTS[name]


@pytest.mark.parametrize("name", TEXTS)
def test_every_translation_is_put_back_where_it_belongs(name: str) -> None:
    field = InformationPage._meta.get_field("body")
    body = body_of(name, values()[name])
    segments = [
        segment.with_order(order)
        for order, segment in enumerate(
            StreamFieldSegmentExtractor(field).handle_stream_block(body), start=1
        )
        if not segment.is_empty()
    ]
    for segment in segments:
        if isinstance(segment, StringSegmentValue):
            segment.string = StringValue(segment.string.data.replace("e", "ë"))
    StreamFieldSegmentsWriter(field, locale("nl"), locale("en")).handle_stream_block(body, segments)
    stored = field.to_python(field.get_prep_value(body))
    assert texts(stored) == [text.replace("e", "ë") for text in TEXTS[name]]


def test_a_table_keeps_its_shape_and_its_numbers() -> None:
    body = body_of("table", values()["table"])
    block = body[0].block.child_blocks["table"]
    table = body[0].value["table"]
    voucher, *_rest = [
        segment
        for segment in block.get_translatable_segments(table)
        if segment.string.data == "Voucher"
    ]
    voucher.string = StringValue("Grant")
    result = block.get_prep_value(block.restore_translated_segments(table, [voucher]))
    assert result["rows"] == [
        {"values": ["Grant", "€ 10.000"]},
        {"values": ["Leerbon", "2026"]},
        {"values": ["Grant", ""]},
    ]
    assert block.get_prep_value(table) == TABLE


def test_a_cell_that_moves_keeps_its_translation() -> None:
    """The path of a text is the same wherever in the table it stands."""
    turned = {**TABLE, "rows": list(reversed(TABLE["rows"]))}

    def paths(value: dict[str, Any]) -> set[str]:
        body = body_of("table", {"table": value, "first_column_is_heading": False})
        block = body[0].block.child_blocks["table"]
        return {s.path for s in block.get_translatable_segments(body[0].value["table"])}

    assert paths(TABLE) == paths(turned)


def test_a_page_with_all_blocks_is_translated_in_the_admin(admin_client: Client) -> None:
    dutch_home = home()
    translated(dutch_home)
    stream = [
        {"type": name, "value": value, "id": f"block-{name}"} for name, value in values().items()
    ]
    page = page_below(dutch_home, "Alles", introduction="Inleiding", body=json.dumps(stream))
    source, _created = TranslationSource.get_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=locale("en"))
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
        StringTranslation.objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=locale("en"),
            data=segment.string.data.replace("e", "ë"),
        )
    assert translation.get_progress()[0] == translation.get_progress()[1]
    translation.save_target(publish=True)
    english = fresh(page.get_translation(locale("en")))
    assert texts(english.body) == [text.replace("e", "ë") for name in TEXTS for text in TEXTS[name]]
    editor = admin_client.get(f"/admin/pages/{english.pk}/edit/", headers={"host": "localhost"})
    assert editor.status_code == 200
    assert "Leerbon" in editor.content.decode()
