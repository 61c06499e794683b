"""The same page of results by Wagtail's own search: a total, ten pages, five lists of numbers."""

from typing import Any

from django.db import connection
from wagtail.models import Locale

from benchmarks.corpus.models import SupportPage
from benchmarks.corpus.terms import VOCABULARIES
from cop_search.wagtail_search import analyse, create_index, drop_index


def results_page(word: str, locale: Any) -> int:
    """Nothing chosen, since Wagtail's facets know no choices among their own options."""
    found = SupportPage.objects.live().filter(locale=locale).search(word)
    list(found[:10])
    for code in VOCABULARIES:
        found.facet(code)
    total: int = found.count()
    return total


def as_shipped() -> None:
    """Without what cop_search adds to it: no index on PostgreSQL, no statistics on SQLite."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            drop_index(connection)
            # A server in use gathers statistics by itself.
            cursor.execute("ANALYZE")
        else:
            cursor.execute("DELETE FROM sqlite_stat1")
            cursor.execute("ANALYZE sqlite_schema")


def as_helped() -> None:
    """With it."""
    create_index(connection)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    else:
        analyse(connection)


def locale(language: str) -> Any:
    return Locale.objects.get(language_code=language)
