"""Live blocks of finding, offered in every body. Which kinds of page and which terms there are to
choose is asked for each form: apps register the first, the second are data."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cop_blocks.finding import kinds
from cop_blocks.streamfield.blocks.base import LIVE_GROUP, CopBlock
from cop_blocks.terms.labels import term_labels
from cop_blocks.terms.tree import TermTree
from cop_search.boxes import search_box
from cop_search.parameters import facet_vocabularies
from cop_search.shown import newest, search_within


def kind_choices() -> list[tuple[str, Any]]:
    return [(kind.code, capfirst(str(kind.plural))) for kind in kinds()]


def term_choices() -> list[tuple[str, str]]:
    """“theme:circular” and “Theme: Circular”, of every vocabulary that is a filter."""
    tree = TermTree.load()
    vocabularies = facet_vocabularies(tree, (), without=())
    names = term_labels(get_language() or "", vocabularies)
    return [
        (f"{vocabulary}:{code}", f"{names.vocabulary(vocabulary)}: {names.label(vocabulary, code)}")
        for vocabulary in vocabularies
        for code, _depth in tree.vocabularies[vocabulary].in_order()
        if not tree.vocabularies[vocabulary].terms[code].is_retired
    ]


def filters_of(chosen: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Chosen terms as filters: vocabulary -> codes."""
    filters: dict[str, tuple[str, ...]] = {}
    for key in chosen:
        vocabulary, _colon, code = key.partition(":")
        if code:
            filters[vocabulary] = (*filters.get(vocabulary, ()), code)
    return filters


def _heading() -> blocks.CharBlock:
    return blocks.CharBlock(label=_("Heading"), required=False, default="", max_length=120)


def _kinds() -> blocks.MultipleChoiceBlock:
    return blocks.MultipleChoiceBlock(
        choices=kind_choices,
        required=False,
        default=[],
        label=_("Kinds of page"),
        help_text=_("None chosen: all."),
    )


def _terms() -> blocks.ListBlock:
    return blocks.ListBlock(
        blocks.ChoiceBlock(choices=term_choices, label=_("Term")),
        label=_("Only with these terms"),
        default=[],
        min_num=0,
    )


class SearchBoxBlock(CopBlock):
    """A field that leads to the results page, with kinds and terms sent along."""

    heading = _heading()
    kinds = _kinds()
    terms = _terms()

    class Meta:
        icon = "search"
        group = LIVE_GROUP
        label = _("Search box")
        description = _("A field that searches the site, or some kinds of page and terms in it.")
        preview_value: ClassVar[dict[str, Any]] = {"heading": "", "kinds": [], "terms": []}
        template = "cop_search/blocks/search_box.html"

    def get_context(self, value: Any, parent_context: Any = None) -> Any:
        context = super().get_context(value, parent_context=parent_context)
        request = context.get("request")
        presets = {"kind": tuple(value["kinds"] or ()), **filters_of(value["terms"])}
        return {**context, "box": search_box(request, presets) if request else None}


class SearchWithinBlock(CopBlock):
    """A field that searches what carries one term, and the way to all of it."""

    term = blocks.ChoiceBlock(choices=term_choices, label=_("Term"))

    class Meta:
        icon = "tag"
        group = LIVE_GROUP
        label = _("Search this theme")
        description = _("A field that searches one theme or another term, and a link to all of it.")
        template = "cop_search/blocks/search_within.html"

    def get_context(self, value: Any, parent_context: Any = None) -> Any:
        context = super().get_context(value, parent_context=parent_context)
        vocabulary, _colon, code = (value["term"] or "").partition(":")
        return {**context, "within": search_within(context.get("request"), vocabulary, code)}

    def get_preview_value(self) -> Any:
        """The first term that there is."""
        return self.to_python({"term": next((key for key, _label in term_choices()), "")})


class NewestBlock(CopBlock):
    """The newest pages of some kinds, of some terms or of all."""

    heading = _heading()
    kinds = _kinds()
    terms = _terms()
    number = blocks.IntegerBlock(label=_("How many"), default=3, min_value=1, max_value=12)

    class Meta:
        icon = "list-ul"
        group = LIVE_GROUP
        label = _("Newest pages")
        description = _("The newest pages, of some kinds and terms or of all, always up to date.")
        preview_value: ClassVar[dict[str, Any]] = {
            "heading": "",
            "kinds": [],
            "terms": [],
            "number": 2,
        }
        template = "cop_search/blocks/newest.html"

    def get_context(self, value: Any, parent_context: Any = None) -> Any:
        context = super().get_context(value, parent_context=parent_context)
        found = newest(
            context.get("request"),
            value["kinds"] or (),
            filters_of(value["terms"]),
            value["number"] or 3,
        )
        return {**context, "newest": found, "labels": found.labels if found else None}
