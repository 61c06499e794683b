"""What finding keeps: documents with their facets, the outbox, editors' rules, the results page."""

from cop_search.models.best_bet import BestBet, BestBetPage
from cop_search.models.document import Document, DocumentFacet
from cop_search.models.outbox import Outbox
from cop_search.models.reader import Reader
from cop_search.models.rebuild import Rebuild
from cop_search.models.search_count import SearchCount
from cop_search.models.search_page import SearchPage, SearchPageMixin
from cop_search.models.synonym import Synonym
from cop_search.models.word import Word

__all__ = [
    "BestBet",
    "BestBetPage",
    "Document",
    "DocumentFacet",
    "Outbox",
    "Reader",
    "Rebuild",
    "SearchCount",
    "SearchPage",
    "SearchPageMixin",
    "Synonym",
    "Word",
]
