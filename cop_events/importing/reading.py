"""A CSV file of sessions, row by row, each problem with its row, column, reason and remedy."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from cop_blocks.terms.queries import TermFinder
from cop_events.dates import When
from cop_events.models.when import Mode, Status
from cop_events.parsing import UnreadableDateError, parse_when

#: Columns by the names that a file may give them.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "number": ("number", "nummer"),
    "title": ("title", "titel"),
    "theme": ("theme", "thema"),
    "when": ("when", "wanneer"),
    "place": ("place", "plaats"),
    "mode": ("mode", "vorm"),
    "status": ("status",),
}
REQUIRED = ("number", "title", "when")
DRAFT = ("draft", "concept")


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """Something that a person has to put right in the file. ``row`` counts the heading as 1."""

    row: int
    column: str
    message: str

    def __str__(self) -> str:
        return _("Row %(row)s, column “%(column)s”: %(message)s") % {
            "row": self.row,
            "column": self.column,
            "message": self.message,
        }


class UnreadableFileError(Exception):
    """The file as a whole cannot be read; the message says what to do."""


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session as the file tells it."""

    row: int
    number: int
    title: str
    #: Primary keys of terms.
    themes: tuple[int, ...]
    when: When
    place: str
    mode: str
    status: str
    is_draft: bool


def read_rows(content: bytes, language: str) -> tuple[list[SessionRow], list[ImportProblem]]:
    """The sessions of a file (UTF-8, semicolons) and all that is wrong with it.

    Raises:
        UnreadableFileError: it is no such file, or lacks a column.
    """
    reader, columns = _open(content)
    rows: list[SessionRow] = []
    problems: list[ImportProblem] = []
    finder = TermFinder("theme")
    seen: dict[int, int] = {}
    for line, record in enumerate(_records(reader), start=2):
        cells = {
            name: " ".join((record.get(heading) or "").split()) for name, heading in columns.items()
        }
        if not any(cells.values()):
            continue
        found = list(_problems_of(cells, language, finder))
        number = int(cells["number"]) if _is_number(cells["number"]) else None
        if number in seen:
            message = _("The number stands in row %(row)s too. Give each session its own.")
            found.append(("number", message % {"row": seen[number]}))
        problems += [ImportProblem(line, columns[name], text) for name, text in found]
        if number is not None:
            seen.setdefault(number, line)
        if not found:
            rows.append(_row(line, cells, language, finder))
    return rows, problems


def _open(content: bytes) -> tuple["csv.DictReader[str]", dict[str, str]]:
    reader = csv.DictReader(StringIO(_text(content), newline=""), delimiter=";", restkey="")
    return reader, _columns(reader.fieldnames or ())


def _records(reader: "csv.DictReader[str]") -> Iterator[dict[str, Any]]:
    try:
        yield from reader
    except csv.Error as error:
        raise UnreadableFileError(
            _("The file cannot be read from line %(line)s on: a cell there has no end.")
            % {"line": reader.line_num + 1}
        ) from error


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig").replace("\0", "")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(
            _("The file is not UTF-8. Save it from the spreadsheet as “CSV UTF-8”.")
        ) from error


def _columns(headings: Any) -> dict[str, str]:
    """Our name of a column -> its heading in the file, for all that are there."""
    by_name = {str(heading).strip().lower(): heading for heading in headings}
    columns = {
        name: next((by_name[other] for other in others if other in by_name), None)
        for name, others in COLUMNS.items()
    }
    for name in REQUIRED:
        if columns[name] is None:
            raise UnreadableFileError(
                _(
                    "The file has no column “%(column)s”. Its first row names the columns, with "
                    "semicolons between them: %(columns)s."
                )
                % {"column": name, "columns": ";".join(COLUMNS)}
            )
    return {name: heading for name, heading in columns.items() if heading is not None}


def _problems_of(
    cells: Mapping[str, str], language: str, finder: TermFinder
) -> Iterator[tuple[str, str]]:
    if not _is_number(cells["number"]):
        yield "number", _("Write the number of the session in the series: 1, 2, 3.")
    if not cells["title"]:
        yield "title", _("Write the title of the session.")
    elif len(cells["title"]) > 255:
        yield "title", _("The title is too long: write at most 255 characters.")
    try:
        parse_when(cells["when"], language)
    except UnreadableDateError as error:
        yield "when", str(error)
    for name in _split(cells.get("theme", "")):
        if finder.find(name) is None:
            yield (
                "theme",
                _("There is no theme “%(name)s”. Add it, or correct the name.") % {"name": name},
            )
    if len(cells.get("place", "")) > 255:
        yield "place", _("The place is too long: write at most 255 characters.")
    for column, choices in (("mode", Mode), ("status", Status)):
        value = cells.get(column, "")
        if _choice(value, choices) is None and not (column == "status" and _is_draft(value)):
            yield (
                column,
                _("“%(value)s” is not known. Write one of: %(choices)s.")
                % {
                    "value": value,
                    "choices": ", ".join(choices.values),
                },
            )


def _row(line: int, cells: Mapping[str, str], language: str, finder: TermFinder) -> SessionRow:
    found = [finder.find(name) for name in _split(cells.get("theme", ""))]
    status = cells.get("status", "")
    return SessionRow(
        row=line,
        number=int(cells["number"]),
        title=cells["title"],
        themes=tuple(dict.fromkeys(term.pk for term in found if term)),
        when=parse_when(cells["when"], language),
        place=cells.get("place", ""),
        mode=_choice(cells.get("mode", ""), Mode) or Mode.ONSITE,
        status=_choice(status, Status) or Status.PLANNED,
        is_draft=_is_draft(status),
    )


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and 0 < len(text) < 5 and int(text) > 0


def _is_draft(text: str) -> bool:
    return text.lower() in DRAFT


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split("|") if part.strip()]


def _choice(text: str, choices: Any) -> str | None:
    """A choice by its value or its name in any of the site's languages; the first for nothing."""
    if not text:
        return str(choices.values[0])
    for language in (None, *_languages()):
        with override(language):
            for value, label in choices.choices:
                if text.casefold() in (value.casefold(), str(label).casefold()):
                    return str(value)
    return None


def _languages() -> tuple[str, ...]:
    from cop_blocks.languages import content_languages

    return tuple(content_languages())
