"""The few pictures that are kept in ``docs/images``: small, in 128 colours or fewer."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from PIL import Image

from tests.browser.pages import state
from tools.demo_site import ROOT, Demo, serve

IMAGES = ROOT / "docs" / "images"
#: No picture of the documentation weighs more.
LIMIT = 120_000


@dataclass(frozen=True)
class Picture:
    """A page's first screen, as a file of docs/images."""

    file: str
    state: str
    language: str
    width: int = 1280
    height: int = 900
    scheme: str = "light"
    #: The host in whose frame it is shown; empty for the reference site.
    frame: str = ""


#: In the frames of other hosts: docs/hosts.md.
FRAMES = "tests.browser.frames"
PICTURES = (
    Picture("home.png", "home", "en"),
    Picture("home-phone.png", "home", "nl", 390, 844),
    Picture("theme.png", "theme", "en"),
    Picture("theme-dark.png", "theme", "nl", scheme="dark"),
    Picture("session.png", "session", "en"),
    Picture("initiatives.png", "initiatives-filtered", "en"),
    Picture("initiatives-phone.png", "initiatives", "nl", 390, 844),
    Picture("initiative.png", "initiative", "nl"),
    Picture("host-bootstrap.png", "initiatives-filtered", "en", frame="bootstrap"),
    Picture("host-bootstrap-phone.png", "initiative", "nl", 390, 844, frame="bootstrap"),
    Picture("host-bare.png", "initiatives-filtered", "en", frame="bare"),
    Picture("host-bare-phone.png", "initiative", "nl", 390, 844, frame="bare"),
)


def save_small(shot: bytes, file: Path, limit: int = LIMIT) -> None:
    """Save a picture in as many colours as fit the limit; pages have few, so it is seen in none."""
    image = Image.open(io.BytesIO(shot)).convert("RGB")
    for colours in (256, 128, 64, 32):
        packed = image.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        packed.save(file, optimize=True)
        if file.stat().st_size <= limit:
            return
    raise SystemExit(f"{file.name} weighs {file.stat().st_size} bytes; {limit} is the most")


def draw(browser: Any, demo: Demo) -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    for frame, pictures in groupby(PICTURES, key=attrgetter("frame")):
        if not frame:
            draw_all(browser, demo, pictures)
            continue
        with serve(demo.folder, demo.pages, f"{FRAMES}.{frame}") as framed:
            draw_all(browser, framed, pictures)


def draw_all(browser: Any, demo: Demo, pictures: Iterable[Picture]) -> None:
    for picture in pictures:
        page = browser.new_page(
            viewport={"width": picture.width, "height": picture.height},
            color_scheme=picture.scheme,
            reduced_motion="reduce",
        )
        address = state(picture.state).path(demo, picture.language)
        page.goto(demo.base + address, wait_until="networkidle")
        save_small(page.screenshot(), IMAGES / picture.file)
        page.close()
