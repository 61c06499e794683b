from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock
from wagtail.images.blocks import ImageBlock

from cop_blocks.streamfield.blocks.base import MEDIA_GROUP, CopBlock
from cop_blocks.streamfield.previews import newest_image


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
