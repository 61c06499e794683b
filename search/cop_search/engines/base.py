"""The seam between the facade and whatever finds: five methods, and one to be compared by."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

#: The pseudo-dimensions that every document has beside its vocabularies.
KIND, STATE = "kind", "state"
#: The calendar years of a document: rows like those of a vocabulary, and no terms.
YEAR = "year"


@dataclass(frozen=True, slots=True)
class SearchedText:
    """The words of one document by weight, the heaviest first: title; names and terms; summary;
    text; what the compounds of all of them are made of. Only what an ``analysis.Analyser`` made."""

    document_id: int
    title: Sequence[str]
    names: Sequence[str]
    summary: Sequence[str]
    text: Sequence[str]
    parts: Sequence[str] = ()

    def by_weight(self) -> tuple[Sequence[str], ...]:
        return (self.title, self.names, self.summary, self.text, self.parts)


#: One word of a query: a document has it where it has all tokens of one alternative.
Alternatives = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """A dimension to count. ``options`` maps each option to the values that it finds, where that
    is more than the option itself; a document with two of them counts once."""

    dimension: str
    options: Mapping[str, frozenset[str]] | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A query with nothing left to look up: words analysed, terms expanded, days made moments."""

    locale: str
    moment: datetime
    #: All of them are asked for.
    words: tuple[Alternatives, ...] = ()
    #: The words as they were typed, as ``Document.title_key`` has them: by relevance what is closed
    #: stands last, but for a page of that very title, which goes first of what is equally near.
    title: str = ""
    site_id: int | None = None
    #: Dimension -> the values of which a document has at least one.
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    facets: tuple[Facet, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    exclude_pages: tuple[int, ...] = ()
    sort: str = "relevance"
    #: Dimension that is filtered -> value -> how many steps it lies outside what was chosen;
    #: values that are not named lie inside. By relevance the nearer goes first: the sum of the
    #: steps of each dimension, and of a dimension those of the document's nearest value.
    steps: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    page: int = 1
    page_size: int = 20


@dataclass(frozen=True, slots=True)
class SuggestQuestion:
    """Titles that have all ``words``, the last of them as a beginning. Words as
    ``analysis.tokens`` gives them: titles are matched as they are written, without lemmas."""

    locale: str
    moment: datetime
    words: tuple[str, ...]
    site_id: int | None = None
    limit: int = 10
    #: Kinds and vocabularies, as in a question; no states.
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    exclude_pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """``page`` is the page given: the last one where a page beyond it was asked for."""

    document_ids: tuple[int, ...]
    total: int
    page: int
    counts: Mapping[str, Mapping[str, int]]
    #: The same hits by page, from a server that may not know yet that a page has a new document.
    page_ids: tuple[int, ...] = ()
    #: Whose answer it is, where an engine asks others.
    engine: str = ""
    #: Whether it had to, because its server is away.
    degraded: bool = False


class Finder(Protocol):
    """What may be asked."""

    name: str

    def query(self, question: Question) -> Answer: ...

    def suggest(self, question: SuggestQuestion) -> tuple[int, ...]:
        """Ids of pages, which outlive their documents: those whose title starts with the words
        first, then by title."""


class Engine(Finder, Protocol):
    """Finds documents. The rows of ``Document`` and ``DocumentFacet`` are there, whatever the
    engine; they are written in the same transaction, before ``upsert``."""

    def upsert(self, texts: Sequence[SearchedText]) -> None:
        """Add documents, or replace them."""

    def delete(self, document_ids: Sequence[int]) -> None:
        """Forget documents; unknown ones are ignored."""

    def rebuild(self) -> AbstractContextManager[None]:
        """Inside it every document is upserted anew, while queries find as before. Left in peace,
        it forgets what was not, and tidies up; left by an exception, nothing is lost."""

    def document_ids(self) -> set[int]:
        """All that it knows, to be compared with the rows."""
