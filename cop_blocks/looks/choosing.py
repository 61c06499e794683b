"""Which palette and mark a term has: what its editor chose, else, for a theme, by its place."""

from collections.abc import Iterable
from dataclasses import dataclass

from cop_blocks.looks.marks import MARKS
from cop_blocks.looks.palettes import PALETTES

#: The vocabulary whose terms always have a look.
THEME = "theme"


@dataclass(frozen=True, slots=True)
class TermLook:
    """Names of a palette and a mark; empty for a term that is shown plain."""

    palette: str = ""
    mark: str = ""

    @property
    def css_class(self) -> str:
        """For a page, a card or a tag; it sets ``--cop-theme``."""
        return f"cop-palette--{self.palette}" if self.palette else ""


PLAIN = TermLook()


def chosen_look(vocabulary: str, place: int, palette: str = "", mark: str = "") -> TermLook:
    """The look of the term at ``place`` (from 0) of its vocabulary. A name that is no longer known
    counts as none chosen."""
    chosen = TermLook(palette if palette in PALETTES else "", mark if mark in MARKS else "")
    if vocabulary != THEME:
        return chosen
    return TermLook(
        chosen.palette or _at(place, PALETTES),
        chosen.mark or _at(place, MARKS),
    )


def first_unused(used: Iterable[TermLook]) -> TermLook:
    """The first palette and the first mark that nobody has yet; when all are used, by place."""
    used = list(used)
    palettes, marks = {look.palette for look in used}, {look.mark for look in used}
    return TermLook(
        next((name for name in PALETTES if name not in palettes), _at(len(used), PALETTES)),
        next((name for name in MARKS if name not in marks), _at(len(used), MARKS)),
    )


def _at(place: int, names: Iterable[str]) -> str:
    names = tuple(names)
    return names[place % len(names)]
