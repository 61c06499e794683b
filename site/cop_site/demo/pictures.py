"""Pictures drawn by geometry, so that nothing has to be fetched or credited."""

import math
from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1600, 800
PAPER = "#f4f1ea"

Draw = ImageDraw.ImageDraw


def theme_picture(code: str) -> bytes:
    """A wide PNG for a theme: dots, a cycle, people or a network."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    _THEMES[code](ImageDraw.Draw(image))
    return _png(image)


def portrait(number: int) -> bytes:
    """A square PNG of nobody: a head and shoulders in two colours."""
    back, front = _PALETTE[number % len(_PALETTE)]
    image = Image.new("RGB", (600, 600), back)
    draw = ImageDraw.Draw(image)
    draw.ellipse((195, 110, 405, 320), fill=front)
    draw.ellipse((90, 360, 510, 900), fill=front)
    return _png(image)


_PALETTE = (
    ("#d7e3f4", "#23476f"),
    ("#dcebd9", "#2d5a34"),
    ("#f3dfd3", "#8a3d1c"),
    ("#e6ddef", "#553a78"),
)


def _png(image: Image.Image) -> bytes:
    buffer = BytesIO()
    image.save(buffer, format="PNG", optimize=True)
    return buffer.getvalue()


def _disc(draw: Draw, x: float, y: float, radius: float, colour: str) -> None:
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)


def _dots(draw: Draw) -> None:
    columns, rows, step = 16, 7, 96
    for column in range(columns):
        for row in range(rows):
            # A fixed wave, so that the edge between dark and light is not a straight line.
            is_on = column < 8 + 4 * math.sin(row * 1.3)
            x, y = 80 + column * step, 112 + row * step
            _disc(draw, x, y, 30 if is_on else 12, "#23476f" if is_on else "#a9bcd3")


def _cycle(draw: Draw) -> None:
    x, y, radius = WIDTH / 2, HEIGHT / 2, 250
    box = (x - radius, y - radius, x + radius, y + radius)
    for start in (10, 130, 250):
        draw.arc(box, start, start + 88, fill="#2d5a34", width=56)
        end = math.radians(start + 100)
        tip_x, tip_y = x + (radius - 28) * math.cos(end), y + (radius - 28) * math.sin(end)
        draw.regular_polygon((tip_x, tip_y, 70), 3, rotation=-start - 190, fill="#2d5a34")


def _people(draw: Draw) -> None:
    for x, y, colour in ((480, 60, "#c98a6b"), (1120, 60, "#c98a6b"), (800, 0, "#8a3d1c")):
        _disc(draw, x, 270 + y, 110, colour)
        draw.pieslice((x - 210, 420 + y, x + 210, 1000 + y), 180, 360, fill=colour)


def _network(draw: Draw) -> None:
    points = [
        (WIDTH / 2 + 560 * math.cos(turn * 0.9), HEIGHT / 2 + 290 * math.sin(turn * 0.9))
        for turn in range(7)
    ]
    points.append((WIDTH / 2, HEIGHT / 2))
    for index, start in enumerate(points):
        for end in points[index + 1 :]:
            if math.dist(start, end) < 620:
                draw.line((*start, *end), fill="#b8a5cf", width=10)
    for index, (x, y) in enumerate(points):
        _disc(draw, x, y, 62 if index == len(points) - 1 else 38, "#553a78")


_THEMES: dict[str, Callable[[Draw], None]] = {
    "digitalisation": _dots,
    "circular": _cycle,
    "human-capital": _people,
    "ecosystem": _network,
}
