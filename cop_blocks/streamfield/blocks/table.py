"""A table that is edited as a table and translated cell by cell."""

from hashlib import sha256
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, StructValue
from wagtail.blocks import TextBlock as PlainTextBlock
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock

from cop_blocks.streamfield.blocks.base import TEXT_GROUP, CopBlock


class CellsBlock(TypedTableBlock):
    """The grid, with a caption and a heading above each column.

    wagtail-localize passes by any block that it does not know, so the two methods below hand it the
    texts. A text's path follows from the text itself: a cell that moves keeps its translation, and
    what stands there twice is translated once. Cells of digits alone need no translation.
    """

    text = PlainTextBlock(label=_("Text"), required=False, default="", rows=1)

    def get_translatable_segments(self, value: TypedTable) -> list[Any]:
        from wagtail_localize.segments import StringSegmentValue

        texts = {_path(text): text for text in _texts(value) if text and not text.isdigit()}
        return [StringSegmentValue(path, text) for path, text in texts.items()]

    def restore_translated_segments(self, value: TypedTable, segments: list[Any]) -> TypedTable:
        translated: dict[str, str] = {segment.path: segment.render_text() for segment in segments}

        def translate(text: str) -> str:
            return translated.get(_path(text or ""), text)

        return TypedTable(
            columns=[
                {"block": column["block"], "heading": translate(column["heading"])}
                for column in value.columns
            ],
            row_data=[
                {"values": [translate(cell) for cell in row["values"]]} for row in value.row_data
            ],
            caption=translate(value.caption),
        )


class TableValue(StructValue):
    @property
    def labelled_rows(self) -> list[list[tuple[str, str]]]:
        """Each cell with the heading of its column: on a phone they stand together."""
        headings = [column["heading"] for column in self["table"].columns]
        return [list(zip(headings, row["values"], strict=False)) for row in self["table"].row_data]


class TableBlock(CopBlock):
    """A table with a heading above each column and, if wanted, one before each row."""

    table = CellsBlock(label=_("Table"))
    first_column_is_heading = BooleanBlock(
        label=_("The first column names the rows"), required=False, default=False
    )

    def errors(self, value: Any) -> dict[str, Any]:
        table = value["table"]
        if not table.columns or not table.row_data:
            return {"table": _("Add at least one column and one row.")}
        if not (table.caption or "").strip():
            return {"table": _("Fill in a caption: it tells what the table is about.")}
        if any(not (column["heading"] or "").strip() for column in table.columns):
            return {"table": _("Fill in a heading above every column.")}
        return {}

    class Meta:
        icon = "table"
        group = TEXT_GROUP
        label = _("Table")
        description = _("Rows and columns with headings; every cell can be translated.")
        template = "cop_blocks/blocks/table.html"
        value_class = TableValue
        preview_value = {
            "table": {
                "columns": [
                    {"type": "text", "heading": _("Kind of support")},
                    {"type": "text", "heading": _("Up to")},
                ],
                "rows": [
                    {"values": [_("Voucher"), "€ 2.500"]},
                    {"values": [_("Loan"), "€ 50.000"]},
                ],
                "caption": _("What there is"),
            },
            "first_column_is_heading": False,
        }


def _texts(table: TypedTable) -> list[str]:
    headings = [column["heading"] for column in table.columns]
    cells = [cell for row in table.row_data for cell in row["values"]]
    return [table.caption or "", *headings, *cells]


def _path(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]
