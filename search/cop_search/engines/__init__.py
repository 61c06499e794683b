"""Engines: what finds. Chosen by the database that holds the documents, or by a setting."""

from django.core.exceptions import ImproperlyConfigured
from django.db import connections, router
from django.utils.module_loading import import_string

from cop_search import conf
from cop_search.engines.base import Engine, Finder

_BY_VENDOR = {
    "postgresql": "cop_search.engines.postgresql.PostgreSQLEngine",
    "sqlite": "cop_search.engines.sqlite.SQLiteEngine",
}


def get_engine(using: str | None = None) -> Engine:
    """The engine for the database ``using``, by default the one that holds the documents."""
    from cop_search.models import Document

    alias = using or router.db_for_write(Document)
    vendor = connections[alias].vendor
    path = conf.engine() or _BY_VENDOR.get(vendor)
    if path is None:
        raise ImproperlyConfigured(f"it finds in SQLite and PostgreSQL, not in {vendor}.")
    engine: Engine = import_string(path)(alias)
    return engine


def get_finder() -> Finder:
    """What answers visitors: a search server where ``COP_SEARCH`` names one, else the engine of
    the database."""
    tables = get_engine()
    if not conf.search_server():
        return tables
    try:
        from cop_search.engines.elasticsearch.engine import ElasticsearchEngine
    except ImportError:
        # The extra is missing, which ``manage.py check`` tells; visitors find all the same.
        return tables
    return ElasticsearchEngine(tables)
