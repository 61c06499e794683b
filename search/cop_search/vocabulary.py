"""The words of the site, counted: kept right with the documents, in their own transaction."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from django.db import connections, router

from cop_search.analysis import ANALYZER_VERSION, pieces, stop_words, written
from cop_search.many import insert_many
from cop_search.models import Document, Word

#: Documents of an older analyser were never counted.
COUNTED_SINCE = 3
#: What stands in place of the version while a rebuild has yet to count the words, and then.
UNCOUNTED, COUNTED = 0, ANALYZER_VERSION

#: Shorter words are not corrected, longer ones are no words.
_SHORTEST, _LONGEST = 3, 40
_SLICE = 500
#: Of so many pieces of text in a language a process knows the words.
_REMEMBERED = 40_000

#: Language and word.
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Texts:
    """What of a document is counted."""

    locale: str
    texts: tuple[str, ...]

    @classmethod
    def of(cls, columns: Mapping[str, str]) -> "Texts":
        fields = ("title", "summary", "names", "text")
        return cls(columns["locale"], tuple(columns[field] for field in fields))

    def keys(self) -> list[Key]:
        """The words, each once."""
        known, new = _remembered(self.locale), _read(self.locale)
        # No word goes past a space, and most of what stands between two was read before.
        typed = {piece for text in self.texts for piece in text.split()}
        found = [known(p) if len(p) <= _LONGEST else new(p) for p in typed]
        return list(set(chain.from_iterable(found)))


def _read(language: str) -> Callable[[str], tuple[Key, ...]]:
    return lambda text: tuple(
        (language, each) for word in written(text) for each in offered(word, language)
    )


@cache
def _remembered(language: str) -> Callable[[str], tuple[Key, ...]]:
    return lru_cache(maxsize=_REMEMBERED)(_read(language))


def offered(word: str, language: str) -> tuple[str, ...]:
    """What of a written word may be offered: no stop words, numbers or addresses; of "mkb-bedrijf"
    also what it is joined of."""
    parts = pieces(word)
    each = (word, *parts) if len(parts) > 1 else (word,)
    left_out = stop_words(language)
    return tuple(
        one
        for one in each
        if _SHORTEST <= len(one) <= _LONGEST and one not in left_out and _is_word(one)
    )


def _is_word(word: str) -> bool:
    return word.isalpha() or all(char.isalpha() or char in "-'" for char in word)


def counted(page_ids: Collection[int]) -> dict[int, Texts]:
    """What is counted of the documents of these pages, as they are stored."""
    rows = Document.objects.filter(page_id__in=page_ids, analyzer_version__gte=COUNTED_SINCE)
    fields = ("page_id", "locale", "title", "summary", "names", "text")
    return {row["page_id"]: Texts.of(row) for row in rows.values(*fields)}


def change(before: dict[int, Texts], after: dict[int, Texts]) -> None:
    """Takes one document from the words that are gone, gives one to those that came."""
    counts: Counter[Key] = Counter()
    for page_id in before.keys() | after.keys():
        old, new = before.get(page_id), after.get(page_id)
        if old != new:
            counts.update(new.keys() if new else ())
            counts.subtract(old.keys() if old else ())
    add(counts)


def add(counts: Mapping[Key, int]) -> None:
    """So many documents more, or less, have a word."""
    changed = [(key, number) for key, number in counts.items() if number]
    if changed:
        _add([(locale, word, number) for (locale, word), number in changed])
        _forget((locale, word) for (locale, word), number in changed if number < 0)


def _add(rows: list[tuple[str, str, int]]) -> None:
    """Django has no way to add on conflict."""
    table = Word._meta.db_table
    insert_many(
        connections[router.db_for_write(Word)],
        table,
        {"locale": "text", "word": "text", "documents": "int"},
        rows,
        "ON CONFLICT (locale, word) DO UPDATE "
        f"SET documents = {table}.documents + excluded.documents",
    )


def _forget(keys: Iterable[Key]) -> None:
    by_locale: dict[str, list[str]] = {}
    for locale, word in keys:
        by_locale.setdefault(locale, []).append(word)
    for locale, words in by_locale.items():
        for start in range(0, len(words), _SLICE):
            gone = Word.objects.filter(locale=locale, documents__lte=0)
            gone.filter(word__in=words[start : start + _SLICE]).delete()
