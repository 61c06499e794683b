"""Migrations hold no block definitions, and no data migration empties a body."""

import json
from typing import Any

import pytest
from django.db import connection, models
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.state import ModelState, ProjectState
from django.db.migrations.writer import MigrationWriter
from wagtail.blocks import CharBlock, StreamValue
from wagtail.fields import StreamField

from cop_blocks.models import InformationPage
from cop_blocks.streamfield import BodyField, CopStreamField
from tests.blocks.site_factories import fresh, home, page_below

BODY = [
    {"type": "heading", "value": {"text": "Kop", "level": "h2"}, "id": "a"},
    {"type": "text", "value": "<p>Tekst</p>", "id": "b"},
]


def as_in_a_migration(field: models.Field) -> Any:
    """The field that a migration file would hold: written out, and read back."""
    text, imports = MigrationWriter.serialize(field)
    names: dict[str, Any] = {}
    exec("\n".join(imports), names)  # noqa: S102
    return eval(text, names)  # noqa: S307


def historical_information_page() -> Any:
    """The model as a data migration gets it: concrete, with the columns of the real table."""
    field = as_in_a_migration(InformationPage._meta.get_field("body"))
    state = ProjectState()
    link = models.IntegerField(primary_key=True, db_column="page_ptr_id")
    state.add_model(
        ModelState(
            "cop_blocks",
            "InformationPage",
            [("page_ptr", link), ("introduction", models.TextField()), ("body", field)],
            options={"db_table": InformationPage._meta.db_table},
        )
    )
    return state.apps.get_model("cop_blocks", "InformationPage")


def stored(page: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT body FROM cop_blocks_informationpage WHERE page_ptr_id = %s", [page.pk]
        )
        value = cursor.fetchone()[0]
    return json.loads(value) if isinstance(value, str) else value


@pytest.mark.parametrize(
    "field", [CopStreamField([("text", CharBlock())], blank=True), BodyField("tekst", blank=True)]
)
def test_a_migration_holds_no_blocks(field: CopStreamField) -> None:
    text, _imports = MigrationWriter.serialize(field)
    assert text.startswith("cop_blocks.streamfield.field.CopStreamField([], blank=True")
    assert "Block" not in text


def test_changing_the_blocks_is_no_change_for_migrations() -> None:
    detector = MigrationAutodetector(ProjectState(), ProjectState())
    before = as_in_a_migration(CopStreamField([("text", CharBlock())]))
    after = CopStreamField([("text", CharBlock()), ("title", CharBlock())])
    assert detector.deep_deconstruct(before) == detector.deep_deconstruct(after)


def test_a_copy_of_the_field_keeps_its_blocks() -> None:
    assert list(CopStreamField([("text", CharBlock())]).clone().stream_block.child_blocks) == [
        "text"
    ]
    assert "heading" in BodyField("tekst").clone().stream_block.child_blocks


@pytest.mark.django_db
def test_a_data_migration_that_saves_a_page_keeps_its_body() -> None:
    page = page_below(home(), body=json.dumps(BODY))
    historical = historical_information_page().objects.get(pk=page.pk)
    historical.introduction = "Gewijzigd door een datamigratie"
    historical.save()
    assert stored(page) == BODY
    assert fresh(page).introduction == "Gewijzigd door een datamigratie"
    assert [block.block_type for block in fresh(page).body] == ["heading", "text"]


@pytest.mark.django_db
def test_a_data_migration_reads_and_changes_the_raw_body() -> None:
    page = page_below(home(), body=json.dumps(BODY))
    historical = historical_information_page().objects.get(pk=page.pk)
    assert historical.body == BODY
    historical.body = [*historical.body, {"type": "text", "value": "<p>Meer</p>", "id": "c"}]
    historical.save()
    assert [str(block.value) for block in fresh(page).body][-1].count("<p>Meer</p>") == 1


@pytest.mark.django_db
def test_wagtails_own_field_would_have_emptied_it() -> None:
    """Why the field is our own: the same save through a StreamField without blocks."""
    page = page_below(home(), body=json.dumps(BODY))
    model = historical_information_page()
    model._meta.get_field("body").__class__ = StreamField
    model.objects.get(pk=page.pk).save()
    assert stored(page) == []


@pytest.mark.parametrize("empty", [None, "", [], "[]"])
def test_a_historical_body_without_content_is_an_empty_list(empty: Any) -> None:
    assert CopStreamField([]).to_python(empty) == []


def test_the_default_of_a_historical_field_can_be_stored() -> None:
    """``AddField`` writes it into the rows that are already there."""
    field = CopStreamField([])
    written = field.get_db_prep_save(field.get_default(), connection)
    # Each database has its own way to write an empty list.
    assert repr(written) == repr(connection.ops.adapt_json_value([], None))


def test_a_field_with_blocks_gives_streams() -> None:
    assert isinstance(BodyField("tekst").to_python(BODY), StreamValue)
