"""What a results page gives its script to send back: signed, so that nobody makes up a question."""

from dataclasses import dataclass

from django.core import signing
from django.core.cache import cache
from django.urls import NoReverseMatch, reverse
from django.utils.crypto import get_random_string

from cop_search import conf
from cop_search.analysis import analyser
from cop_search.counting.words import key_of, plain

ROUTE = "cop_search_searched"
#: In seconds; longer than anybody looks at a page before the script speaks.
MAX_AGE = 30 * 60
#: In bytes.
MAX_SIZE = 2_000

_SALT = "cop_search.searched"


@dataclass(frozen=True, slots=True)
class Searched:
    """One search that was shown to somebody."""

    site_id: int
    language: str
    key: str
    text: str
    is_without_results: bool


@dataclass(frozen=True, slots=True)
class Beacon:
    """For the page: where to send what, and by what a browser's tab knows the question again."""

    url: str
    token: str
    key: str


def beacon(q: str, language: str, site_id: int, *, is_without_results: bool) -> Beacon | None:
    """``None`` where nothing is counted: it is switched off, there are no words, or Wagtail's
    addresses are not this site's."""
    words = analyser(language).query(q)
    if not words or not conf.counts_searches():
        return None
    try:
        url = reverse(ROUTE)
    except NoReverseMatch:
        return None
    key = key_of(words, language, site_id)
    said = [site_id, language, key, plain(q), int(is_without_results), get_random_string(12)]
    return Beacon(url, signing.dumps(said, salt=_SALT), key[:16])


def read(token: str) -> Searched | None:
    """What a token says; ``None`` for one that is not ours, is too old or was used already.

    Used ones are remembered in Django's cache, as long as they would be good.
    """
    try:
        site_id, language, key, text, without, once = signing.loads(
            token, salt=_SALT, max_age=MAX_AGE
        )
    except (signing.BadSignature, ValueError, TypeError):
        return None
    if not cache.add(f"cop_search.searched.{once}", 1, timeout=MAX_AGE):
        return None
    return Searched(site_id, language, key, text, bool(without))
