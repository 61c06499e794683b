"""From a written word to the word that a dictionary has it under, by the means of a language."""

from functools import cache, lru_cache
from typing import Protocol

import simplemma
import snowballstemmer  # type: ignore[import-untyped]

from cop_search.analysis.compounds import Compounding
from cop_search.analysis.dutch import guesses, roots, verb_in_eren
from cop_search.analysis.language_data import language_data
from cop_search.analysis.lexicon import has_lexicon, lexicon

#: Names of Snowball's stemmers.
SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish",
    "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian",
    "id": "indonesian", "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch",
    "no": "norwegian", "nb": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


#: Of so many words, and parts of words, a process remembers what they are.
_REMEMBERED = 60_000


class Lemmas(Protocol):
    """The words of one language. Words are in lower case and have their accents."""

    def lemma(self, word: str) -> str: ...

    def parts(self, word: str) -> tuple[str, ...]:
        """What a compound is made of, as it stands in the word; none of any other word."""

    def is_word(self, word: str) -> bool:
        """Whether it is known, or made of words that are."""


class Plain:
    """No language at all: each word is itself."""

    def lemma(self, word: str) -> str:
        return word

    def parts(self, word: str) -> tuple[str, ...]:
        return ()

    def is_word(self, word: str) -> bool:
        return False


class Stems(Plain):
    """Snowball: rules without a dictionary; little memory, fewer words that meet."""

    def __init__(self, language: str) -> None:
        self._stemmer = snowballstemmer.stemmer(SNOWBALL[language])

    def lemma(self, word: str) -> str:
        stem: str = self._stemmer.stemWord(word)
        return stem


class Dictionary(Plain):
    """simplemma, and for a word that it does not know, its rules."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._lexicon = lexicon(language)

    def lemma(self, word: str) -> str:
        return self._lexicon.lemma(word) or self._by_rule(word)

    def is_word(self, word: str) -> bool:
        return self._lexicon.lemma(word) is not None

    def _by_rule(self, word: str) -> str:
        return simplemma.lemmatize(word, self._language).lower()


class CompoundDictionary(Dictionary):
    """A language that writes compounds in one: an unknown word takes the lemma of its last part."""

    def __init__(self, language: str, words: frozenset[str] = frozenset()) -> None:
        super().__init__(language)
        data = language_data(language)
        self._words = data.words | words
        compounding = data.compounding or Compounding(links=())
        # The same endings and beginnings are asked for in every other word.
        is_part = lru_cache(maxsize=_REMEMBERED)(self.is_known)
        self._split = lru_cache(maxsize=_REMEMBERED)(lambda word: compounding.split(word, is_part))

    def parts(self, word: str) -> tuple[str, ...]:
        return self._split(word)

    def is_known(self, word: str) -> bool:
        return word in self._words or self._lexicon.lemma(word) is not None

    def is_word(self, word: str) -> bool:
        return self.is_known(word) or bool(self.parts(word))

    def _by_rule(self, word: str) -> str:
        if parts := self.parts(word):
            return word.removesuffix(parts[-1]) + self.lemma(parts[-1])
        return super()._by_rule(word)


class Dutch(CompoundDictionary):
    """Nouns and verbs of one stem meet ("aanvraag", "aangevraagd"); forms that the dictionary lacks
    are guessed; what is no word at all, as a name or English, is stemmed."""

    def __init__(self, language: str, words: frozenset[str] = frozenset()) -> None:
        super().__init__(language, words)
        self._stems = Stems(language)
        self._own_lemmas = language_data(language).lemmas

    def lemma(self, word: str) -> str:
        if word.startswith("ge") and (verb := verb_in_eren(word)):
            word = verb
        return self._known(word) or self._guessed(word) or self._by_rule(word)

    def is_known(self, word: str) -> bool:
        return self._known(word) is not None

    def _known(self, word: str) -> str | None:
        """The lemma, and its lemma in turn. Where they go round, the first by the alphabet."""
        seen: list[str] = []
        found: str | None = word
        while found and found not in seen:
            seen.append(found)
            found = self._own_lemmas.get(found) or self._lexicon.lemma(found)
        if found:
            return min(seen[seen.index(found) :])
        if len(seen) > 1:
            return seen[-1]
        if word in self._words or any(map(self._lexicon.lemma, roots(word))):
            return word
        return None

    def _guessed(self, word: str) -> str | None:
        return next(filter(None, map(self._known, guesses(word))), None)

    def _by_rule(self, word: str) -> str:
        if parts := self.parts(word):
            return word.removesuffix(parts[-1]) + self.lemma(parts[-1])
        return verb_in_eren(word) or self._stems.lemma(word)


#: What ``COP_SEARCH_STEMMER`` may be.
STEMMERS = ("simplemma", "snowball", "none")


def base_of(language: str) -> str:
    """Of a language code, the language alone: "nl-be" is read as "nl"."""
    return language.partition("-")[0].lower()


def knows(language: str) -> bool:
    """Whether there is a dictionary or a stemmer for a language code."""
    return has_lexicon(base_of(language)) or base_of(language) in SNOWBALL


@cache
def lemmas(language: str, stemmer: str, words: frozenset[str] = frozenset()) -> Lemmas:
    """The means for a language code; ``stemmer`` is one of ``STEMMERS``, ``words`` are known beside
    those of the dictionary, where compounds are written in one."""
    language = base_of(language)
    if stemmer == "simplemma" and has_lexicon(language):
        if language == "nl":
            return Dutch(language, words)
        if language_data(language).compounding:
            return CompoundDictionary(language, words)
        return Dictionary(language)
    if stemmer != "none" and language in SNOWBALL:
        return Stems(language)
    return Plain()
