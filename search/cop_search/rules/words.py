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


def equal(one: Sequence[QueryWord], other: Sequence[QueryWord]) -> bool:
    """The same words, in any order, joined or apart."""
    return holds(one, other) and holds(other, one)


def holds(asked: Sequence[QueryWord], words: Sequence[QueryWord]) -> bool:
    """Whether all ``words`` stand in ``asked``, in any order."""
    return all(any(same(word, known) for known in asked) for word in words)


def spans(asked: Sequence[QueryWord], words: Phrase) -> list[range]:
    """The places in ``asked`` where ``words`` stand one after the other, or all as one."""
    size = len(words)
    found = [
        range(start, start + size)
        for start in range(len(asked) - size + 1)
        if all(same(asked[start + place], word) for place, word in enumerate(words))
    ]
    if size > 1:
        joined = (
            range(place, place + 1)
            for place, known in enumerate(asked)
            if all(same(known, word) for word in words)
        )
        found.extend(joined)
    return found


def ways(words: Phrase) -> list[Tokens]:
    """The sets of tokens by which a document has all ``words``, the plainest first."""
    combined = islice(product(*(word.alternatives for word in words)), MAX_WAYS)
    return list(dict.fromkeys(tuple(dict.fromkeys(sum(each, ()))) for each in combined))
