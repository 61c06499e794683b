"""What is indexed of a text, and what a query asks for: per language, the same on every engine."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, pairwise

from wagtail.coreutils import get_content_languages

from cop_search import conf
from cop_search.analysis.language_data import language_data
from cop_search.analysis.lemmas import Lemmas, base_of, lemmas
from cop_search.analysis.words import MAX_TOKEN, token
from cop_search.analysis.written import pieces, signs, written

#: Stored with each document; raise it whenever an analyser answers differently, or a document holds
#: something new to be filtered by: then a check asks for a rebuild.
ANALYZER_VERSION = 6

#: Of a query so many different words are kept.
MAX_WORDS = 32

#: So many words are remembered for each language: most words of a site are the same few thousand.
_REMEMBERED = 40_000


@dataclass(frozen=True, slots=True)
class Analysed:
    """The words of a text in their order, and what its compounds are made of."""

    words: tuple[str, ...]
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QueryWord:
    """One word of a query. ``typed`` is the word in lower case, without accents, letters and
    digits only. A document has the word where it has all tokens of one alternative, in any field
    and order."""

    typed: str
    alternatives: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One written word as it is stored: its tokens, what else it is found by, and the other ways
    in which a document may have it."""

    words: tuple[str, ...]
    parts: tuple[str, ...] = ()
    others: tuple[tuple[str, ...], ...] = ()


class Analyser:
    """The analysis of one language.

    Stop words are stored, so that a query of nothing else finds; beside other words they are not
    asked for.
    """

    def __init__(self, language: str, means: Lemmas) -> None:
        self.language = language
        self._lemmas = means
        self._stop_words = stop_words(language)
        self.read = lru_cache(maxsize=_REMEMBERED)(self._read)
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._read_piece)

    def document(self, text: str) -> Analysed:
        # No word goes past a space, and most of what stands between two was read before.
        readings = list(chain.from_iterable(map(self._readings, text.split())))
        words = chain.from_iterable([reading.words for reading in readings])
        parts = chain.from_iterable([reading.parts for reading in readings if reading.parts])
        return Analysed(tuple(words), tuple(dict.fromkeys(parts)))

    def finds(self, word: str) -> list[str]:
        """All tokens by which a word of a document is found."""
        readings = self._readings(word)
        return [token for each in readings for token in (*each.words, *each.parts)]

    def query(self, text: str) -> tuple[QueryWord, ...]:
        """The different words of a query, the first ``MAX_WORDS`` of them."""
        typed = [word for word in written(text[: MAX_WORDS * MAX_TOKEN * 2]) if token(word)]
        asked = [word for word in typed if word not in self._stop_words] or typed
        joined = self._written_apart(typed)
        words: dict[str, QueryWord] = {}
        for word in asked:
            reading = self.read(word)
            alternatives = dict.fromkeys([reading.words, *reading.others, *joined.get(word, ())])
            plain = token(word) + signs(word)
            words.setdefault(plain, QueryWord(plain, tuple(alternatives)))
            if len(words) == MAX_WORDS:
                break
        return tuple(words.values())

    def _written_apart(self, typed: Sequence[str]) -> dict[str, list[tuple[str, ...]]]:
        """For words that stand side by side and are one: "energie besparing". Each of the two is
        also there where the whole is."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for pair in pairwise(typed):
            whole = "".join(pair)
            if self._stop_words.isdisjoint(pair) and self._lemmas.is_word(whole):
                for word in pair:
                    found.setdefault(word, []).append(self.read(whole).words)
        return found

    def _readings(self, text: str) -> tuple[Reading, ...]:
        """Of text without spaces."""
        return self._remembered(text) if len(text) <= MAX_TOKEN else self._read_piece(text)

    def _read_piece(self, text: str) -> tuple[Reading, ...]:
        return tuple(map(self.read, written(text)))

    def _read(self, word: str) -> Reading:
        if word in self._stop_words:
            return Reading((token(word),))
        if sign := signs(word):
            bare = token(word)
            return Reading((bare + sign,), (bare,) if len(bare) > 1 else ())
        word = word.removesuffix("'s")
        split = pieces(word)
        if len(split) > 1 and split[0] in self._stop_words and word[len(split[0])] == "'":
            # French: l'entreprise.
            word = word[len(split[0]) + 1 :]
            split = split[1:]
        return self._read_joined(word, split) if len(split) > 1 else self._read_simple(word)

    def _read_simple(self, word: str) -> Reading:
        lemma = self._lemmas.lemma(word)
        if lemma in self._stop_words:
            # A form of a word that says nothing, or one that only looks like it: "west", "we".
            lemma = word
        compound = lemma if self._lemmas.is_word(lemma) else word
        leaves = tuple(dict.fromkeys(self._leaves(compound)))
        parts = tuple(dict.fromkeys(self._branches(compound)))
        return Reading((_stored(lemma, word),), parts, (leaves,) if leaves else ())

    def _read_joined(self, word: str, split: tuple[str, ...]) -> Reading:
        """ "mkb-bedrijf" is found as "mkbbedrijf", as "mkb" and as "bedrijf"."""
        *first, last = split
        wholes = [_stored(self._lemmas.lemma("".join(split)), word)]
        if "'" not in word and self._lemmas.is_word(last):
            wholes.insert(0, _stored("".join(first) + self._lemmas.lemma(last), word))
        readings = [self.read(piece) for piece in split]
        apart = tuple(token for reading in readings for token in reading.words)
        parts = [*wholes, *(part for each in readings for part in each.parts)]
        leaves = tuple(
            leaf for each in readings for leaf in (each.others[0] if each.others else each.words)
        )
        others = dict.fromkeys([*((whole,) for whole in wholes), leaves])
        return Reading(apart, tuple(dict.fromkeys(parts)), tuple(others))

    def _leaves(self, lemma: str) -> Iterator[str]:
        """The lemmas of the smallest parts of a compound."""
        for part in self._lemmas.parts(lemma):
            inner = self._lemmas.lemma(part)
            yield from tuple(self._leaves(inner)) or (_stored(inner, part),)

    def _branches(self, lemma: str) -> Iterator[str]:
        """The lemmas of all parts, and of the parts of these."""
        for part in self._lemmas.parts(lemma):
            inner = self._lemmas.lemma(part)
            yield _stored(inner, part)
            yield from self._branches(inner)


def _stored(lemma: str, word: str) -> str:
    return token(lemma) or token(word)


def stop_words(language: str) -> frozenset[str]:
    """Of a language code: words that say nothing, in lower case with their accents."""
    return language_data(base_of(language)).stop_words


def analyser(language: str) -> Analyser:
    """The analyser of a language (a language code, as "nl" or "en-gb")."""
    return _analyser(language, conf.stemmer(), conf.words(base_of(language)))


@cache
def _analyser(language: str, stemmer: str, words: frozenset[str]) -> Analyser:
    return Analyser(language, lemmas(language, stemmer, words))


def preload() -> None:
    """Reads the dictionaries of the site's languages now rather than with the first search. Called
    before a server makes its workers (``gunicorn --preload``), they share them."""
    for language in get_content_languages():
        analyser(language)
