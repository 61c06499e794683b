"""Pages that nobody may find any more and the tables still hold: their process died between its
commit and what follows it, or has not come to that yet.

Their rows wait in the outbox, so every question leaves them out, in the statement that it is: a
change that is only late hides nothing.
"""
# ruff: noqa: S608

from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from wagtail.models import PageViewRestriction

from cop_blocks.base_page import Page
from cop_search.models import Document, Outbox
from cop_search.outbox import TABLES

_PAGES, _PRIVATE, _OUTBOX = (model._meta.db_table for model in (Page, PageViewRestriction, Outbox))

#: What holds of a page ``p`` that is not there or may not be found; see ``documents.findable``.
IS_HIDDEN = (
    "(p.id IS NULL OR NOT p.live OR p.alias_of_id IS NOT NULL OR EXISTS ("
    f"SELECT 1 FROM {_PRIVATE} r JOIN {_PAGES} c ON c.id = r.page_id "
    "WHERE SUBSTR(p.path, 1, LENGTH(c.path)) = c.path))"
)
#: The table of pages, for who joins them.
PAGES = _PAGES

#: Their ids, as a statement without parameters.
HIDDEN_PAGES = (
    f"SELECT o.page_id FROM {_OUTBOX} o LEFT JOIN {_PAGES} p ON p.id = o.page_id "
    f"WHERE o.reader = '{TABLES}' AND NOT o.failed AND {IS_HIDDEN}"
)


def visible(documents: "QuerySet[Document]") -> "QuerySet[Document]":
    """Those of pages that somebody may still find."""
    hidden: Any = RawSQL(HIDDEN_PAGES, [])  # noqa: S611
    return documents.exclude(page_id__in=hidden)
