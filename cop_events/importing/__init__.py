"""Sessions from a spreadsheet: read and checked first, then written in one transaction."""

from cop_events.importing.reading import ImportProblem, SessionRow, read_rows
from cop_events.importing.writing import ImportResult, write_rows

__all__ = ["ImportProblem", "ImportResult", "SessionRow", "read_rows", "write_rows"]
