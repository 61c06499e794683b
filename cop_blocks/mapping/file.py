"""The mapping as a file that a person fills in: CSV in UTF-8, with semicolons."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from django.utils.translation import gettext as _

from cop_blocks.mapping.problems import MappingRefusedError
from cop_blocks.spreadsheets import harmless, meant

HEADINGS = ("value", "pages", "term", "suggestions")
REQUIRED = ("value", "term")
#: In the column ``term``: make a new term of this name.
NEW = "*"


def write_file(path: Path, rows: Iterable[tuple[str, int, str, str]]) -> None:
    """Write a proposal; a file that is there already is somebody's work and stays."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(HEADINGS)
    for value, pages, term, suggestions in rows:
        writer.writerow([harmless(value), pages, term, suggestions])
    try:
        with path.open("x", encoding="utf-8-sig", newline="") as file:
            file.write(out.getvalue())
    except FileExistsError:
        raise MappingRefusedError(
            _("The file “%(path)s” is there already. Choose another name.") % {"path": path}
        ) from None
    except OSError as error:
        raise MappingRefusedError(
            _("The file “%(path)s” cannot be written (%(reason)s). Choose another place.")
            % {"path": path, "reason": error.strerror}
        ) from error


def read_file(path: Path) -> dict[str, tuple[int, str]]:
    """Value -> its row (as a spreadsheet counts) and what stands in the column ``term``."""
    lines = _records(_decoded(path))
    headings = [cell.strip().casefold() for cell in lines[0]] if lines else []
    if missing := [name for name in REQUIRED if name not in headings]:
        raise MappingRefusedError(
            _(
                "The column “%(column)s” is missing. The first row holds headings with semicolons "
                "between them: value;pages;term;suggestions."
            )
            % {"column": missing[0]}
        )
    found: dict[str, tuple[int, str]] = {}
    problems = []
    for number, line in enumerate(lines[1:], start=2):
        if not any(cell.strip() for cell in line):
            continue
        if len(line) != len(headings):
            problems.append(
                _(
                    "Row %(row)d has %(cells)d cells, and there are %(headings)d headings. Put a "
                    "text that holds a semicolon between quotation marks."
                )
                % {"row": number, "cells": len(line), "headings": len(headings)}
            )
            continue
        cells = dict(zip(headings, line, strict=True))
        value = meant(" ".join(cells["value"].split()))
        if not value:
            problems.append(
                _("Row %(row)d has no value. Fill it in, or delete the row.") % {"row": number}
            )
        elif value in found:
            problems.append(
                _("Row %(row)d: “%(value)s” stands on row %(first)d too. Keep one of the two.")
                % {"row": number, "value": value, "first": found[value][0]}
            )
        else:
            found[value] = (number, " ".join(cells["term"].split()))
    if problems:
        raise MappingRefusedError(*problems)
    return found


def _decoded(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise MappingRefusedError(
            _("The file “%(path)s” cannot be read (%(reason)s). Check its name and place.")
            % {"path": path, "reason": error.strerror}
        ) from error
    except UnicodeDecodeError as error:
        raise MappingRefusedError(
            _("The file is not in UTF-8. Save it in your spreadsheet program as “CSV UTF-8”.")
        ) from error
    if "\0" in text:
        raise MappingRefusedError(
            _("This is not a text file. Save it in your spreadsheet program as “CSV UTF-8”.")
        )
    return text


def _records(text: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    try:
        return list(reader)
    except csv.Error as error:
        raise MappingRefusedError(
            _("Row %(row)d cannot be read. Often a quotation mark is missing there (%(reason)s).")
            % {"row": reader.line_num, "reason": error}
        ) from error
