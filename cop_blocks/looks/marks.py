"""The marks: each one idea, drawn with few shapes of one colour in two or three strengths."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cop_blocks.looks.shapes import Arc, Circle, Line, Polygon, Rect, Shape, curve, on_circle


@dataclass(frozen=True, slots=True)
class Mark:
    """Its shapes, the lowest first."""

    name: str
    label: str | Promise
    shapes: tuple[Shape, ...]


def _dots() -> tuple[Shape, ...]:
    on, half, off = 1, 0.55, 0.25
    rows = ((on, off, on, half), (half, on, off, on), (on, half, on, off), (off, on, half, on))
    return tuple(
        Rect(4 + 10.5 * column, 4 + 10.5 * row, 8, 8, radius=1, opacity=opacity)
        for row, opacities in enumerate(rows)
        for column, opacity in enumerate(opacities)
    )


def _cycle() -> tuple[Shape, ...]:
    return (
        Arc(24, 24, 19, -90, 30, 5),
        Arc(24, 24, 19, 51, 171, 5, opacity=0.55),
        Arc(24, 24, 19, 195, 252, 5, opacity=0.3),
        Circle(24, 24, 6.5),
    )


def _people() -> tuple[Shape, ...]:
    behind = ((34.5, 42), *curve(32, 42, 13, 13, -80, 0), (34.5, 42))
    return (
        Circle(33.5, 18, 6.5, opacity=0.5),
        Polygon((*_between_bodies(), *behind[1:]), opacity=0.5),
        Circle(17, 15, 8),
        Polygon(curve(17, 42, 14, 15, 180, 360)),
    )


def _between_bodies() -> tuple[tuple[float, float], ...]:
    """The edge that the one behind keeps free of the one in front."""
    return curve(17, 42, 16.5, 17.5, 0, -46)


def _network() -> tuple[Shape, ...]:
    return (
        Line(((11, 13), (24, 24), (39, 10)), 2.5, opacity=0.55),
        Line(((24, 24), (9, 38), (11, 13)), 2.5, opacity=0.55),
        Line(((24, 24), (40, 37)), 2.5, opacity=0.55),
        Circle(24, 24, 6.5),
        Circle(11, 13, 5),
        Circle(39, 10, 4),
        Circle(9, 38, 4),
        Circle(40, 37, 5),
    )


def _leaf() -> tuple[Shape, ...]:
    # Two quarter circles from tip to stalk; the lower half of the leaf lies in shade.
    upper = curve(38, 38, 30, 30, 180, 270)
    lower = curve(8, 8, 30, 30, 0, 90)
    return (
        Polygon(upper, opacity=1),
        Polygon(lower, opacity=0.5),
        Line(((4, 42), (8, 38)), 4),
    )


def _gear() -> tuple[Shape, ...]:
    teeth = tuple(
        Line((on_circle(24, 24, 15, angle), on_circle(24, 24, 19, angle)), 6.5, opacity=0.55)
        for angle in range(0, 360, 45)
    )
    return (*teeth, Circle(24, 24, 13, width=6), Circle(24, 24, 4, opacity=0.55))


def _house() -> tuple[Shape, ...]:
    return (
        Polygon(_walls_around_a_door(), opacity=0.5),
        Polygon(((24, 5), (45, 23), (3, 23))),
    )


def _walls_around_a_door() -> tuple[tuple[float, float], ...]:
    return ((10, 23), (38, 23), (38, 43), (29, 43), (29, 30), (19, 30), (19, 43), (10, 43))


def _bridge() -> tuple[Shape, ...]:
    return (
        Arc(24, 33, 17, 180, 360, 4.5),
        Rect(3, 31, 42, 4.5, radius=1),
        Rect(14, 22, 2.5, 9, opacity=0.5),
        Rect(22.75, 18, 2.5, 13, opacity=0.5),
        Rect(31.5, 22, 2.5, 9, opacity=0.5),
        Rect(7, 38, 5, 6, opacity=0.3),
        Rect(36, 38, 5, 6, opacity=0.3),
    )


def _compass() -> tuple[Shape, ...]:
    return (
        Circle(24, 24, 18.5, width=4.5, opacity=0.55),
        Polygon(((33.5, 14.5), (27.5, 27.5), (20.5, 20.5))),
        Polygon(((14.5, 33.5), (20.5, 20.5), (27.5, 27.5)), opacity=0.55),
    )


def _wave() -> tuple[Shape, ...]:
    # One crest and one trough a line.
    return tuple(
        Line((*curve(13.5, y, 9.5, 6, 180, 360), *curve(34, y, 11, 6, 180, 0)[1:]), 5, opacity=o)
        for y, o in ((13, 1), (25, 0.55), (37, 0.3))
    )


def _bulb() -> tuple[Shape, ...]:
    rays = tuple(
        Line((on_circle(24, 21, 16.5, angle), on_circle(24, 21, 19, angle)), 3, opacity=0.4)
        for angle in (-170, -130, -90, -50, -10)
    )
    return (
        *rays,
        Circle(24, 21, 11.5),
        Rect(18.5, 29, 11, 6),
        Rect(18, 37, 12, 3, radius=1.5, opacity=0.55),
        Rect(20, 41.5, 8, 3, radius=1.5, opacity=0.3),
    )


def _steps() -> tuple[Shape, ...]:
    heights = ((9, 0.25), (18, 0.45), (27, 0.7), (38, 1))
    return tuple(
        Rect(4 + 10.5 * place, 43 - height, 8.5, height, radius=1, opacity=opacity)
        for place, (height, opacity) in enumerate(heights)
    )


#: In the order in which themes get them by themselves.
MARKS: Mapping[str, Mark] = {
    mark.name: mark
    for mark in (
        Mark("dots", _("dots that switch on"), _dots()),
        Mark("cycle", _("a cycle"), _cycle()),
        Mark("people", _("people"), _people()),
        Mark("network", _("a network"), _network()),
        Mark("compass", _("a compass"), _compass()),
        Mark("steps", _("steps"), _steps()),
        Mark("bulb", _("a light bulb"), _bulb()),
        Mark("wave", _("waves"), _wave()),
        Mark("gear", _("a gear"), _gear()),
        Mark("leaf", _("a leaf"), _leaf()),
        Mark("bridge", _("a bridge"), _bridge()),
        Mark("house", _("a house"), _house()),
    )
}


def mark_choices() -> list[tuple[str, str | Promise]]:
    """For the model; a function, so that another mark needs no migration."""
    return [(mark.name, mark.label) for mark in MARKS.values()]
