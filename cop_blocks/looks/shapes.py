"""The few shapes of which marks are drawn, on a grid of 48 by 48, y downwards.

Nothing that a drawing library other than a browser could not draw too: whoever makes a bitmap
(a card for social media) draws the same data. ``opacity`` is of the mark's one colour; angles are
degrees, clockwise from three o'clock. A ``width`` means a stroke along the middle of the shape.
"""

from dataclasses import dataclass
from math import cos, radians, sin

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rect:
    x: float
    y: float
    width: float
    height: float
    radius: float = 0
    opacity: float = 1


@dataclass(frozen=True, slots=True)
class Circle:
    """Filled, or a ring where it has a ``width``."""

    x: float
    y: float
    radius: float
    width: float = 0
    opacity: float = 1


@dataclass(frozen=True, slots=True)
class Arc:
    """Part of a ring, from ``start`` to ``end``, with flat ends."""

    x: float
    y: float
    radius: float
    start: float
    end: float
    width: float
    opacity: float = 1


@dataclass(frozen=True, slots=True)
class Line:
    """A stroke through points, with round ends and corners."""

    points: tuple[Point, ...]
    width: float
    opacity: float = 1


@dataclass(frozen=True, slots=True)
class Polygon:
    points: tuple[Point, ...]
    opacity: float = 1


Shape = Rect | Circle | Arc | Line | Polygon


def on_circle(x: float, y: float, radius: float, degrees: float) -> Point:
    """A point of a circle, to a tenth."""
    angle = radians(degrees)
    return round(x + radius * cos(angle), 1), round(y + radius * sin(angle), 1)


def curve(
    x: float, y: float, width: float, height: float, start: float, end: float, steps: int = 16
) -> tuple[Point, ...]:
    """Points along an ellipse of half axes ``width`` and ``height``."""
    angles = (radians(start + (end - start) * step / steps) for step in range(steps + 1))
    return tuple((round(x + width * cos(a), 1), round(y + height * sin(a), 1)) for a in angles)
