"""Ways on from a text; pages are resolved to the reader's language when they are shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, PageChooserBlock, StructValue, URLBlock
from wagtail.blocks import TextBlock as PlainTextBlock

from cop_blocks.languages import active_language
from cop_blocks.relations import localized_pages
from cop_blocks.streamfield.blocks.base import LINKS_GROUP, CopBlock
from cop_blocks.streamfield.previews import newest_pages


class CallToActionValue(StructValue):
    @property
    def localized_page(self) -> Any | None:
        """The chosen page, live, public and in the reader's language; ``None`` if there is none."""
        chosen = self.get("page")
        if chosen is None:
            return None
        return localized_pages([chosen], active_language()).get(chosen.pk)


class CallToActionBlock(CopBlock):
    """One thing to do, with a button to a page or to another site."""

    title = CharBlock(label=_("Title"), max_length=200)
    text = PlainTextBlock(label=_("Text"), required=False, default="", rows=2)
    button = CharBlock(
        label=_("Text on the button"), max_length=80, help_text=_("Says what happens: “Sign up”.")
    )
    page = PageChooserBlock(label=_("Page"), required=False)
    url = URLBlock(label=_("Or an address elsewhere"), required=False, default="")

    def errors(self, value: Any) -> dict[str, Any]:
        if value.get("page") and value.get("url"):
            return {"url": _("Choose a page or fill in an address, not both.")}
        if not value.get("page") and not value.get("url"):
            return {"page": _("Choose a page, or fill in an address below.")}
        return {}

    class Meta:
        icon = "circle-check"
        group = LINKS_GROUP
        label = _("Call to action")
        description = _("One thing to do, with a button.")
        template = "cop_blocks/blocks/call_to_action.html"
        value_class = CallToActionValue
        preview_value = {
            "title": _("Take part in the next session"),
            "text": _("There is still room."),
            "button": _("Sign up"),
            "url": "https://example.com/",
        }


class PageLinksValue(StructValue):
    @property
    def localized_pages(self) -> list[Any]:
        """The chosen pages as the reader gets them; those without a translation are left out."""
        chosen = [page for page in self.get("pages", []) if page is not None]
        found = localized_pages(chosen, active_language())
        return [found[page.pk] for page in chosen if page.pk in found]


class PageLinksBlock(CopBlock):
    """Links to pages of this site."""

    title = CharBlock(label=_("Title"), required=False, default="", max_length=200)
    pages = ListBlock(PageChooserBlock(), label=_("Pages"), min_num=1)

    def get_preview_value(self) -> Any:
        return self.normalize({"title": _("Read on"), "pages": newest_pages(2)})

    class Meta:
        icon = "link"
        group = LINKS_GROUP
        label = _("Links to pages")
        description = _("Links to pages of this site, always in the reader’s language.")
        template = "cop_blocks/blocks/page_links.html"
        value_class = PageLinksValue
