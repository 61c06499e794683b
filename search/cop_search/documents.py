"""From a page to what is indexed of it."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone, translation
from django.utils.functional import cached_property
from wagtail.models import Locale

from cop_blocks.base_page import Page
from cop_blocks.finding import PageEntry, entry_of, kind_of
from cop_blocks.page_text import text_fields, text_of
from cop_blocks.pages import CopPageMixin
from cop_search.analysis import ANALYZER_VERSION, Analyser, analyser, tokens
from cop_search.engines.base import YEAR
from cop_search.names import PageTerm
from cop_search.parameters import OTHER
from cop_search.years import years_of

#: Of one document, in bytes: PostgreSQL takes no vector beyond 1 MB, and all engines hold the same.
_MAX_BYTES = 400_000
#: Of a body so many characters are kept to be shown, and of its names.
_MAX_TEXT, _MAX_NAMES = 20_000, 4_000
#: What no database takes: NUL, and halves of characters.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True)
class Draft:
    """A document before it is stored: columns, facets, and words by weight."""

    page_id: int
    columns: Mapping[str, Any]
    facets: tuple[tuple[str, str], ...]
    words: tuple[tuple[str, ...], ...]

    @cached_property
    def fingerprint(self) -> str:
        words = [" ".join(words) for words in self.words]
        all_of_it = [self.page_id, self.columns, self.facets, words]
        said = json.dumps(all_of_it, cls=DjangoJSONEncoder, sort_keys=True)
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def findable() -> Any:
    """The pages that may be found: live, public, no aliases, in a language of the site.

    Expired ones are left out when they are asked for, on the minute.
    """
    from cop_search.models import SearchPage

    return (
        Page.objects.live()
        .public()
        .not_type(SearchPage)
        .filter(alias_of__isnull=True, depth__gt=1, locale__in=Locale.objects.all())
    )


def draft(page: Any, terms: Iterable[PageTerm]) -> Draft | None:
    """What is indexed of a specific page; ``None`` for one that has no address."""
    locale: str = page.locale.language_code
    with translation.override(locale):
        parts = page.get_url_parts()
        if parts is None or parts[2] is None:
            return None
        entry = entry_of(page) or fallback_entry(page)
    kind = kind_of(type(page))
    terms = tuple(terms)
    opens, closes, sort_date = map(_aware, (entry.opens, entry.closes, entry.sort_date))
    values = _values(terms, years_of(opens, closes, sort_date))
    columns = {
        "locale": locale,
        "site_id": parts[0],
        "kind": kind.code if kind else OTHER,
        "title": _storable(entry.title),
        "title_key": " ".join(tokens(entry.title)),
        "url": parts[2],
        "url_path": page.url_path,
        "summary": _storable(entry.summary),
        "text": _shown(entry.text, _MAX_TEXT),
        "names": _shown("\n".join(_names(entry, terms)), _MAX_NAMES),
        "card": json.loads(
            json.dumps(dict(entry.card), cls=DjangoJSONEncoder), object_hook=_storable_values
        ),
        "terms": values,
        "has_state": bool(kind and kind.has_states),
        "opens": opens,
        "closes": closes,
        "closed": entry.closed,
        "sort_date": sort_date,
        "first_published": page.first_published_at,
        "expires": page.expire_at,
        "analyzer_version": ANALYZER_VERSION,
    }
    return Draft(
        page_id=page.pk,
        columns=columns,
        facets=tuple((dimension, value) for dimension in values for value in values[dimension]),
        words=_words(entry, terms, analyser(locale)),
    )


def fallback_entry(page: Any) -> PageEntry:
    """How a page is found of which no app says more: title, description, and the text of its
    StreamFields and rich text fields."""
    # Our own page types also introduce themselves; a bare base page has no description at all.
    said = getattr(page, "cop_description", None) or getattr(page, "search_description", None)
    is_ours = isinstance(page, CopPageMixin) and hasattr(page, "introduction")
    fields = [*(["introduction"] if is_ours else []), *text_fields(page)]
    return PageEntry(title=page.title, summary=str(said or ""), text=text_of(page, *fields))


def _values(terms: Iterable[PageTerm], years: Iterable[str]) -> dict[str, list[str]]:
    """What it is filtered by: dimension -> values, each once."""
    values: dict[str, dict[str, None]] = {}
    for term in terms:
        # A vocabulary of that code, made past its form, is no filter.
        if term.vocabulary != YEAR:
            values.setdefault(term.vocabulary, {})[term.code] = None
    if years:
        values[YEAR] = dict.fromkeys(years)
    return {dimension: list(each) for dimension, each in values.items()}


def _names(entry: PageEntry, terms: Iterable[PageTerm]) -> list[str]:
    return [*entry.names, *(name for term in terms for name in term.names)]


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return _UNSTORABLE.sub(" ", value)
    return [_storable(each) for each in value] if isinstance(value, list) else value


def _storable_values(value: dict[str, Any]) -> dict[str, Any]:
    return {key: _storable(each) for key, each in value.items()}


def _shown(text: str, size: int) -> str:
    """The beginning of a text, in one line."""
    return " ".join(_UNSTORABLE.sub(" ", text[:size]).split())


def _words(
    entry: PageEntry, terms: Iterable[PageTerm], language: Analyser
) -> tuple[tuple[str, ...], ...]:
    """By weight, the heaviest first; see ``SearchedText``."""
    names = _names(entry, terms)
    budget = _Budget(_MAX_BYTES)
    weights = (entry.title, "\n".join(names), entry.summary, entry.text)
    analysed = [language.document(text) for text in weights]
    parts = dict.fromkeys(part for each in analysed for part in each.parts)
    return tuple(budget.spend(words) for words in (*(a.words for a in analysed), tuple(parts)))


class _Budget:
    """Lets words through until there is no room left."""

    def __init__(self, size: int) -> None:
        self.left = size

    def spend(self, words: tuple[str, ...]) -> tuple[str, ...]:
        cost = self._cost(words)
        if cost > self.left:
            words = tuple(self._first(words))
            cost = self._cost(words)
        self.left -= cost
        return words

    def _first(self, words: tuple[str, ...]) -> Iterator[str]:
        left = self.left
        for word in words:
            left -= self._cost((word,))
            if left < 0:
                return
            yield word

    def _cost(self, words: tuple[str, ...]) -> int:
        """Every word also costs its place."""
        return len("".join(words).encode()) + 4 * len(words)


def _aware(moment: datetime | None) -> datetime | None:
    if moment is not None and timezone.is_naive(moment):
        return timezone.make_aware(moment)
    return moment
