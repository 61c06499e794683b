"""Words on a card: which can be written, how large, and where a line ends."""

from functools import lru_cache
from typing import Any

from PIL import ImageFont

#: From large to small; the smallest is still read on a phone.
SIZES = (84, 76, 68, 60, 54, 48)


#: Pillow's own has the letters of English; this one, where the system has it, those of Europe.
FALLBACKS = ("", "DejaVuSans-Bold.ttf")
#: Of a font with weights.
BOLD = 700


def font_for(text: str, font_file: str = "") -> str | None:
    """The file of the first font that has every letter of a text: that of the setting
    ``COP_CARD_FONT``, Pillow's own (an empty name), the system's; ``None`` where none has."""
    files = dict.fromkeys([*([font_file] if font_file else []), *FALLBACKS])
    return next((file for file in files if text and can_write(text, file)), None)


@lru_cache(maxsize=64)
def font(size: int, font_file: str = "") -> Any:
    """A font in a size; bold where it has weights. Raises ``OSError`` for one that is not there."""
    if not font_file:
        return ImageFont.load_default(size)
    found = ImageFont.truetype(font_file, size)
    try:
        axes = found.get_variation_axes()
    except OSError:
        return found
    if len(axes) == 1:
        found.set_variation_by_axes([min(BOLD, axes[0]["maximum"] or BOLD)])
    return found


def can_write(text: str, font_file: str = "") -> bool:
    """Whether a font is there and has every letter of a text."""
    try:
        return all(_has(letter, font_file) for letter in set(text) - {" "})
    except OSError:
        return False


@lru_cache(maxsize=1024)
def _has(letter: str, font_file: str) -> bool:
    return _drawn(letter, font_file) != _drawn("\U0010ffff", font_file)


def _drawn(letter: str, font_file: str) -> bytes:
    mask = font(24, font_file).getmask(letter)
    return bytes(mask) + repr(mask.size).encode()


def fitted(text: str, width: int, height: int, font_file: str = "") -> tuple[list[str], int]:
    """The lines of a text and the largest size in which they have room; what has none even in the
    smallest ends in an ellipsis."""
    lines: list[str] = []
    size = SIZES[-1]
    for size in SIZES:
        lines = _lines(text, width, size, font_file)
        if len(lines) <= height // _line_height(size) and _fits(lines, width, size, font_file):
            return lines, size
    room = height // _line_height(size)
    kept = lines[:room]
    if len(lines) > room:
        kept[-1] = shortened(f"{kept[-1]} {lines[room]}", width, size, font_file)
    return [shortened(line, width, size, font_file) for line in kept], size


def shortened(text: str, width: int, size: int, font_file: str = "") -> str:
    """A text on one line; what has no room is an ellipsis."""
    if _fits([text], width, size, font_file):
        return text
    while text and not _fits([f"{text}…"], width, size, font_file):
        text = text[:-1].rstrip()
    return f"{text}…"


def _line_height(size: int) -> int:
    return size + size // 4


def _fits(lines: list[str], width: int, size: int, font_file: str) -> bool:
    return all(font(size, font_file).getlength(line) <= width for line in lines)


def _lines(text: str, width: int, size: int, font_file: str) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _fits([longer], width, size, font_file):
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
