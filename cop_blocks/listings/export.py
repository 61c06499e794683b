"""Spreadsheets of a listing: what it shows, with the filters that are on."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.functional import Promise

from cop_blocks.spreadsheets import harmless


@dataclass(frozen=True, slots=True)
class Exported:
    """One column of the spreadsheet; ``value`` makes a cell from an item of the listing."""

    name: str
    heading: str | Promise
    value: Callable[[Any], Any]


class SafeExportMixin:
    """For an index view with Wagtail's export: columns of your own, and no formulas.

    Wagtail makes text of formulas in XLSX and leaves them as they are in CSV, which the same
    programs open.
    """

    exported: ClassVar[Sequence[Exported]] = ()

    @property
    def list_export(self) -> list[str]:
        return [column.name for column in self.exported]

    @list_export.setter
    def list_export(self, value: Any) -> None:
        """Given by the viewset, which has none."""

    def get_heading(self, queryset: Any, field: str) -> str:
        return str(next(column.heading for column in self.exported if column.name == field))

    def to_row_dict(self, item: Any) -> "OrderedDict[str, Any]":
        return OrderedDict((column.name, column.value(item)) for column in self.exported)

    def stream_csv(self, queryset: Any) -> Iterator[bytes]:
        """Written at once: a stream is read when the editor's language is no longer active."""
        return iter(list(super().stream_csv(queryset)))  # type: ignore[misc]

    def write_csv_row(self, writer: Any, row_dict: Any) -> Any:
        safe = {
            name: harmless(value) if isinstance(value, str) else value
            for name, value in row_dict.items()
        }
        return super().write_csv_row(writer, safe)  # type: ignore[misc]
