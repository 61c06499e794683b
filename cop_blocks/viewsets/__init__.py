"""The admin screens of what all page types share."""

from typing import Any

from django.utils.translation import gettext_lazy
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from cop_blocks.listings.registry import listings
from cop_blocks.viewsets.organisations import OrganisationViewSet, PersonViewSet
from cop_blocks.viewsets.terms import TermViewSet
from cop_blocks.viewsets.vocabularies import VocabularyViewSet


class CommunityViewSetGroup(SnippetViewSetGroup):
    """One menu for the pages of the apps, organisations, people, vocabularies and terms."""

    menu_label = gettext_lazy("Community")
    menu_icon = "group"
    menu_name = "cop_community"
    menu_order = 250

    @property
    def items(self) -> tuple[Any, ...]:
        """Asked when the menu is made, after every app has registered its listings."""
        own = (OrganisationViewSet, PersonViewSet, VocabularyViewSet, TermViewSet)
        return (*listings(), *own)


__all__ = ["CommunityViewSetGroup"]
