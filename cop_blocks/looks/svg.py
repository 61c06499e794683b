"""Marks as inline SVG, in the colour of the text around them."""

from collections.abc import Iterable, Iterator
from functools import cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from cop_blocks.looks.marks import MARKS
from cop_blocks.looks.shapes import Arc, Circle, Line, Point, Polygon, Rect, Shape, on_circle


@cache
def mark_svg(name: str) -> SafeString:
    """The mark, hidden from assistive technology; nothing for a name that is not known."""
    mark = MARKS.get(name)
    if mark is None:
        return SafeString()
    return format_html(
        '<svg class="cop-mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">{}</svg>',
        format_html_join(
            "", "<{}{}/>", ((tag, _written(a)) for tag, a in map(_drawn, mark.shapes))
        ),
    )


def _drawn(shape: Shape) -> tuple[str, dict[str, object]]:
    match shape:
        case Rect():
            box = {"x": shape.x, "y": shape.y, "width": shape.width, "height": shape.height}
            return "rect", {**box, "rx": shape.radius, **_filled(shape.opacity)}
        case Circle():
            round_ = {"cx": shape.x, "cy": shape.y, "r": shape.radius}
            ink = _stroked(shape.width, shape.opacity) if shape.width else _filled(shape.opacity)
            return "circle", {**round_, **ink}
        case Arc():
            return "path", {"d": _arc(shape), **_stroked(shape.width, shape.opacity)}
        case Line():
            ends = {"stroke-linecap": "round", "stroke-linejoin": "round"}
            ink = {**_stroked(shape.width, shape.opacity), **ends}
            return "polyline", {"points": _points(shape.points), **ink}
        case Polygon():
            return "polygon", {"points": _points(shape.points), **_filled(shape.opacity)}


def _filled(opacity: float) -> dict[str, object]:
    return {"fill": "currentColor", "opacity": opacity}


def _stroked(width: float, opacity: float) -> dict[str, object]:
    return {"fill": "none", "stroke": "currentColor", "stroke-width": width, "opacity": opacity}


def _arc(shape: Arc) -> str:
    start = on_circle(shape.x, shape.y, shape.radius, shape.start)
    end = on_circle(shape.x, shape.y, shape.radius, shape.end)
    is_large = int(shape.end - shape.start > 180)
    return (
        f"M{start[0]:g} {start[1]:g}A{shape.radius:g} {shape.radius:g} 0 {is_large} 1 "
        f"{end[0]:g} {end[1]:g}"
    )


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in points)


def _written(attributes: dict[str, object]) -> SafeString:
    return format_html_join("", ' {}="{}"', _said(attributes))


def _said(attributes: dict[str, object]) -> Iterator[tuple[str, str]]:
    for name, value in attributes.items():
        if (name, value) in (("opacity", 1), ("rx", 0)):
            continue
        yield name, f"{value:g}" if isinstance(value, int | float) else str(value)
