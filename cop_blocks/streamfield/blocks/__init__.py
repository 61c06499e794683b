"""The building blocks: what an editor can put in any body."""

from wagtail.blocks import Block

from cop_blocks.streamfield.blocks.accordion import AccordionBlock
from cop_blocks.streamfield.blocks.base import CopBlock
from cop_blocks.streamfield.blocks.documents import DocumentsBlock
from cop_blocks.streamfield.blocks.figures import FiguresBlock
from cop_blocks.streamfield.blocks.image import FigureBlock
from cop_blocks.streamfield.blocks.links import CallToActionBlock, PageLinksBlock
from cop_blocks.streamfield.blocks.person import ContactPersonBlock
from cop_blocks.streamfield.blocks.table import TableBlock
from cop_blocks.streamfield.blocks.text import HeadingBlock, QuoteBlock, TextBlock
from cop_blocks.streamfield.blocks.video import VideoBlock

__all__ = [
    "BUILDING_BLOCKS",
    "AccordionBlock",
    "CallToActionBlock",
    "ContactPersonBlock",
    "CopBlock",
    "DocumentsBlock",
    "FigureBlock",
    "FiguresBlock",
    "HeadingBlock",
    "PageLinksBlock",
    "QuoteBlock",
    "TableBlock",
    "TextBlock",
    "VideoBlock",
]

BUILDING_BLOCKS: list[tuple[str, Block]] = [
    ("heading", HeadingBlock()),
    ("text", TextBlock()),
    ("image", FigureBlock()),
    ("quote", QuoteBlock()),
    ("accordion", AccordionBlock()),
    ("figures", FiguresBlock()),
    ("table", TableBlock()),
    ("call_to_action", CallToActionBlock()),
    ("page_links", PageLinksBlock()),
    ("contact_person", ContactPersonBlock()),
    ("documents", DocumentsBlock()),
    ("video", VideoBlock()),
]
