"""What is indexed of a text, and what a query asks for: per language, the same on every engine."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cop_search.analysis.words import tokens

#: Stored with each document; raise it whenever an analyser answers differently.
ANALYZER_VERSION = 1

#: Of a query so many different words are kept.
MAX_WORDS = 32


@dataclass(frozen=True, slots=True)
class Analysed:
    """The words of a text in their order, and what its compounds are made of."""

    words: tuple[str, ...]
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QueryWord:
    """One word of a query. ``typed`` is the word as ``tokens`` gives it. A document has the word
    where it has all tokens of one alternative, in any field and order."""

    typed: str
    alternatives: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Analyser:
    """The analysis of one language (a language code)."""

    language: str

    def document(self, text: str) -> Analysed:
        return Analysed(tuple(tokens(text)))

    def query(self, text: str) -> tuple[QueryWord, ...]:
        """The different words of a query, the first ``MAX_WORDS`` of them."""
        return tuple(QueryWord(word, ((word,),)) for word in first(tokens(text)))


def first(words: Iterable[str], limit: int = MAX_WORDS) -> Sequence[str]:
    """The first different words."""
    found: dict[str, None] = {}
    for word in words:
        found.setdefault(word)
        if len(found) == limit:
            break
    return tuple(found)


def analyser(language: str) -> Analyser:
    """The analyser of a language."""
    return Analyser(language)
