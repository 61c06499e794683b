"""``{% load cop_catalog %}``: thin doors to plain functions."""

from typing import TYPE_CHECKING

from django import template

from cop_catalog import cards

if TYPE_CHECKING:
    from cop_blocks.terms.labels import TermLabels
    from cop_search.facade import Hit

register = template.Library()


@register.simple_tag
def cop_initiative_state(hit: "Hit") -> cards.ShownState:
    """Where the initiative of a card stands now."""
    return cards.shown_state(cards.card_timing(hit.card))


@register.simple_tag
def cop_card_foot(hit: "Hit", labels: "TermLabels") -> str:
    """The last line of the card of an initiative or a good practice."""
    return cards.card_foot(hit, labels)
