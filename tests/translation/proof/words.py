"""Words that stand in one place alone: wherever one turns up, it is known where it was typed."""

import re
from itertools import product

LETTERS = "bcdfghjkmpstvwxz"
DUTCH = re.compile(r"nedq[a-z]{4}", re.IGNORECASE)
ENGLISH = re.compile(r"engq[a-z]{4}", re.IGNORECASE)


class Words:
    """Hands out Dutch words, and keeps where each was put. Each site has a letter of its own: what
    another one left in the database is not taken for its words."""

    def __init__(self, letter: str) -> None:
        self._letter = letter
        self.places: dict[str, str] = {}
        #: The names of blocks of which one each was filled already.
        self.streams: set[tuple[str, ...]] = set()
        self._endings = product(LETTERS, repeat=3)

    def new(self, place: str) -> str:
        word = f"nedq{self._letter}{''.join(next(self._endings))}"
        self.places[word] = place
        return word

    def at(self, found: set[str]) -> set[str]:
        """Where these words were put."""
        return {self.places[word] for word in found}


def dutch(text: str) -> set[str]:
    return {word.lower() for word in DUTCH.findall(text)}


def english(text: str) -> set[str]:
    """The Dutch words of which the translations stand there."""
    return {f"ned{word.lower()[3:]}" for word in ENGLISH.findall(text)}


def translated(text: str) -> str:
    return text.replace("nedq", "engq")
