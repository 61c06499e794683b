"""What finding keeps: documents with their facets, the outbox, and the results page."""

from cop_search.models.document import Document, DocumentFacet
from cop_search.models.outbox import Outbox
from cop_search.models.search_page import SearchPage, SearchPageMixin

__all__ = ["Document", "DocumentFacet", "Outbox", "SearchPage", "SearchPageMixin"]
