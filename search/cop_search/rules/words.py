"""Entries as the search reads them: the same analysis as of pages and questions."""

from collections.abc import Sequence
from itertools import islice, product

from cop_search.analysis import Analyser, QueryWord

Tokens = tuple[str, ...]
Phrase = tuple[QueryWord, ...]

#: Of one entry so many ways to be found are kept; a compound has two, itself and its parts.
MAX_WAYS = 8


def phrase(language: Analyser, entry: str) -> Phrase:
    """The words of an entry; none where it holds only what is never searched for."""
    return tuple(language.query(entry))


def same(one: QueryWord, other: QueryWord) -> bool:
    """Whether two words are one to the search: “lening” and “leningen”."""
    return not set(one.alternatives).isdisjoint(other.alternatives)


def equal(one: Phrase, other: Phrase) -> bool:
    """The same words, in any order."""
    return len(one) == len(other) and holds(one, other)


def holds(asked: Sequence[QueryWord], words: Phrase) -> bool:
    """Whether all ``words`` stand in ``asked``, in any order."""
    return all(any(same(word, known) for known in asked) for word in words)


def starts(asked: Sequence[QueryWord], words: Phrase) -> list[int]:
    """The places in ``asked`` from which ``words`` stand there one after the other."""
    last = len(asked) - len(words)
    return [
        start
        for start in range(last + 1)
        if all(same(asked[start + place], word) for place, word in enumerate(words))
    ]


def ways(words: Phrase) -> list[Tokens]:
    """The sets of tokens by which a document has all ``words``, the plainest first."""
    combined = islice(product(*(word.alternatives for word in words)), MAX_WAYS)
    return list(dict.fromkeys(tuple(dict.fromkeys(sum(each, ()))) for each in combined))
