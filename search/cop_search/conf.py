"""The settings of finding; each is read when called, never at import."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


def page_size() -> int:
    """``COP_SEARCH_PAGE_SIZE``: how many results a page of a list shows."""
    value: int = getattr(settings, "COP_SEARCH_PAGE_SIZE", 20)
    return value


def engine() -> str | None:
    """``COP_SEARCH_ENGINE``: dotted path of an engine class; by default the database's own."""
    value: str | None = getattr(settings, "COP_SEARCH_ENGINE", None)
    return value


def search_server() -> Mapping[str, Any]:
    """``COP_SEARCH``: a search server and how it is reached; empty where the database finds."""
    value = search_server_as_written()
    return value if value.get("engine") == "elasticsearch" else {}


def search_server_as_written() -> Mapping[str, Any]:
    """``COP_SEARCH``, also with an engine that nobody knows."""
    value: Mapping[str, Any] = getattr(settings, "COP_SEARCH", {})
    return value


def search_prefix() -> str:
    """Of ``COP_SEARCH``: what the names of its indexes begin with, letters, digits, ``-`` and
    ``_``. Sites that share a server have one each."""
    prefix = str(search_server().get("prefix", "cop"))
    if not re.fullmatch("[a-z0-9][a-z0-9_-]*", prefix):
        raise ImproperlyConfigured(f"COP_SEARCH: {prefix!r} cannot be the prefix of an index.")
    return prefix


def words(language: str) -> frozenset[str]:
    """``COP_SEARCH_WORDS``: language -> words of your field that no dictionary has, so that what is
    made of them is found by its parts."""
    value: Mapping[str, Iterable[str]] = getattr(settings, "COP_SEARCH_WORDS", {})
    return frozenset(word.lower() for word in value.get(language, ()))


def stemmer() -> str:
    """``COP_SEARCH_STEMMER``: ``"simplemma"`` (dictionaries; the default), ``"snowball"`` (rules,
    little memory) or ``"none"``."""
    value: str = getattr(settings, "COP_SEARCH_STEMMER", "simplemma")
    return value


def api_origins() -> tuple[str, ...]:
    """``COP_SEARCH_API_ORIGINS``: the other sites that may read the JSON of lists in a browser, as
    ``"https://partner.example"``; ``"*"`` for all. By default none."""
    value: str | Iterable[str] = getattr(settings, "COP_SEARCH_API_ORIGINS", ())
    return (value,) if isinstance(value, str) else tuple(value)


def counts_searches() -> bool:
    """``COP_SEARCH_COUNTS``: whether searches are counted, for the report in the admin."""
    value: bool = getattr(settings, "COP_SEARCH_COUNTS", True)
    return value


def count_days() -> int:
    """``COP_SEARCH_COUNT_DAYS``: for how many days counts of searches are kept."""
    value: int = getattr(settings, "COP_SEARCH_COUNT_DAYS", 400)
    return value


def count_text_from() -> int:
    """``COP_SEARCH_COUNT_TEXT_FROM``: from how many visitors on the words themselves are kept."""
    value: int = getattr(settings, "COP_SEARCH_COUNT_TEXT_FROM", 3)
    return value
