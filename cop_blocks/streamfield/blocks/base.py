"""What our blocks share."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import RichTextBlock, StructBlock
from wagtail.blocks.struct_block import StructBlockValidationError

PREVIEW_TEMPLATE = "cop_blocks/blocks/preview.html"

TEXT_GROUP = _("Text")
MEDIA_GROUP = _("Images, documents and video")
LINKS_GROUP = _("Links and contact")
LIVE_GROUP = _("Live lists")

#: No images (they have a block with alt text) and no headings that could break a page's outline.
INLINE_FEATURES = ["bold", "italic", "link", "document-link"]
TEXT_FEATURES = ["h3", *INLINE_FEATURES, "ol", "ul"]


class CopBlock(StructBlock):
    """A block with a preview for the block picker, in our stylesheet.

    Subclasses say what must hold between fields in ``errors``.
    """

    def errors(self, value: Any) -> dict[str, Any]:
        """What is wrong with the fields taken together: field name -> message."""
        return {}

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        # A draft may be incomplete (Wagtail 7.4 and up save it with validation deferred).
        if not getattr(self, "is_deferred_validation", False) and (found := self.errors(cleaned)):
            raise StructBlockValidationError(
                block_errors={name: ValidationError(message) for name, message in found.items()}
            )
        return cleaned

    class Meta:
        preview_template = PREVIEW_TEMPLATE


def inline_text(**kwargs: Any) -> RichTextBlock:
    """Rich text without headings, for use inside another block."""
    return RichTextBlock(features=[*INLINE_FEATURES, "ol", "ul"], **kwargs)
