"""Live blocks: lists that an editor puts into any text, made anew each time they are shown."""

from typing import Any, ClassVar

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cop_blocks.languages import active_language
from cop_blocks.shown_terms import labels_of
from cop_blocks.streamfield.blocks.base import LIVE_GROUP, CopBlock
from cop_blocks.terms.labels import term_labels
from cop_blocks.terms.tree import TermTree
from cop_catalog.current import current, total
from cop_catalog.related import list_pages
from cop_catalog.themes import site_id_of, theme_cards
from cop_search.facade import SearchQuery, search

#: By these an editor picks initiatives; regions and audiences are left to the visitor's filters.
VOCABULARIES = ("theme", "support-type")


def term_choices() -> list[tuple[str, str]]:
    """“theme:digitalisation” and its name, asked for each form: terms are data."""
    tree = TermTree.load()
    names = term_labels(get_language() or "", VOCABULARIES)
    return [
        (f"{vocabulary}:{code}", f"{names.vocabulary(vocabulary)}: {names.label(vocabulary, code)}")
        for vocabulary in VOCABULARIES
        if vocabulary in tree.vocabularies
        for code, _depth in tree.vocabularies[vocabulary].in_order()
    ]


class InitiativesBlock(CopBlock):
    """The newest initiatives that one can turn to now or soon, of one term or of all."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, default="", max_length=120)
    term = blocks.ChoiceBlock(choices=term_choices, required=False, label=_("Only with this term"))
    number = blocks.IntegerBlock(label=_("How many"), default=3, min_value=1, max_value=12)

    class Meta:
        icon = "list-ul"
        group = LIVE_GROUP
        label = _("Initiatives")
        description = _("The newest initiatives, of one theme or of all, always up to date.")
        preview_value: ClassVar[dict[str, Any]] = {"heading": "", "term": "", "number": 2}
        template = "cop_catalog/blocks/initiatives.html"

    def get_context(self, value: Any, parent_context: Any = None) -> Any:
        context = super().get_context(value, parent_context=parent_context)
        vocabulary, _colon, code = (value.get("term") or "").partition(":")
        request = context.get("request")
        found = search(
            current(
                SearchQuery(
                    locale=active_language(),
                    filters={vocabulary: (code,)} if code else {},
                    page_size=value.get("number") or 3,
                    site_id=site_id_of(request),
                )
            )
        )
        return {
            **context,
            "hits": found.hits,
            "labels": labels_of(request),
            "total": total(found),
            "all_page": list_pages(request).get("initiative") if request and found.hits else None,
            "vocabulary": vocabulary,
            "code": code,
        }


class ThemesBlock(CopBlock):
    """All themes as cards."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, default="", max_length=120)

    class Meta:
        icon = "tag"
        group = LIVE_GROUP
        label = _("Themes")
        description = _("All themes as cards, with what there is to find in each.")
        preview_value: ClassVar[dict[str, Any]] = {"heading": ""}
        template = "cop_catalog/blocks/themes.html"

    def get_context(self, value: Any, parent_context: Any = None) -> Any:
        context = super().get_context(value, parent_context=parent_context)
        return {**context, "themes": theme_cards(context.get("request"))}
