from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, RichTextBlock
from wagtail.blocks import TextBlock as PlainTextBlock

from cop_blocks.streamfield.blocks.base import (
    PREVIEW_TEMPLATE,
    TEXT_FEATURES,
    TEXT_GROUP,
    CopBlock,
)


class HeadingBlock(CopBlock):
    """A heading in the body; the page's title is its only ``h1``."""

    text = CharBlock(label=_("Heading"), max_length=200)
    level = ChoiceBlock(
        label=_("Level"),
        choices=[("h2", _("Heading")), ("h3", _("Heading within a part"))],
        default="h2",
        # Nobody looks for “Heading”.
        search_index=False,
    )

    class Meta:
        icon = "title"
        group = TEXT_GROUP
        label = _("Heading")
        description = _("Divides a long text into parts.")
        template = "cop_blocks/blocks/heading.html"
        preview_value = {"text": _("What you can expect"), "level": "h2"}


class TextBlock(RichTextBlock):
    """Paragraphs with lists and links."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"features": TEXT_FEATURES, **kwargs})

    class Meta:
        icon = "pilcrow"
        group = TEXT_GROUP
        label = _("Text")
        description = _("Paragraphs, lists and links.")
        template = "cop_blocks/blocks/text.html"
        preview_template = PREVIEW_TEMPLATE
        preview_value = _(
            "<p>Together we help <b>small businesses</b> further: with advice, with money and with "
            "each other’s examples.</p>"
        )


class QuoteBlock(CopBlock):
    """Somebody's own words."""

    quote = PlainTextBlock(label=_("Quote"), rows=3)
    attribution = CharBlock(
        label=_("Who says so"),
        required=False,
        default="",
        max_length=255,
        help_text=_("Name and function."),
    )

    class Meta:
        icon = "openquote"
        group = TEXT_GROUP
        label = _("Quote")
        description = _("Somebody’s own words, with who says so.")
        template = "cop_blocks/blocks/quote.html"
        preview_value = {
            "quote": _("Together we know much more than each of us alone."),
            "attribution": _("A participant"),
        }
