"""Words of which it is known without any analysis which of them meet."""

import random
import re

#: Made up: no lemma, no plural, no compound, and too short to be made of two words.
_ONSETS = ("br", "dr", "fl", "gl", "kl", "pl", "tr", "vl", "zw")
_MIDDLES = ("a", "o", "u")
_INNER = ("b", "d", "g", "m", "v")
_CODAS = ("lk", "mp", "rk", "rg")

#: Every letter that a misspelling may bring in; none of them makes another made-up word.
_SLIPS = "qxj"

_WORD = re.compile(r"\w+")


def made_up(chance: random.Random, number: int) -> list[str]:
    """So many different words of seven letters that no language has."""
    words: dict[str, None] = {}
    while len(words) < number:
        first, second = chance.choices(_MIDDLES, k=2)
        inner, coda = chance.choice(_INNER), chance.choice(_CODAS)
        words.setdefault(f"{chance.choice(_ONSETS)}{first}{inner}{second}{coda}")
    return list(words)


def misspelled(chance: random.Random, word: str) -> str:
    """The word with one slip of the finger inside it; never a word that there is."""
    place = chance.randrange(1, len(word) - 1)
    slip = chance.choice(_SLIPS)
    return word[:place] + slip + word[place + chance.randrange(2) :]


def words_of(text: str) -> frozenset[str]:
    """The words of a text as a reader sees them: no tags, capitals as small letters."""
    return frozenset(in_order(re.sub(r"<[^>]*>", " ", text)))


def in_order(text: str) -> list[str]:
    return _WORD.findall(text.lower())
