"""Marks as masks for a bitmap: the same shapes that the pages show as SVG."""

from functools import lru_cache

from PIL import Image, ImageChops, ImageDraw

from cop_blocks.looks.marks import MARKS
from cop_blocks.looks.shapes import Arc, Circle, Line, Point, Polygon, Rect, Shape

#: The grid that marks are drawn on.
_GRID = 48
#: Drawn so many times larger, for smooth edges.
_LARGER = 4


@lru_cache(maxsize=32)
def mark_mask(name: str, size: int) -> Image.Image:
    """How much of the ink each pixel takes, ``size`` by ``size``; empty for an unknown mark."""
    large = size * _LARGER
    whole = Image.new("L", (large, large), 0)
    mark = MARKS.get(name)
    for shape in mark.shapes if mark else ():
        ink = Image.new("L", whole.size, 0)
        _draw(ImageDraw.Draw(ink), shape, large / _GRID)
        # As a browser lays one see-through shape over another: 1 - (1 - a)(1 - b).
        kept = Image.composite(_weaker(whole, 1 - shape.opacity), whole, ink)
        whole = ImageChops.add(kept, _weaker(ink, shape.opacity))
    return whole.resize((size, size), Image.Resampling.LANCZOS)


def _weaker(mask: Image.Image, strength: float) -> Image.Image:
    return mask.point(lambda value: value * strength)


def _draw(draw: ImageDraw.ImageDraw, shape: Shape, scale: float) -> None:
    match shape:
        case Rect():
            box = _box(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height, scale)
            draw.rounded_rectangle(box, shape.radius * scale, fill=255)
        case Circle(width=0):
            draw.ellipse(_around(shape.x, shape.y, shape.radius, scale), fill=255)
        case Circle():
            box = _around(shape.x, shape.y, shape.radius + shape.width / 2, scale)
            draw.ellipse(box, outline=255, width=round(shape.width * scale))
        case Arc():
            box = _around(shape.x, shape.y, shape.radius + shape.width / 2, scale)
            draw.arc(box, shape.start, shape.end, fill=255, width=round(shape.width * scale))
        case Line():
            _stroke(draw, shape.points, shape.width, scale)
        case Polygon():
            draw.polygon(_scaled(shape.points, scale), fill=255)


def _stroke(
    draw: ImageDraw.ImageDraw, points: tuple[Point, ...], width: float, scale: float
) -> None:
    draw.line(_scaled(points, scale), fill=255, width=round(width * scale), joint="curve")
    for x, y in points:
        draw.ellipse(_around(x, y, width / 2, scale), fill=255)


def _scaled(points: tuple[Point, ...], scale: float) -> list[tuple[float, float]]:
    return [(x * scale, y * scale) for x, y in points]


def _around(x: float, y: float, radius: float, scale: float) -> tuple[float, float, float, float]:
    return _box(x - radius, y - radius, x + radius, y + radius, scale)


def _box(
    left: float, top: float, right: float, bottom: float, scale: float
) -> tuple[float, float, float, float]:
    return left * scale, top * scale, right * scale - 1, bottom * scale - 1
