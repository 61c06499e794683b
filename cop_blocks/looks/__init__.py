"""How a theme looks: one of twelve measured palettes, one of twelve drawn marks. Plain data."""

from cop_blocks.looks.choosing import PLAIN, THEME, TermLook, chosen_look, first_unused
from cop_blocks.looks.marks import MARKS
from cop_blocks.looks.palettes import PALETTES, Palette

__all__ = [
    "MARKS",
    "PALETTES",
    "PLAIN",
    "THEME",
    "Palette",
    "TermLook",
    "chosen_look",
    "first_unused",
]
