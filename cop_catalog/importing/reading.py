"""From a file to rows of cells, refusing what would be read wrongly."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from cop_catalog.importing.columns import REQUIRED, Column
from cop_catalog.importing.problems import ImportRefused, Problem

SEPARATOR = ";"


@dataclass(frozen=True, slots=True)
class RawRow:
    """``number`` counts as a spreadsheet does; a column that the file lacks is empty."""

    number: int
    cells: dict[Column, str]

    def __getitem__(self, column: Column) -> str:
        return self.cells.get(column, "")


def read_rows(path: Path) -> tuple[list[RawRow], list[str]]:
    """The rows that hold anything, and the headings that were not understood."""
    lines = list(_records(_decoded(path)))
    if not lines:
        raise ImportRefused([Problem(_("The file is empty."), _("Choose a file with headings."))])
    headings = [heading.strip().casefold() for heading in lines[0]]
    _check_headings(headings)
    problems: list[Problem] = []
    rows: list[RawRow] = []
    for number, record in enumerate(lines[1:], start=2):
        if not any(cell.strip() for cell in record):
            continue
        if len(record) != len(headings):
            problems.append(_wrong_length(number, len(record), len(headings)))
            continue
        known = {
            Column(heading): " ".join(cell.split())
            for heading, cell in zip(headings, record, strict=True)
            if heading in set(Column)
        }
        rows.append(RawRow(number, known))
    if problems:
        raise ImportRefused(problems)
    return rows, [heading for heading in headings if heading and heading not in set(Column)]


def _decoded(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ImportRefused(
            [
                Problem(
                    _("The file “%(path)s” cannot be read.") % {"path": path},
                    _("Check its name and place (%(error)s).") % {"error": error.strerror},
                )
            ]
        ) from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        raise ImportRefused(
            [
                Problem(
                    _("The file is not in UTF-8: line %(row)d holds other characters.")
                    % {"row": row},
                    _("Save it in your spreadsheet program as “CSV UTF-8”."),
                )
            ]
        ) from error
    if "\0" in text:
        raise ImportRefused(
            [
                Problem(
                    _("This is not a text file: it holds characters that no text has."),
                    _("Save it in your spreadsheet program as “CSV UTF-8”."),
                )
            ]
        )
    return text


def _records(text: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=SEPARATOR, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        raise ImportRefused(
            [
                Problem(
                    _("Line %(row)d cannot be read.") % {"row": reader.line_num},
                    _("Often a quotation mark is missing there (%(error)s).") % {"error": error},
                )
            ]
        ) from error


def _check_headings(headings: Sequence[str]) -> None:
    if len(headings) == 1 and any(separator in headings[0] for separator in ",\t|"):
        raise ImportRefused(
            [
                Problem(
                    _("The columns are not separated by semicolons."),
                    _("Save the file with “;” between the columns."),
                )
            ]
        )
    problems = [
        Problem(
            _("The column “%(column)s” is missing.") % {"column": column},
            _("Add it, with exactly this heading on the first row."),
        )
        for column in REQUIRED
        if column not in headings
    ]
    problems += [
        Problem(
            _("The column “%(column)s” is there twice.") % {"column": heading},
            _("Keep one of the two."),
        )
        for heading in sorted({name for name in headings if name and headings.count(name) > 1})
    ]
    if problems:
        raise ImportRefused(problems)


def _wrong_length(number: int, cells: int, headings: int) -> Problem:
    return Problem(
        _("This row has %(cells)d cells, and there are %(headings)d headings.")
        % {"cells": cells, "headings": headings},
        _("Put a text that holds a semicolon between quotation marks."),
        row=number,
    )
