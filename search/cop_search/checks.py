"""Wrong set-up, told by ``manage.py check``."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.core.checks import CheckMessage, Error, Warning
from django.core.exceptions import ImproperlyConfigured
from django.db import router
from wagtail.coreutils import get_content_languages

from cop_blocks.tables import has_table
from cop_search import conf
from cop_search.analysis import ANALYZER_VERSION, STEMMERS, knows
from cop_search.engines import get_engine
from cop_search.refreshing import can_refresh


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


def check_htmx(**kwargs: Any) -> list[CheckMessage]:
    """Lists refresh in place; without htmx they do all the same, a page at a time."""
    if can_refresh():
        return []
    return [
        Warning(
            "Lists do not refresh in place: every filter opens a new page.",
            hint='Add "django_htmx" to INSTALLED_APPS; it needs no middleware.',
            id="cop_search.W001",
        )
    ]


def check_languages(**kwargs: Any) -> list[CheckMessage]:
    """The search knows the words of each language of the site."""
    stemmer = conf.stemmer()
    if stemmer not in STEMMERS:
        return [
            Error(
                f"COP_SEARCH_STEMMER is {stemmer!r}",
                hint=f"Use one of {', '.join(map(repr, STEMMERS))}.",
                id="cop_search.E002",
            )
        ]
    if stemmer == "none":
        return []
    unknown = [code for code in get_content_languages() if not knows(code)]
    return [
        Warning(
            f"cop_search knows no words of the language {code!r}: a word is found as it is typed, "
            "accents and capitals aside, and not in its other forms",
            hint='Hide this with SILENCED_SYSTEM_CHECKS = ["cop_search.W002"] in your settings.',
            id="cop_search.W002",
        )
        for code in unknown
    ]


def check_words(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Every document has its words, made by this version: an update may ask for a rebuild."""
    from cop_search.models import Document

    using = router.db_for_write(Document)
    if using not in (databases or ()) or check_engine() or not has_table(Document, using):
        return []
    versions = dict(Document.objects.values_list("pk", "analyzer_version"))
    known = get_engine().document_ids()
    stale = [
        pk for pk, version in versions.items() if version != ANALYZER_VERSION or pk not in known
    ]
    if not stale:
        return []
    return [
        Warning(
            f"{len(stale)} pages are not found by all their words or filters: another version of "
            "cop_search indexed them.",
            hint="Run manage.py cop_search_rebuild; visitors go on searching meanwhile.",
            id="cop_search.W003",
        )
    ]


def check_deliveries(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """What a search server lacks; it is not asked. Told by ``check --deploy``, and by ``check
    --database default``."""
    from cop_search.delivery import rows
    from cop_search.delivery.readiness import why_rebuild
    from cop_search.delivery.target import targets
    from cop_search.models import Reader

    using = router.db_for_write(Reader)
    if using not in (databases or ()):
        return []
    try:
        servers = targets()
    except (ImproperlyConfigured, ImportError):
        # Told by the check of the setting itself.
        return []
    if not servers or not has_table(Reader, using):
        return []
    found: list[CheckMessage] = []
    for name, target in servers.items():
        if problem := why_rebuild(name, target):
            told = f"{problem.partition(':')[0]}: until then the database answers."
            hint = "Run manage.py cop_search_rebuild; visitors go on searching meanwhile."
            found.append(Warning(told, hint=hint, id="cop_search.W006"))
        aside = list(rows.aside(name).values_list("page_id", "error"))
        if aside:
            page_id, error = aside[0]
            told = f"{len(aside)} pages were refused by {name}, as page {page_id}: {error}"
            hint = "See Reports › Search health; cop_search_check --repair tries them again."
            found.append(Warning(told, hint=hint, id="cop_search.W007"))
    return found


def check_deliveries_before_deploying(**kwargs: Any) -> list[CheckMessage]:
    """A function of its own: Django keeps one list of tags for each."""
    from cop_search.models import Reader

    return check_deliveries([router.db_for_write(Reader)])


def check_tasks(**kwargs: Any) -> list[CheckMessage]:
    """A worker drains only where tasks are queued."""
    from cop_blocks.worker import queueing_backend

    if not conf.search_server().get("tasks") or queueing_backend():
        return []
    return [
        Warning(
            'COP_SEARCH has "tasks", and TASKS runs them at once: nothing is delivered by them.',
            hint="Set TASKS to a backend with a worker, or run manage.py cop_search_drain --watch.",
            id="cop_search.W008",
        )
    ]


def check_api_origins(**kwargs: Any) -> list[CheckMessage]:
    """A browser compares origins letter by letter: one with a path never fits."""
    wrong = [origin for origin in conf.api_origins() if not _is_origin(origin)]
    return [
        Error(
            f"COP_SEARCH_API_ORIGINS has {origin!r}, which is no origin.",
            hint='Write scheme and host only, as in ["https://partner.example"], or "*" for all.',
            id="cop_search.E003",
        )
        for origin in wrong
    ]


def _is_origin(origin: str) -> bool:
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    written = f"{parts.scheme}://{parts.netloc}".lower()
    return origin == "*" or bool(parts.scheme and parts.netloc and written == origin)
