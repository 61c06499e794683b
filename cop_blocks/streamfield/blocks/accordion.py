from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock

from cop_blocks.streamfield.blocks.base import TEXT_GROUP, CopBlock, inline_text


class AccordionItemBlock(StructBlock):
    title = CharBlock(label=_("Title"), max_length=255)
    text = inline_text(label=_("Text"))


class AccordionBlock(CopBlock):
    """Parts that open one by one, for questions and answers; they open without JavaScript."""

    items = ListBlock(AccordionItemBlock(), label=_("Parts"), min_num=1)

    class Meta:
        icon = "list-ul"
        group = TEXT_GROUP
        label = _("Fold-out text")
        description = _("Questions with answers that open when the reader chooses one.")
        template = "cop_blocks/blocks/accordion.html"
        preview_value = {
            "items": [
                {
                    "title": _("Who can take part?"),
                    "text": _("<p>Everybody who helps entrepreneurs further.</p>"),
                }
            ]
        }
