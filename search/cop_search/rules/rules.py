"""The rules of one site and language, as they bear on a question."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from cop_search.analysis import Analyser, QueryWord
from cop_search.engines.base import Alternatives
from cop_search.rules.entries import lines, split
from cop_search.rules.words import Phrase, Tokens, equal, holds, phrase, spans, ways

#: One word of a question gets so many alternatives, and all of them together so many.
MAX_FOR_WORD, MAX_FOR_QUESTION = 24, 72

#: So many pages are put first.
MAX_BETS = 5


class Source(IntEnum):
    """Where a rule comes from; of two the lower one has its say first."""

    SYNONYM = 1
    TERM = 2
    BEST_BET = 3


class Row(NamedTuple):
    """A rule as it is stored; the fields sort in the order in which rules hold.

    ``words`` are entries of a synonym, the label of a term, or the lines of a best bet; ``more``
    what a synonym also finds, or a term's other names.
    """

    source: int
    owner: int
    place: int
    words: str
    more: str
    is_within: int
    page_id: int


@dataclass(frozen=True, slots=True)
class Rules:
    """What editors of one site have said for one language."""

    rows: tuple[Row, ...] = ()

    def without(self, source: Source, owner: int | None) -> "Rules":
        """All but one rule, as if it had been deleted."""
        return Rules(tuple(row for row in self.rows if (row.source, row.owner) != (source, owner)))

    def plus(self, rows: Sequence[Row]) -> "Rules":
        """These rules and others that are not saved."""
        return Rules(tuple(sorted([*self.rows, *rows])))

    def expand(self, language: Analyser, asked: Sequence[QueryWord]) -> tuple[Alternatives, ...]:
        """The words of a question, each with what its synonyms add. One step: a synonym of a
        synonym adds nothing.

        Where several words are one entry, each of them gets the alternatives of all: for two words
        a and b with a synonym s, (a or s) and (b or s) is the same as (a and b) or s.
        """
        added: list[dict[Tokens, None]] = [{} for _word in asked]
        left = MAX_FOR_QUESTION
        for typed, means in _compiled(language, self.rows).candidates(asked):
            for span in spans(asked, typed):
                words = [added[place] for place in span]
                room = min([left // len(words), *(MAX_FOR_WORD - len(word) for word in words)])
                for word in words:
                    word.update(dict.fromkeys(means[: max(0, room)]))
                left -= len(words) * len(means[: max(0, room)])
        return tuple(
            tuple(dict.fromkeys((*word.alternatives, *more)))
            for word, more in zip(asked, added, strict=True)
        )

    def best_bets(self, language: Analyser, asked: Sequence[QueryWord]) -> tuple[int, ...]:
        """Ids of the pages that come first, in order: those for just this question go before those
        for a part of it, and of parts the longer one goes first."""
        fitting = [
            (-len(words), order, page_ids)
            for order, (words, is_within, page_ids) in enumerate(
                _compiled(language, self.rows).bets
            )
            if (holds(asked, words) if is_within else equal(asked, words))
        ]
        found = (page_id for _length, _order, page_ids in sorted(fitting) for page_id in page_ids)
        return tuple(dict.fromkeys(found))


NO_RULES = Rules()


@dataclass(frozen=True, slots=True)
class _Compiled:
    """Rules with their words analysed: what is typed, and the tokens that it also means."""

    #: By the first way to write its first word.
    synonyms: dict[Tokens, list[tuple[Phrase, tuple[Tokens, ...]]]]
    bets: tuple[tuple[Phrase, bool, tuple[int, ...]], ...]

    def candidates(self, asked: Sequence[QueryWord]) -> list[tuple[Phrase, tuple[Tokens, ...]]]:
        """Synonyms whose first word is among those asked for."""
        found = {
            id(entry): entry
            for word in asked
            for tokens in word.alternatives
            for entry in self.synonyms.get(tokens, ())
        }
        return list(found.values())


@lru_cache(maxsize=32)
def _compiled(language: Analyser, rows: tuple[Row, ...]) -> _Compiled:
    """Kept by what the rules say, so it is never older than they are."""
    synonyms: dict[Tokens, list[tuple[Phrase, tuple[Tokens, ...]]]] = defaultdict(list)
    bets: dict[int, tuple[Row, list[int]]] = {}
    for row in rows:
        if row.source == Source.BEST_BET:
            bets.setdefault(row.owner, (row, []))[1].append(row.page_id)
            continue
        for entry in _synonyms(language, row):
            for tokens in entry[0][0].alternatives:
                synonyms[tokens].append(entry)
    return _Compiled(
        dict(synonyms),
        tuple(
            (words, bool(row.is_within), tuple(page_ids))
            for row, page_ids in bets.values()
            for line in lines(row.words)
            if (words := phrase(language, line))
        ),
    )


def _synonyms(language: Analyser, row: Row) -> list[tuple[Phrase, tuple[Tokens, ...]]]:
    typed, means = _sides(row)
    read = {entry: phrase(language, entry) for entry in (*typed, *means)}
    found = []
    for entry in typed:
        others = [read[other] for other in means if read[other]]
        others = [words for words in others if not equal(words, read[entry])]
        if read[entry] and others:
            found.append((read[entry], tuple(tokens for words in others for tokens in ways(words))))
    return found


def _sides(row: Row) -> tuple[list[str], list[str]]:
    """What is typed, and what it also finds."""
    if row.source == Source.TERM:
        names = [row.words, *lines(row.more)]
        return names, names
    typed, means = split(row.words), split(row.more)
    return (typed, means) if means else (typed, typed)
