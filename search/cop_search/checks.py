"""Wrong set-up, told by ``manage.py check``."""

from typing import Any

from django.core.checks import CheckMessage, Error
from django.core.exceptions import ImproperlyConfigured

from cop_search.engines import get_engine


def check_engine(**kwargs: Any) -> list[CheckMessage]:
    """There is an engine for the database that holds the documents."""
    try:
        get_engine()
    except (ImproperlyConfigured, ImportError) as problem:
        return [
            Error(
                f"cop_search has no engine: {problem}",
                hint="Use SQLite or PostgreSQL, or set "
                'COP_SEARCH_ENGINE = "package.module.YourEngine" (see cop_search/engines/base.py).',
                id="cop_search.E001",
            )
        ]
    return []
