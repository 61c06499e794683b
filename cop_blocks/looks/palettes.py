"""The palettes, measured: text in ``light`` and ``dark`` is 6:1 or more on paper, on surface and on
its own tint, white on ``band`` is 6:1 or more. ``cop.css`` holds what ``palette_css`` writes; a
test keeps the two the same."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Palette:
    """``light`` and ``dark`` are for words and lines, each on the grounds of its scheme; ``band``
    is the ground of a full-width band with white text, in both."""

    name: str
    label: str | Promise
    light: str
    dark: str
    band: str


#: In the order in which themes get them by themselves.
PALETTES: Mapping[str, Palette] = {
    palette.name: palette
    for palette in (
        Palette("indigo", _("indigo"), "#3a48a6", "#aab4ff", "#333f92"),
        Palette("green", _("green"), "#1b6338", "#84d6a1", "#1b5e35"),
        Palette("brick", _("brick"), "#963918", "#ffb092", "#8e3718"),
        Palette("plum", _("plum"), "#76306f", "#e8a8e0", "#682a62"),
        Palette("blue", _("blue"), "#0b5495", "#86c5ff", "#0b4a83"),
        Palette("ochre", _("ochre"), "#714c00", "#edc064", "#664500"),
        Palette("crimson", _("crimson"), "#9c1c3d", "#ffa9b7", "#8a1a37"),
        Palette("teal", _("teal"), "#07605f", "#6fd6d2", "#075453"),
        Palette("violet", _("violet"), "#6135a8", "#cfaeff", "#562f95"),
        Palette("olive", _("olive"), "#525a0c", "#c6d06a", "#474e0c"),
        Palette("slate", _("slate"), "#46525f", "#b9c6d4", "#3f4a56"),
        Palette("cocoa", _("cocoa"), "#6c4a3a", "#dfbca8", "#5c3e30"),
    )
}


def palette_choices() -> list[tuple[str, str | Promise]]:
    """For the model; a function, so that another palette needs no migration."""
    return [(palette.name, palette.label) for palette in PALETTES.values()]


def palette_css() -> str:
    """The rules of all palettes, as they stand in ``cop.css``."""
    rules = (
        f".cop-palette--{p.name} {{ --cop-theme: light-dark({p.light}, {p.dark}); "
        f"--cop-band: {p.band}; }}"
        for p in PALETTES.values()
    )
    return "\n".join(rules)


def palette_css_in_light_only() -> str:
    """The same for browsers without ``light-dark()``."""
    return "\n".join(
        f"  .cop-palette--{p.name} {{ --cop-theme: {p.light}; }}" for p in PALETTES.values()
    )
