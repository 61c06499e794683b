from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructValue
from wagtail.images.blocks import ImageBlock
from wagtail.images.models import ResponsiveImage
from wagtail.images.shortcuts import get_renditions_or_not_found

from cop_blocks.streamfield.blocks.base import MEDIA_GROUP, CopBlock
from cop_blocks.streamfield.previews import newest_image

#: Pixels: for a wide window on a fine screen, for a wide window, for a phone.
WIDTHS = (1440, 960, 480)
SIZES = "(min-width: 52rem) 48rem, 100vw"


class FigureValue(StructValue):
    """An image and what stands below it."""

    @property
    def picture(self) -> ResponsiveImage | None:
        """The image in the widths that it has; one that is small itself is not named twice."""
        image = self["image"]
        if image is None:
            return None
        smaller = [width for width in WIDTHS if width < image.width]
        whole = [width for width in WIDTHS if width >= image.width][-1:]
        specs = [f"width-{width}|format-webp" for width in (*whole, *smaller)]
        renditions = get_renditions_or_not_found(image, specs)
        # Of one width alone there is nothing to choose, and "sizes" is not allowed.
        sizes = {"sizes": SIZES} if len(specs) > 1 else {}
        return ResponsiveImage(renditions, {**sizes, "loading": "lazy"})


class FigureBlock(CopBlock):
    """An image that says what it shows, or that it shows nothing of its own."""

    image = ImageBlock(label=_("Image"))
    caption = CharBlock(label=_("Caption"), required=False, default="", max_length=255)

    def get_preview_value(self) -> Any:
        image = newest_image()
        caption = image.title if image else ""
        return self.normalize({"image": image, "caption": caption})

    class Meta:
        icon = "image"
        group = MEDIA_GROUP
        label = _("Image")
        description = _("An image with a description for who cannot see it.")
        template = "cop_blocks/blocks/image.html"
        value_class = FigureValue
