"""What is wrong with a file, in words that tell what to do."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake. ``row`` counts as a spreadsheet does: the headings are row 1; 0 is the file."""

    reason: str
    advice: str
    row: int = 0
    column: str = ""
    value: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self._place(), self.reason, self.advice) if part)

    def _place(self) -> str:
        if not self.row:
            return ""
        if not self.column:
            return _("Row %(row)d:") % {"row": self.row}
        value = self.value if len(self.value) <= 60 else f"{self.value[:59]}…"
        place = _("Row %(row)d, column “%(column)s”:") % {"row": self.row, "column": self.column}
        return f"{place} “{value}”." if value else place


class ImportRefused(Exception):
    """The file has mistakes; nothing was written."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)
