"""The words of a language with their lemmas: the dictionaries of simplemma, loaded once a process.

They cost memory (``docs/search.md`` says how much), so one is loaded when its language is first
asked for, which only the languages of the site are.
"""

from collections.abc import Mapping
from functools import cache
from threading import Lock

from simplemma.strategies.dictionaries.dictionary_factory import (
    DEFAULT_DICTIONARY_FACTORY,
    SUPPORTED_LANGUAGES,
)

from cop_search.analysis.words import fold

#: Those of which the accents are often left out when typing. In German they are written ae, oe, ue.
_TYPED_WITHOUT_ACCENTS = frozenset({"nl", "en", "fr"})
_UMLAUTS = (("ae", "ä"), ("oe", "ö"), ("ue", "ü"), ("ss", "ß"))
_loading = Lock()


def has_lexicon(language: str) -> bool:
    return language in SUPPORTED_LANGUAGES


class Lexicon:
    """Lemmas of the words that are known, in lower case."""

    def __init__(self, language: str) -> None:
        self._lemmas: Mapping[str, str] = DEFAULT_DICTIONARY_FACTORY.get_dictionary(language)
        self._is_german = language == "de"
        self._accented: dict[str, str] = {}
        if language in _TYPED_WITHOUT_ACCENTS:
            for word in self._lemmas:
                if not word.isascii():
                    self._accented.setdefault(fold(word), word)

    def lemma(self, word: str) -> str | None:
        """The lemma of a word in lower case, also where its accents were left out."""
        capital = word.capitalize()
        # German nouns have a capital, which nobody types into a search box: first the noun.
        tried = (capital, word) if self._is_german else (word, capital)
        for form in (*tried, *self._with_accents(word)):
            if (found := self._lemmas.get(form)) is not None:
                # Separable verbs are written "op_leiden".
                return found.replace("_", "").lower()
        return None

    def _with_accents(self, word: str) -> tuple[str, ...]:
        if self._is_german:
            forms = (word.replace(*pair) for pair in _UMLAUTS if pair[0] in word)
            return tuple(either for form in forms for either in (form.capitalize(), form))
        found = self._accented.get(word)
        return (found,) if found else ()


@cache
def _lexicon(language: str) -> Lexicon:
    return Lexicon(language)


def lexicon(language: str) -> Lexicon:
    """The one lexicon of a language; ask ``has_lexicon`` first."""
    with _loading:
        return _lexicon(language)
