"""From cells to what they mean; every mistake of the whole file is found before one is told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from cop_blocks.models import Term
from cop_blocks.terms.queries import TermFinder
from cop_catalog.importing.columns import (
    PROVIDER_KINDS,
    PROVIDER_LEVELS,
    REQUIRED,
    STATUSES,
    VOCABULARIES,
    Column,
    Status,
)
from cop_catalog.importing.problems import ImportRefused, Problem
from cop_catalog.importing.reading import RawRow

LONGEST = {
    Column.EXTERNAL_ID: 100,
    Column.TITLE: 255,
    Column.PROVIDER: 255,
    Column.SUMMARY: 160,
    Column.WEBSITE: 500,
}


@dataclass(frozen=True, slots=True)
class InitiativeRow:
    """One initiative as the file has it."""

    number: int
    external_id: str
    title: str
    summary: str
    website: str
    status: str
    provider: str
    provider_kind: str
    provider_level: str
    terms: Mapping[str, tuple[Term, ...]]

    @property
    def meaning(self) -> Status:
        return STATUSES[self.status]

    @property
    def values(self) -> dict[str, Any]:
        """What the row says of the page, in JSON values; compared to see what has changed."""
        terms = {code: [term.code for term in chosen] for code, chosen in self.terms.items()}
        return {
            "title": self.title,
            "summary": self.summary,
            "info_url": self.website,
            "status": self.status,
            "provider": self.provider,
            **terms,
        }


def check_rows(rows: Iterable[RawRow]) -> list[InitiativeRow]:
    """All rows, or :class:`ImportRefused` with every mistake in them."""
    checker = _Checker()
    checked = [checker.row(raw) for raw in rows]
    if checker.problems:
        raise ImportRefused(checker.problems)
    return checked


class _Checker:
    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._finders = {code: TermFinder(code) for code in VOCABULARIES.values()}
        self._seen: dict[str, int] = {}

    def row(self, raw: RawRow) -> InitiativeRow:
        self._lengths(raw)
        self._identity(raw)
        self._website(raw)
        return InitiativeRow(
            number=raw.number,
            external_id=raw[Column.EXTERNAL_ID],
            title=raw[Column.TITLE],
            summary=raw[Column.SUMMARY],
            website=raw[Column.WEBSITE],
            status=self._one_of(raw, Column.STATUS, {word: word for word in STATUSES}),
            provider=raw[Column.PROVIDER],
            provider_kind=self._one_of(raw, Column.PROVIDER_KIND, PROVIDER_KINDS),
            provider_level=self._one_of(raw, Column.LEVEL, PROVIDER_LEVELS),
            terms={code: self._terms(raw, column) for column, code in VOCABULARIES.items()},
        )

    def _problem(self, raw: RawRow, column: Column, value: str, reason: str, advice: str) -> None:
        self.problems.append(Problem(reason, advice, raw.number, column.value, value))

    def _lengths(self, raw: RawRow) -> None:
        for column in REQUIRED:
            if not raw[column]:
                self._problem(raw, column, "", _("This cell is empty."), _("Fill it in."))
        for column, most in LONGEST.items():
            if len(raw[column]) > most:
                self._problem(
                    raw,
                    column,
                    raw[column],
                    _("This text has %(length)d characters.") % {"length": len(raw[column])},
                    _("Make it %(most)d characters at most.") % {"most": most},
                )

    def _identity(self, raw: RawRow) -> None:
        external_id = raw[Column.EXTERNAL_ID]
        first = self._seen.setdefault(external_id, raw.number)
        if external_id and first != raw.number:
            self._problem(
                raw,
                Column.EXTERNAL_ID,
                external_id,
                _("Row %(row)d has the same number.") % {"row": first},
                _("Give each initiative a number of its own."),
            )

    def _website(self, raw: RawRow) -> None:
        address = raw[Column.WEBSITE]
        try:
            if address:
                URLValidator(schemes=["http", "https"])(address)
        except ValidationError:
            self._problem(
                raw,
                Column.WEBSITE,
                address,
                _("This is not a web address."),
                _("Write it in full, starting with https://."),
            )

    def _one_of(self, raw: RawRow, column: Column, words: Mapping[str, str]) -> str:
        word = raw[column].casefold()
        if word and word not in words:
            self._problem(
                raw,
                column,
                raw[column],
                _("This word is not known here."),
                _("Use one of: %(words)s.") % {"words": ", ".join(words)},
            )
        return words.get(word, "")

    def _terms(self, raw: RawRow, column: Column) -> tuple[Term, ...]:
        finder = self._finders[VOCABULARIES[column]]
        found: dict[int, Term] = {}
        for word in filter(None, (part.strip() for part in raw[column].split("|"))):
            if term := finder.find(word):
                found.setdefault(term.pk, term)
            else:
                self._problem(
                    raw,
                    column,
                    word,
                    _("No term has this name."),
                    _("Correct it, or add it to the terms, as another name of one if need be."),
                )
        return tuple(found.values())
