"""The admin screens of what all page types share."""

from django.utils.translation import gettext_lazy
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from cop_blocks.viewsets.organisations import OrganisationViewSet, PersonViewSet
from cop_blocks.viewsets.terms import TermViewSet
from cop_blocks.viewsets.vocabularies import VocabularyViewSet


class CommunityViewSetGroup(SnippetViewSetGroup):
    """One menu for organisations, people, vocabularies and terms."""

    items = (OrganisationViewSet, PersonViewSet, VocabularyViewSet, TermViewSet)
    menu_label = gettext_lazy("Community")
    menu_icon = "group"
    menu_name = "cop_community"
    menu_order = 250


__all__ = ["CommunityViewSetGroup"]
