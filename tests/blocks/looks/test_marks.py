"""Twelve marks of simple geometry, on a page and for whoever draws a bitmap."""

import re
from dataclasses import asdict
from xml.etree import ElementTree

import pytest

from cop_blocks.looks import MARKS
from cop_blocks.looks.marks import Mark
from cop_blocks.looks.shapes import Arc, Circle, Line, Polygon, Rect, Shape, curve, on_circle
from cop_blocks.looks.svg import mark_svg

EVERY = pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS)


def box(shape: Shape) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what is inked."""
    match shape:
        case Rect():
            return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
        case Circle():
            reach = shape.radius + shape.width / 2
            return shape.x - reach, shape.y - reach, shape.x + reach, shape.y + reach
        case Arc():
            reach = shape.radius + shape.width / 2
            outer = curve(shape.x, shape.y, reach, reach, shape.start, shape.end)
            return box(Polygon(outer))
        case Line() | Polygon():
            reach = shape.width / 2 if isinstance(shape, Line) else 0
            across, down = zip(*shape.points, strict=True)
            return min(across) - reach, min(down) - reach, max(across) + reach, max(down) + reach


def test_there_are_twelve() -> None:
    assert len(MARKS) == 12


@EVERY
def test_a_mark_stays_on_its_grid(mark: Mark) -> None:
    boxes = [box(shape) for shape in mark.shapes]
    assert min(min(left, top) for left, top, _, _ in boxes) >= 0
    assert max(max(right, bottom) for _, _, right, bottom in boxes) <= 48


@EVERY
def test_a_mark_has_one_full_strength_and_none_that_cannot_be_seen(mark: Mark) -> None:
    strengths = {shape.opacity for shape in mark.shapes}
    assert max(strengths) == 1
    assert min(strengths) >= 0.25


@EVERY
def test_a_mark_is_drawn_in_the_colour_of_its_text_and_hidden_from_listeners(mark: Mark) -> None:
    svg = ElementTree.fromstring(mark_svg(mark.name))  # noqa: S314 - our own
    assert (svg.tag, svg.get("viewBox"), svg.get("aria-hidden")) == ("svg", "0 0 48 48", "true")
    assert len(svg) == len(mark.shapes)
    inks = {child.get("stroke") or child.get("fill") for child in svg}
    assert inks == {"currentColor"}
    assert "style" not in mark_svg(mark.name)


def test_shapes_are_written_as_svg_knows_them() -> None:
    assert '<rect x="4" y="4" width="8" height="8" rx="1" fill="currentColor"/>' in mark_svg("dots")
    arc = re.search(r'<path d="([^"]+)"', mark_svg("cycle"))
    assert arc and arc[1] == "M24 5A19 19 0 0 1 40.5 33.5"
    assert 'stroke-width="2.5" opacity="0.55" stroke-linecap="round"' in mark_svg("network")


def test_a_name_that_is_not_known_draws_nothing() -> None:
    assert mark_svg("gone") == ""
    assert mark_svg("") == ""


def test_points_are_plain_numbers() -> None:
    assert on_circle(24, 24, 10, 90) == (24, 34)
    assert curve(0, 0, 10, 5, 0, 180, steps=2) == ((10, 0), (0, 5), (-10, 0))
    assert all(isinstance(asdict(shape), dict) for mark in MARKS.values() for shape in mark.shapes)
