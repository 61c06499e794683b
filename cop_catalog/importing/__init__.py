"""The import of initiatives from a spreadsheet: read, check everything, plan, write at once."""

from cop_catalog.importing.problems import ImportRefused, Problem
from cop_catalog.importing.run import Report, import_initiatives

__all__ = ["ImportRefused", "Problem", "Report", "import_initiatives"]
