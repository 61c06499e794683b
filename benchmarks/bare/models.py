"""A title and a text of Wagtail's own blocks."""

from typing import ClassVar

from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page


class BarePage(Page):
    """Stands in the site's own frame, with its menu and foot."""

    body = StreamField(
        [
            ("heading", blocks.CharBlock()),
            ("paragraph", blocks.RichTextBlock()),
            ("image", ImageBlock()),
        ]
    )
    template = "bare/page.html"
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page", "cop_site.HomePage"]

    class Meta:
        app_label = "bare"
