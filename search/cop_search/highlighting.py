"""Marks the words that were found: by the same analysis, so "bedrijf" marks "bedrijven" too.

All that comes in is text, and all that comes out is safe: nothing but ``<mark>`` is markup.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import islice

from django.utils.safestring import SafeString, mark_safe

from cop_search.analysis import Analyser
from cop_search.engines.base import Alternatives

#: Words of an excerpt in all, and of those before the first that is marked.
EXCERPT, BEFORE = 32, 8
#: No more of a text is looked through.
_MAX_WORDS, _MAX_PLACES = 4000, 200

# As ``analysis.written`` reads them, in text as it is shown: marks of their own, any apostrophe.
_SHOWN = re.compile(
    r"[^\W_]+(?:(?:[\u0300-\u036f]+|[-'’‘ʼ‐‑.&](?=[^\W_]))[^\W_]*)*(?:[+#]+(?!\w))?"
)


#: Where a word stands, and which words of the question it is, by their place in it.
_Found = tuple[tuple[int, int], frozenset[int]]
_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class MarkedCard:
    title: SafeString
    summary: SafeString
    excerpt: SafeString = SafeString("")


@dataclass
class Marker:
    """Marks the words of one question in texts of one language."""

    language: Analyser
    words: Sequence[Alternatives]
    _read: dict[str, frozenset[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._asked: dict[str, set[int]] = {}
        for number, alternatives in enumerate(self.words):
            for alternative in alternatives:
                for token in alternative:
                    self._asked.setdefault(token, set()).add(number)

    def card(self, title: str, summary: str, text: str) -> "MarkedCard":
        """The texts of a card; the excerpt only for words that title and summary do not show."""
        title, summary = _composed(title), _composed(summary)
        in_title, in_summary = self._found(title), self._found(summary)
        return MarkedCard(
            _all_marked(title, in_title),
            _all_marked(summary, in_summary),
            self.excerpt(text, _numbers_of(in_title + in_summary)),
        )

    def mark(self, text: str) -> SafeString:
        """All of ``text``, with what was found marked."""
        text = _composed(text)
        return _all_marked(text, self._found(text))

    def excerpt(self, text: str, shown: frozenset[int] = frozenset()) -> SafeString:
        """The part of ``text`` with most of the words that are not ``shown``; empty where there
        is none of them."""
        if len(shown) == len(self.words):
            return SafeString("")
        text = _composed(text)
        words = list(map(self._numbers, _SHOWN.findall(text)[:_MAX_WORDS]))
        found = [(place, numbers) for place, numbers in enumerate(words) if numbers]
        best = _densest([(place, numbers - shown) for place, numbers in found if numbers - shown])
        if best is None:
            return SafeString("")
        spans = [match.span() for match in islice(_SHOWN.finditer(text), len(words))]
        first = max(0, best - BEFORE)
        last = min(len(spans), first + EXCERPT) - 1
        start, end = spans[first][0], spans[last][1]
        if last == len(spans) - 1 and len(text) - end < 3:
            end = len(text)
        marked = [spans[place] for place, _ in found if first <= place <= last]
        before = "… " if first else ""
        after = " …" if end < len(text) else ""
        return mark_safe(before + _marked(text, start, end, marked) + after)  # noqa: S308

    def _found(self, text: str) -> list[_Found]:
        return [
            (match.span(), numbers)
            for match in _SHOWN.finditer(text)
            if (numbers := self._numbers(match.group()))
        ]

    def _numbers(self, word: str) -> frozenset[int]:
        """Which words of the question a word of a text is."""
        known = self._read.get(word)
        if known is None:
            # Most words of a text are none of those.
            asked = self._asked.keys() & self.language.finds(word)
            known = frozenset().union(*(self._asked[token] for token in asked)) if asked else _NONE
            self._read[word] = known
        return known


def plain_card(title: str, summary: str) -> MarkedCard:
    """The texts of a card where nothing is searched for."""
    return MarkedCard(mark_safe(escape(title)), mark_safe(escape(summary)))  # noqa: S308


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _numbers_of(found: Sequence[_Found]) -> frozenset[int]:
    return frozenset().union(*(numbers for _, numbers in found))


def _densest(found: Sequence[tuple[int, frozenset[int]]]) -> int | None:
    """Where an excerpt begins to show most words; the first of such places."""
    best, most = None, 0
    for index, (place, _) in enumerate(found[:_MAX_PLACES]):
        near = found[index : index + EXCERPT]
        within = [numbers for other, numbers in near if other < place + EXCERPT - BEFORE]
        count = len(frozenset().union(*within))
        if count > most:
            best, most = place, count
    return best


def _all_marked(text: str, found: Sequence[_Found]) -> SafeString:
    return _marked(text, 0, len(text), [span for span, _ in found])


def _marked(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> SafeString:
    parts, at = [], start
    for first, last in spans:
        parts += [escape(text[at:first]), "<mark>", escape(text[first:last]), "</mark>"]
        at = last
    parts.append(escape(text[at:end]))
    return mark_safe("".join(parts))  # noqa: S308
