from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock
from wagtail.documents.blocks import DocumentChooserBlock

from cop_blocks.streamfield.blocks.base import MEDIA_GROUP, CopBlock
from cop_blocks.streamfield.previews import newest_documents


class DocumentItemBlock(StructBlock):
    document = DocumentChooserBlock(label=_("Document"))
    title = CharBlock(
        label=_("Title"),
        required=False,
        default="",
        max_length=255,
        help_text=_("Only if it differs from the title of the document."),
    )


class DocumentsBlock(CopBlock):
    """Documents to download, with type and size."""

    items = ListBlock(DocumentItemBlock(), label=_("Documents"), min_num=1)

    def get_preview_value(self) -> Any:
        items = [{"document": document, "title": ""} for document in newest_documents(2)]
        return self.normalize({"items": items})

    class Meta:
        icon = "doc-full"
        group = MEDIA_GROUP
        label = _("Documents")
        description = _("Documents to download, with their type and size.")
        template = "cop_blocks/blocks/documents.html"
