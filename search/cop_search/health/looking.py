"""What the button for a check finds, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from cop_search.delivery import checking
from cop_search.delivery.target import targets
from cop_search.differences import compare
from cop_search.models import Document

#: Of more pages than this the tables are not compared within somebody's request: each is read.
MOST_READ = 2_000
#: So many differences are shown.
MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Look:
    """Page and what is wrong with it, ``MOST_SHOWN`` at most; what kept a server from being
    compared; and whether the tables were compared with the pages."""

    differences: Sequence[tuple[int, str]]
    number: int
    problems: Sequence[str]
    has_read_pages: bool


def look() -> Look:
    """Changes nothing."""
    found: list[tuple[int, str]] = []
    problems: list[str] = []
    reads = Document.objects.count() <= MOST_READ
    if reads:
        found += ((pk, "; ".join(said)) for pk, said in sorted(compare().pages.items()))
    for name in targets():
        check = checking.check(name)
        found += check.pages.items()
        problems += [check.problem] if check.problem else []
    return Look(found[:MOST_SHOWN], len(found), problems, reads)
