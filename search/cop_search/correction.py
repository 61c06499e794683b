"""What somebody may have meant: the words of the site that look like those typed."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from threading import Lock
from time import monotonic

from rapidfuzz import process
from rapidfuzz.distance import OSA

from cop_search.analysis import analyser, normalise, stop_words, token, written
from cop_search.engines.base import Answer, Engine, Question
from cop_search.facade import SearchQuery
from cop_search.models import Word

#: Seconds for which a process keeps the words; what is offered is asked of the engine anyway.
KEPT = 300
#: Words of a site beyond these are rare ones.
MAX_KNOWN = 100_000
#: Of a query so many unknown words are corrected.
MAX_CORRECTED = 4


def did_you_mean(
    query: SearchQuery, question: Question, answer: Answer, engine: Engine
) -> str | None:
    """The query in words that find something where it found nothing: one statement to make sure,
    under the same filters, so that no word is offered of a page that nobody may find there."""
    if answer.total or not question.words or not query.corrects:
        return None
    offered = known(query.locale).corrected(query.q)
    if offered is None:
        return None
    words = tuple(word.alternatives for word in analyser(query.locale).query(offered))
    asked = replace(question, words=words, facets=(), page=1, page_size=1)
    return offered if words and engine.query(asked).total else None


@dataclass(frozen=True)
class Known:
    """The words of one language, the most frequent first."""

    language: str
    words: tuple[tuple[str, int], ...]

    @cached_property
    def by_token(self) -> dict[str, tuple[str, int]]:
        """As they are typed -> in proper spelling, and in how many documents."""
        found: dict[str, tuple[str, int]] = {}
        for word, documents in self.words:
            found.setdefault(token(word), (word, documents))
        return found

    @cached_property
    def by_ends(self) -> dict[tuple[str, str, int], list[str]]:
        """By the letters that it begins with (one, or two) or ends with (two), and by length."""
        found: dict[tuple[str, str, int], list[str]] = defaultdict(list)
        for typed in self.by_token:
            for key in (("^", typed[:1]), ("^", typed[:2]), ("$", typed[-2:])):
                found[(*key, len(typed))].append(typed)
        return found

    def corrected(self, query: str) -> str | None:
        """The whole query with its unknown words made known; ``None`` where there are none, or
        where one resembles nothing."""
        left_out = stop_words(self.language)
        unknown = [
            word
            for word in dict.fromkeys(written(query))
            if word not in left_out and token(word) not in self.by_token
        ]
        meant = {word: other for word in unknown[:MAX_CORRECTED] if (other := self.nearest(word))}
        if not meant:
            return None
        typed = "|".join(map(re.escape, meant))
        text = normalise(" ".join(query.split()))
        return re.sub(rf"(?<!\w)(?:{typed})(?!\w)", lambda found: meant[found.group()], text)

    def nearest(self, word: str) -> str | None:
        """The likeliest word in proper spelling: the fewest slips, then the same first letter,
        then the most documents. Whoever slips more than once gets the first letter right."""
        typed = token(word)
        slips = _slips(len(typed))
        if not slips:
            return None
        # One slip leaves the beginning or the end as it was, but in the shortest words.
        found = self._alike(typed, 1, [("^", typed[:2]), ("$", typed[-2:])])
        found = found or self._alike(typed, slips, [("^", typed[:1])])
        return found[3] if found else None

    def _alike(
        self, typed: str, slips: int, ends: Iterable[tuple[str, str]]
    ) -> tuple[int, bool, int, str] | None:
        found = []
        lengths = range(len(typed) - slips, len(typed) + slips + 1)
        for end, length in product(ends, lengths):
            group = self.by_ends.get((*end, length), ())
            for other, distance, _ in process.extract(
                typed, group, scorer=OSA.distance, processor=None, score_cutoff=slips, limit=20
            ):
                spelled, documents = self.by_token[other]
                found.append((int(distance), other[0] != typed[0], -documents, spelled))
        return min(found, default=None)


def _slips(length: int) -> int:
    """How many letters may be wrong in a word of so many."""
    return 0 if length < 4 else 1 if length < 6 else 2 if length < 12 else 3


_kept: dict[str, tuple[float, Known]] = {}
_reading = Lock()


def known(language: str) -> Known:
    """The words of a language; one statement where this process has none, or old ones."""
    kept = _kept.get(language)
    if kept and monotonic() - kept[0] < KEPT:
        return kept[1]
    with _reading:
        rows = Word.objects.filter(locale=language, documents__gt=0).order_by("-documents", "word")
        words = Known(language, tuple(rows.values_list("word", "documents")[:MAX_KNOWN]))
        _kept[language] = (monotonic(), words)
    return words


def forget() -> None:
    """Have the words read again: they have changed."""
    _kept.clear()
