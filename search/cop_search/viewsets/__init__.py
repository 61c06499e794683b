"""What editors do with the search: best bets and synonyms, in one menu."""

from django.utils.translation import gettext_lazy
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from cop_search.viewsets.best_bets import BestBetViewSet
from cop_search.viewsets.synonyms import SynonymViewSet


class SearchViewSetGroup(SnippetViewSetGroup):
    """Wagtail's own search stands in the same menu, so this one says what it is about."""

    menu_label = gettext_lazy("Site search")
    menu_icon = "search"
    menu_name = "cop_search"
    menu_order = 260
    items = (BestBetViewSet, SynonymViewSet)


__all__ = ["SearchViewSetGroup"]
