"""A card of 1200 by 630, made when it is asked for; nothing is stored."""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from django.http import HttpRequest, HttpResponse
from PIL import Image, ImageDraw

from cop_blocks import conf
from cop_blocks.conditional import conditional
from cop_blocks.looks import PALETTES, TermLook
from cop_blocks.share_card.marks import mark_mask
from cop_blocks.share_card.words import fitted, font, font_for, shortened

#: The last part of its address, below that of what it is of.
CARD_PATH = "card"
#: What every network that shows cards takes.
WIDTH, HEIGHT = 1200, 630
#: The ground where there is no theme.
NEUTRAL = "#2b3a4a"
INK = "#ffffff"
#: For how long it may be kept without asking again, in seconds.
MAX_AGE = 24 * 60 * 60

_MARGIN = 72
_MARK = 330
_SITE_SIZE = 34


@dataclass(frozen=True, slots=True)
class Card:
    """All that is drawn; equal cards are equal pictures."""

    title: str
    site: str
    palette: str = ""
    mark: str = ""

    @property
    def ground(self) -> str:
        palette = PALETTES.get(self.palette)
        return palette.band if palette else NEUTRAL


def card_of(title: str, site: str, look: TermLook) -> Card:
    return Card(" ".join(title.split()), " ".join(site.split()), look.palette, look.mark)


@lru_cache(maxsize=64)
def png(card: Card, font_file: str = "") -> bytes:
    """The picture: mark at the right, title at the left, the site below it."""
    image = Image.new("RGB", (WIDTH, HEIGHT), card.ground)
    draw = ImageDraw.Draw(image)
    has_mark = bool(card.mark)
    if has_mark:
        mask = mark_mask(card.mark, _MARK)
        image.paste(INK, (WIDTH - _MARGIN - _MARK, (HEIGHT - _MARK) // 2), mask)
    room = WIDTH - 2 * _MARGIN - ((_MARK + _MARGIN) if has_mark else 0)
    _write_title(draw, card.title, room, font_file)
    draw.rectangle((_MARGIN, HEIGHT - 142, _MARGIN + 96, HEIGHT - 136), fill=INK)
    file = font_for(card.site, font_file)
    if file is not None:
        text = shortened(card.site, room, _SITE_SIZE, file)
        draw.text((_MARGIN, HEIGHT - 112), text, fill=INK, font=font(_SITE_SIZE, file))
    buffer = BytesIO()
    image.quantize(48).save(buffer, format="PNG", optimize=True)
    return buffer.getvalue()


def _write_title(draw: ImageDraw.ImageDraw, title: str, room: int, font_file: str) -> None:
    """A title that no font has the letters of is left out: boxes say nothing."""
    file = font_for(title, font_file)
    if file is None:
        return
    lines, size = fitted(title, room, HEIGHT - 2 * _MARGIN - 110, file)
    draw.multiline_text(
        (_MARGIN, _MARGIN - size // 6),
        "\n".join(lines),
        fill=INK,
        font=font(size, file),
        spacing=size // 4,
        # Pillow's own font has no bold.
        stroke_width=0 if file else 1,
        stroke_fill=INK,
    )


def card_response(request: HttpRequest, page: Any, title: str) -> HttpResponse:
    """The card of a page, or of a part of it with another title; 304 for who has it already."""
    from cop_blocks.head import site_name
    from cop_blocks.shown_terms import page_look

    card = card_of(title, site_name(request), page_look(page, request))
    return conditional(request, png(card, conf.card_font()), "image/png", max_age=MAX_AGE)
