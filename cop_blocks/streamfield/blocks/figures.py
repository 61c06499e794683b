from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock

from cop_blocks.streamfield.blocks.base import TEXT_GROUP, CopBlock


class FigureItemBlock(StructBlock):
    number = CharBlock(label=_("Figure"), max_length=30, help_text=_("For example: 4 or 60%"))
    text = CharBlock(label=_("What it says"), max_length=255)
    source = CharBlock(label=_("Source"), required=False, default="", max_length=255)


class FiguresBlock(CopBlock):
    """Key figures in a row."""

    items = ListBlock(FigureItemBlock(), label=_("Figures"), min_num=1, max_num=6)

    class Meta:
        icon = "decimal"
        group = TEXT_GROUP
        label = _("Key figures")
        description = _("One to six figures, each with what it says.")
        template = "cop_blocks/blocks/figures.html"
        preview_value = {
            "items": [
                {"number": "4", "text": _("sessions in a series"), "source": ""},
                {"number": "12", "text": _("organisations that take part"), "source": ""},
            ]
        }
