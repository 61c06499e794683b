"""Pictures drawn by geometry, so that nothing has to be fetched or credited."""

from io import BytesIO

from PIL import Image, ImageDraw


def portrait(number: int) -> bytes:
    """A square PNG of nobody: a head and shoulders in two colours."""
    back, front = _PALETTE[number % len(_PALETTE)]
    image = Image.new("RGB", (600, 600), back)
    draw = ImageDraw.Draw(image)
    draw.ellipse((195, 110, 405, 320), fill=front)
    draw.ellipse((90, 360, 510, 900), fill=front)
    return _png(image)


def logo(number: int) -> bytes:
    """A PNG of three shapes on a ground, as a sign of an organisation that is not there."""
    back, front = _PALETTE[number % len(_PALETTE)]
    image = Image.new("RGB", (480, 240), back)
    draw = ImageDraw.Draw(image)
    for place in range(3):
        box = (60 + place * 130, 70, 160 + place * 130, 170)
        match (number + place) % 3:
            case 0:
                draw.ellipse(box, fill=front)
            case 1:
                draw.rectangle(box, fill=front)
            case _:
                draw.pieslice((box[0], box[1], box[2] + 100, box[3] + 100), 180, 270, fill=front)
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
